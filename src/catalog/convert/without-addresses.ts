const address = /[<(]?(?:mailto:)?[\p{L}\p{Nd}._%+-]{1,64}@[\p{L}\p{Nd}-]{1,63}(?:\.[\p{L}\p{Nd}-]{1,63})+[>)]?/gu;

/** A text without mail addresses, which have no place in a catalog. */
export function withoutAddresses(text: string): string {
  if (!text.includes('@')) return text;
  return text
    .replace(address, '')
    .replace(/[^\S\n]{2,}/g, ' ')
    .trim();
}
