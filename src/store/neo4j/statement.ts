import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { packageFolder } from '../../package-folder.ts';

/** How long a call waits for its whole answer. */
export interface Patience {
  /** In milliseconds, by our own clock; the database gets the same limit for its transaction. */
  readonly deadline: number;
  /** Whether the database is asked now and then if it still answers at all, so that a frozen one is noticed sooner. */
  readonly isWatched: boolean;
}

/** Of what every request waits for: shorter than anybody's patience with a database that is gone. */
export const short: Patience = { deadline: 2_500, isWatched: false };
/** Of the first statement: after its start, it takes Neo4j some seconds. */
export const first: Patience = { deadline: 10_000, isWatched: false };
/** Of what is read once a generation and grows with the catalog. */
export const long: Patience = { deadline: 60_000, isWatched: true };
/** Of one part of an import or of a removal; nobody waits for its answer but the import. */
export const batch: Patience = { deadline: 30_000, isWatched: false };

/** One query text of cypher/, and what its rows are. */
export interface Statement<Row> {
  /** The name of its file, without the ending. */
  readonly name: string;
  readonly text: string;
  readonly access: 'READ' | 'WRITE';
  readonly patience: Patience;
  readonly row: z.ZodType<Row>;
}

export function readStatement<Row>(name: string, row: z.ZodType<Row>, patience = long): Statement<Row> {
  return { name, text: textOf(name), access: 'READ', patience, row };
}

export function writeStatement<Row>(name: string, row: z.ZodType<Row>): Statement<Row> {
  return { name, text: textOf(name), access: 'WRITE', patience: batch, row };
}

/** Of a statement that returns nothing. */
export const noRow = z.never();

function textOf(name: string): string {
  return readFileSync(join(packageFolder(), 'cypher', `${name}.cypher`), 'utf8');
}
