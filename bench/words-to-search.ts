/** A role by its title. */
export interface Titled {
  readonly id: string;
  readonly title: string;
}

export interface WordsFound {
  readonly words: readonly string[];
  /** The roles whose titles have all of the words. */
  readonly ids: readonly string[];
}

/** The number of titles, spread over all, whose words are considered. */
const titlesTried = 300;

/** Two or three words that occur together in titles; those with the wanted number of titles first. */
export function wordsToSearch(titles: readonly Titled[], wanted: number): readonly WordsFound[] {
  const titlesByWord = new Map<string, Set<string>>();
  for (const { id, title } of titles) {
    for (const word of wordsOf(title)) titlesByWord.set(word, (titlesByWord.get(word) ?? new Set()).add(id));
  }
  const found = new Map<string, WordsFound>();
  const step = Math.max(Math.floor(titles.length / titlesTried), 1);
  for (let at = 0; at < titles.length; at += step) {
    for (const words of choices(wordsOf(titles[at]?.title ?? ''))) {
      const key = words.join(' ');
      if (found.has(key)) continue;
      const [first = new Set<string>(), ...rest] = words.map((word) => titlesByWord.get(word) ?? new Set<string>());
      found.set(key, { words, ids: [...rest.reduce((shared, next) => shared.intersection(next), first)] });
    }
  }
  const distance = ({ ids }: WordsFound) => Math.abs(ids.length - wanted);
  return [...found.values()].sort((a, b) => distance(a) - distance(b) || b.words.length - a.words.length);
}

/** Only long words, in lower case: every index treats them as the same words. */
function wordsOf(title: string): readonly string[] {
  return [...new Set(title.toLowerCase().match(/(?<![^\s])[a-z]{4,}(?![^\s])/g) ?? [])].sort();
}

function choices(words: readonly string[]): readonly (readonly string[])[] {
  return words.flatMap((first, at) =>
    words
      .slice(at + 1)
      .flatMap((second, next) => [
        [first, second],
        ...words.slice(at + next + 2).map((third) => [first, second, third]),
      ]),
  );
}
