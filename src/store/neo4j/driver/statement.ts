import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { packageFolder } from '../../../config/package-folder.ts';

/** How long a call waits, in milliseconds by our own clock. */
export interface Patience {
  /** For its whole answer; the database gets the same limit for its transaction. */
  readonly deadline: number;
  /** For how long it is tried again where that may help and cannot do anything twice. */
  readonly retryFor: number;
  /** Whether the database is asked now and then if it still answers at all, so that a frozen one is noticed sooner. */
  readonly isWatched: boolean;
}

/** Of what every request waits for: shorter than anybody's patience with a database that is gone. */
export const short: Patience = { deadline: 2_300, retryFor: 2_000, isWatched: false };
/** Of a server's start and of commands: the first statement after its start takes Neo4j some seconds. */
export const patient: Patience = { deadline: 15_000, retryFor: 2_000, isWatched: false };
/** Of what is read once a generation and grows with the catalog. */
export const long: Patience = { deadline: 60_000, retryFor: 2_000, isWatched: true };
/** Of one part of an import or of a removal: it may meet others in the database and have to give way more than once. */
export const batch: Patience = { deadline: 30_000, retryFor: 15_000, isWatched: false };

/** One query text of cypher/, and what its rows are. */
export interface Statement<Row> {
  /** The name of its file, without the ending. */
  readonly name: string;
  readonly text: string;
  readonly access: 'READ' | 'WRITE';
  /** Whether it may be sent again where nobody knows if it was carried out. */
  readonly isIdempotent: boolean;
  readonly patience: Patience;
  readonly row: z.ZodType<Row>;
}

export function readStatement<Row>(name: string, row: z.ZodType<Row>, patience = long): Statement<Row> {
  return { name, text: textOf(name), access: 'READ', isIdempotent: true, patience, row };
}

export function writeStatement<Row>(name: string, row: z.ZodType<Row>, isIdempotent = false): Statement<Row> {
  return { name, text: textOf(name), access: 'WRITE', isIdempotent, patience: batch, row };
}

/** Of a statement that returns nothing. */
export const noRow = z.never();

function textOf(name: string): string {
  return readFileSync(join(packageFolder(), 'cypher', `${name}.cypher`), 'utf8');
}
