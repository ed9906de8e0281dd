/**
 * A sentence of the server with the quotation marks of this page. There they are straight, because terminals and files show them, too.
 */
export function curly(sentence: string): string {
  return sentence.replaceAll(/"([^"]*)"/g, '“$1”');
}
