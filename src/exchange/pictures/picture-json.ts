import type { PictureFoot } from '../../drawing/frame.ts';
import type { Steps } from '../../scheduling/steps.ts';
import { jsonPieces } from '../../text/json-pieces.ts';
import type { Picture } from './picture-kind.ts';

/** The data of a picture, and of which catalog they are. */
export interface PictureJson<Data> {
  /** As at the foot of the picture, with the whole revision. */
  readonly catalog: PictureFoot;
  /** What the functions of src/drawing make a drawing of. */
  readonly data: Data;
}

/** The data of a picture as JSON. */
export function* pictureJson({ data }: Picture, catalog: PictureFoot): Steps<string> {
  const document: PictureJson<unknown> = { catalog, data };
  let text = '';
  for (const piece of jsonPieces(document)) {
    text += piece;
    yield;
  }
  return text;
}
