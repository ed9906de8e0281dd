/** Most characters of a line, as in the catalog that ships. A word that is longer is not broken. */
export const lineWidth = 120;

/** Words that YAML 1.1, which many tools still read, takes for something other than text. */
const notText = /^(?:true|false|yes|no|on|off|y|n|null|~)$/i;
/** The same for numbers in all bases, sexagesimal ones such as 12:30 among them, versions, dates and times. */
const likeNumber = /^[-+]?(?:[\d_.:,-]*(?:e[-+]?\d*)?|0[xob][\da-f_]+|\.(?:inf|nan))$|^\d{4}-\d\d?-\d\d?/i;
/** Begins like other YAML: a list, key, comment, anchor, alias, tag, block, directive, merge, default, or the end of a document. */
const indicatorFirst = /^[-?:,[\]{}#&*!|>'"%@`=<~]|^\.\.\./;
/** A key, or a comment, would begin inside. */
const indicatorInside = /:(?:\s|$)|\s#/;
const flowIndicator = /[,[\]{}]/;
const spaceAround = /^\s|\s$/u;
/** Line breaks of Unicode, control characters and characters without a width: nobody could review them unescaped. */
const invisible = /[\p{Cc}\p{Zl}\p{Zp}\u00AD\u200B\u2060\uFEFF\uFFFE\uFFFF]/u;
const everyInvisible = new RegExp(invisible, 'gu');
/** Spaces that a block of lines cannot have: before the first line, after the last, or at the end of one, where editors remove them. */
const spaceAtBreak = /^\s|\s$|[^\S\n]\n/u;

/**
 * A text as a scalar of one line: plain where YAML 1.1 and 1.2 read it as text, or else in quotes; single ones, as Prettier
 * writes them, unless the text has more of these than of double ones, or what only double ones can escape.
 *
 * @param isInFlow whether it stands between brackets or braces.
 */
export function yamlText(text: string, isInFlow: boolean): string {
  if (isPlain(text, isInFlow)) return text;
  if (invisible.test(text)) return escaped(text);
  if (!text.includes("'")) return `'${text}'`;
  return text.includes('"') || text.includes('\\') ? `'${text.replaceAll("'", "''")}'` : `"${text}"`;
}

function isPlain(text: string, isInFlow: boolean): boolean {
  return (
    text !== '' &&
    !indicatorFirst.test(text) &&
    !indicatorInside.test(text) &&
    !(isInFlow && flowIndicator.test(text)) &&
    !spaceAround.test(text) &&
    !invisible.test(text) &&
    !notText.test(text) &&
    !likeNumber.test(text)
  );
}

/** In double quotes. JSON escapes line breaks, quotes and C0; what else is invisible, YAML escapes alike. */
function escaped(text: string): string {
  return JSON.stringify(text).replace(
    everyInvisible,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/**
 * A text as a block of lines, without quotes: the mark that stands after the key, and the lines without their indentation. Lines
 * of the text are kept; a text of one line is folded.
 *
 * @param width most characters of a line.
 * @returns undefined if a block cannot have it as it is: spaces at its ends or at those of lines, invisible characters.
 */
export function yamlBlock(
  text: string,
  width: number,
): { readonly mark: '|-' | '>-'; readonly lines: readonly string[] } | undefined {
  if (invisible.test(text.replaceAll('\n', ''))) return undefined;
  if (text.includes('\n')) return spaceAtBreak.test(text) ? undefined : { mark: '|-', lines: text.split('\n') };
  return spaceAround.test(text) ? undefined : { mark: '>-', lines: folded(text, width) };
}

/** Breaks only at single spaces: a reader puts one space where a line ends. */
function folded(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/(?<=\S) (?=\S)/u)) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  lines.push(line);
  return lines;
}
