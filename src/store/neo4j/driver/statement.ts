import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { packageFolder } from '../../../config/package-folder.ts';
import { bulkTimeouts, writeTimeouts, type Timeouts } from './timeouts.ts';

/** One query of cypher/, and the type of its rows. */
export interface Statement<Row> {
  /** The name of its file, without the extension. */
  readonly name: string;
  readonly text: string;
  readonly access: 'READ' | 'WRITE';
  /** Whether it may be sent again if its outcome is unknown. */
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

/** The row of a statement that returns nothing. */
export const noRow = z.never();

function textOf(name: string): string {
  return readFileSync(join(packageFolder(), 'cypher', `${name}.cypher`), 'utf8');
}
