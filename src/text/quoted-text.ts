const hidden = /[\p{C}\p{Zl}\p{Zp}]/gu;
const maxShownLength = 80;

/** Makes text from any origin safe for a terminal: invisible characters are written as U+XXXX. */
export function visibleText(text: string): string {
  return text.replace(hidden, (character) => `<${codePointName(character)}>`);
}

/** The text in quotes for messages: its first 80 characters, with invisible characters written as U+XXXX. */
export function quoted(text: string): string {
  const shown = text.length > maxShownLength ? `${text.slice(0, maxShownLength)}…` : text;
  return `"${visibleText(shown)}"`;
}

/** How Unicode names a character, e.g. U+001B. */
export function codePointName(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

/** Formats a number with thousands separators: 1,000,000. */
export function grouped(count: number): string {
  return count.toLocaleString('en-US');
}
