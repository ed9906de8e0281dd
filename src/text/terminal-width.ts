/** The width of a text on a terminal, in columns: East Asian characters and emoji take two, combining marks none. */
export function terminalWidth(text: string): number {
  const wide = text.match(
    /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Hangul}\p{Emoji_Presentation}\uFF01-\uFF60]/gu,
  );
  return Array.from(text.replaceAll(/\p{M}/gu, '')).length + (wide?.length ?? 0);
}

/** A text filled up with spaces to a width. */
export function padded(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - terminalWidth(text)));
}

/** A text after as many spaces as give it a width. */
export function paddedBefore(text: string, width: number): string {
  return ' '.repeat(Math.max(0, width - terminalWidth(text))) + text;
}

/**
 * The lines of a text of which none is wider than a width, at least 2. It is broken at spaces, and within words that are wider
 * than a line.
 */
export function terminalLines(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ').flatMap((each) => piecesOf(each, width))) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line === '' || terminalWidth(longer) <= width) line = longer;
    else {
      lines.push(line);
      line = word;
    }
  }
  return [...lines, line];
}

/** A word, or its parts if it is wider than a line. */
function piecesOf(word: string, width: number): readonly string[] {
  if (terminalWidth(word) <= width) return [word];
  const pieces = [''];
  for (const character of word) {
    const piece = `${pieces.at(-1) ?? ''}${character}`;
    if (terminalWidth(piece) <= width) pieces[pieces.length - 1] = piece;
    else pieces.push(character);
  }
  return pieces;
}

/** Lines as a text in which each is ended by a line feed, without spaces before it. */
export function endedLines(lines: readonly string[]): string {
  return lines.map((line) => `${line.trimEnd()}\n`).join('');
}
