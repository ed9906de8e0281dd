/** The length of a part of a file, in characters: large enough that its cost does not matter, and soon made. */
const chunkLength = 16_384;

/** Joins short texts to parts of some kilobytes. */
export function* inChunks(texts: Iterable<string>): Generator<string> {
  let chunk = '';
  for (const text of texts) {
    chunk += text;
    if (chunk.length < chunkLength) continue;
    yield chunk;
    chunk = '';
  }
  if (chunk !== '') yield chunk;
}
