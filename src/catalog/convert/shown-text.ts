/** Longest text that is shown of what is left out. */
const mostShown = 80;

/** A text as reports show it where it is left out: on one line, and only its beginning if it is long. */
export function shownText(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > mostShown ? `${line.slice(0, mostShown).toWellFormed()}…` : line;
}
