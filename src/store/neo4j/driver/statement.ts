import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { packageFolder } from '../../../config/package-folder.ts';
import { bulkTimeouts, writeTimeouts, type Timeouts } from './timeouts.ts';

/** One query text of cypher/, and what its rows are. */
export interface Statement<Row> {
  /** The name of its file, without the ending. */
  readonly name: string;
  readonly text: string;
  readonly access: 'READ' | 'WRITE';
  /** Whether it may be sent again where nobody knows if it was carried out. */
  readonly isIdempotent: boolean;
  readonly timeouts: Timeouts;
  readonly row: z.ZodType<Row>;
}

export function readStatement<Row>(name: string, row: z.ZodType<Row>, timeouts = bulkTimeouts): Statement<Row> {
  return { name, text: textOf(name), access: 'READ', isIdempotent: true, timeouts, row };
}

export function writeStatement<Row>(name: string, row: z.ZodType<Row>, isIdempotent = false): Statement<Row> {
  return { name, text: textOf(name), access: 'WRITE', isIdempotent, timeouts: writeTimeouts, row };
}

/** Of a statement that returns nothing. */
export const noRow = z.never();

function textOf(name: string): string {
  return readFileSync(join(packageFolder(), 'cypher', `${name}.cypher`), 'utf8');
}
