import { deserialize, serialize } from 'node:v8';
import type { Steps } from '../../scheduling/steps.ts';
import type { Cell, Sheet } from './sheet.ts';

/** How many cells are packed between two yields: about a millisecond. */
const cellsPerPiece = 2_000;

/**
 * A sheet on its way to a worker thread, with its rows as bytes in pieces. Bytes change hands without a copy, whereas objects
 * would be copied in one go when the worker starts, which holds this thread for some 80 ms.
 */
export interface PackedSheet extends Omit<Sheet, 'rows'> {
  /** Each a piece of the rows; see `unpackedRows`. */
  readonly rows: readonly Uint8Array[];
}

export function* packedSheet({ rows, ...sheet }: Sheet): Steps<PackedSheet> {
  const pieces: Uint8Array[] = [];
  let piece: (readonly Cell[])[] = [];
  let cells = 0;
  for (const row of rows) {
    piece.push(row);
    cells += row.length;
    if (cells < cellsPerPiece) continue;
    pieces.push(serialize(piece));
    piece = [];
    cells = 0;
    yield;
  }
  if (piece.length > 0) pieces.push(serialize(piece));
  return { ...sheet, rows: pieces };
}

/** The rows of a packed sheet; each must be checked. */
export function unpackedRows(pieces: readonly Uint8Array[]): unknown[] {
  return pieces.flatMap((piece): unknown => deserialize(piece));
}
