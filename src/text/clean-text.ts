/** Control characters but for tab, line feed and carriage return, and the two that are no characters. */
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]/g;

/**
 * A text without what XML 1.0 and most readers cannot hold: control characters become U+FFFD, and so does half of a surrogate
 * pair.
 */
export function cleanText(text: string): string {
  return text.toWellFormed().replaceAll(forbidden, '\ufffd');
}
