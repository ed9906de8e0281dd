import { stem } from 'porter2';
import { synonyms } from '../../text/synonyms.ts';

/** Words that say nothing about what is done or to what: they are left out of names. */
const stopWords = new Set(
  (
    'a an and are as at be been by can do does for from has have in into is it its of on or per so such than that the their ' +
    'them they this those to with within across about after before over up ' +
    'how what when where which who whom whose ' +
    'give good help keep make people see set take used well work'
  ).split(' '),
);

/** The first word of its group for the stem of each synonym. */
const firstSynonyms = new Map(
  synonyms
    .trim()
    .toLowerCase()
    .split('\n')
    .flatMap((line) => {
      const stems = line
        .trim()
        .split(' ')
        .map((word) => stem(word));
      return stems.map((each) => [each, stems[0] ?? each] as const);
    }),
);

/**
 * The meanings of the words of a name, each once: the stem of a word (Porter2, the English stemmer of Snowball), or
 * the first of its synonyms. "Advise on ways to save costs" and "Suggest cost savings" have the same. Words of other
 * languages than English are compared as they are spelled, mostly.
 */
export function conceptsOf(name: string): ReadonlySet<string> {
  const words =
    name
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}+#]+/gu) ?? [];
  const stems = words.filter((word) => !stopWords.has(word)).map((word) => stem(word));
  return new Set(stems.map((each) => firstSynonyms.get(each) ?? each));
}
