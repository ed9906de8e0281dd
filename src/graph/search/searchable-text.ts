/** The longest text that can be searched for, in characters. */
export const maxQueryLength = 200;

/** Whether a text has what a search needs, which is one letter or digit. */
export function hasLetterOrDigit(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}

/** Whether a text can be searched for. */
export function isSearchable(text: string): boolean {
  return text.length <= maxQueryLength && hasLetterOrDigit(text);
}
