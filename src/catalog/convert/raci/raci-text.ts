/** Marks of footnotes at the end of a text: "Restore*", "DBA¹", "SRE [2]". */
const endMarks = /\s*(?:[\u00b9\u00b2\u00b3\u2070-\u2079]+|\[\d{1,2}\]|\*+)$/u;

/** A title or activity without marks of footnotes, on one line, and without its number: "1.2 Restore" is "Restore". */
export function plainName(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  const unmarked = line.replace(endMarks, '');
  const unnumbered = unmarked.replace(/^(?:\d+(?:\.\d+)+\.?|\d+[.)]|[a-z]\))\s+(?=\p{L})/u, '');
  return unnumbered === '' ? line : unnumbered;
}

/** The marks of footnotes at the end of a text. */
export function marksOf(text: string): readonly string[] {
  const mark = endMarks.exec(text)?.[0].trim();
  return mark === undefined ? [] : [mark];
}

const totalWords =
  /^(?:(?:grand |sub-?)?totals?|sums?|count|summe|gesamt|zwischensumme|anzahl|total(?:e|es)?|somme|nombre|suma|cantidad|subtotal)\b/iu;

/** Whether a row begins as a total does, or has numbers only. */
export function isTotal(texts: readonly string[]): boolean {
  const [first = '', ...others] = texts;
  const isNumber = (text: string) => /^[\d.,%]+$/.test(text);
  if (others.length > 0 && texts.every(isNumber)) return true;
  return totalWords.test(first) && others.every((text) => isNumber(text) || totalWords.test(text));
}

/** A row that is a footnote, with its mark: "* only on weekends", "[1] By contract", "Note: …". */
export function footnoteIn(texts: readonly string[]): { readonly mark: string; readonly text: string } | undefined {
  const [first = '', ...others] = new Set(texts);
  if (others.length > 0 && !/^(?:[\u00b9\u00b2\u00b3\u2070-\u2079]+|\[\d{1,2}\]|\*+)$/u.test(first)) return undefined;
  const whole = [first, ...others].join(' ');
  const [, mark, text] = /^([\u00b9\u00b2\u00b3\u2070-\u2079]+|\[\d{1,2}\]|\*+)\s*(\S.*)$/su.exec(whole) ?? [];
  if (mark !== undefined && text !== undefined) return { mark, text };
  const [, note] = /^(?:notes?|hinweis|anmerkung|remarque|nota)\s*:\s*(\S.*)$/isu.exec(whole) ?? [];
  return note === undefined ? undefined : { mark: '', text: note };
}

/** The words of a row, each once, as a message shows them. */
export function rowText(cells: readonly string[]): string {
  return [...new Set(cells.filter((cell) => cell !== ''))].join(' | ');
}
