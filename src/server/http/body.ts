/** The body of an answer. A large one is in parts of some kilobytes, which are never joined. */
export type Body = string | readonly Buffer[];

/** From this size on, in bytes, a body stays in parts: to join them, or to make a string of them, takes milliseconds. */
export const largeBody = 1024 * 1024;

/** @param encoding how a string is encoded. */
export function byteLength(body: Body, encoding: 'utf8' | 'latin1' = 'utf8'): number {
  if (typeof body === 'string') return Buffer.byteLength(body, encoding);
  return body.reduce((sum, part) => sum + part.length, 0);
}
