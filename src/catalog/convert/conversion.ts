import type { FactRole, Facts, GroupKind, Statement } from './facts.ts';
import type { GivenTable } from './given-table.ts';

/** A file to convert, or one of a folder. */
export interface GivenFile {
  /** As the user gave it. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** What can be said about a file where its own words are not enough. */
export interface ConvertOptions {
  /** Headings of columns by what they hold; see column-mapping.ts. Empty where nothing is said. */
  readonly columns: ColumnMapping;
  /** Only these sheets or tables, by their heading; empty for all. */
  readonly tables: readonly string[];
}

/** What a column can hold. */
export const columnMeanings = [
  'role',
  'duty',
  'group',
  'section',
  'letter',
  'responsible',
  'accountable',
  'consulted',
  'informed',
  'support',
  'person',
  'summary',
  'id',
  'ignore',
] as const;
export type ColumnMeaning = (typeof columnMeanings)[number];

/** Headings, as the user writes them, by what the column holds; several columns may hold the same. */
export type ColumnMapping = ReadonlyMap<ColumnMeaning, readonly string[]>;

/** Where the words of the files are enough. */
export const asFound: ConvertOptions = { columns: new Map(), tables: [] };

/** What was made of a file or a folder. */
export type Conversion =
  | ({ readonly kind: 'CATALOG'; readonly facts: Facts } & Account)
  | ({ readonly kind: 'TEAM'; readonly people: readonly ConvertedPerson[] } & Account);

/** Somebody of a team. */
export interface ConvertedPerson {
  readonly name: string;
  readonly roles: readonly string[];
}

/** What was read and what was not, so that every row is accounted for. */
export interface Account {
  /** What the file was taken for, one entry for each table or part. */
  readonly understood: readonly Understood[];
  readonly leftOut: readonly LeftOut[];
}

/** What a table or part of a file was taken for. */
export interface Understood {
  /** E.g. "the sheet RACI". */
  readonly part: string;
  /** E.g. "a RACI table: activities in rows, roles in columns". */
  readonly as: string;
  /** What each column is, in order: its heading and e.g. "the activity", "a role", "left out: a grade". */
  readonly columns: readonly { readonly heading: string; readonly as: string }[];
  /** How many rows hold facts. */
  readonly taken: number;
  /** What `taken` counts, where it is no rows. */
  readonly unit?: 'entry' | undefined;
  /** Decisions that a reader should know, as whole sentences, e.g. "S (support) is read as responsible." */
  readonly remarks: readonly string[];
}

/** A row, column or part that holds no facts. */
export interface LeftOut {
  /** E.g. "the sheet RACI". */
  readonly part: string;
  /** Its line or row; undefined for something larger. */
  readonly number?: number | undefined;
  readonly counts?: 'line' | 'row' | undefined;
  /** What stands there, shortened. */
  readonly text: string;
  /** Why: the same words for the same reason, so that they can be counted, e.g. "a total". */
  readonly why: string;
}

/** What a reader of one shape of tables makes of a table. */
export interface TableReading {
  readonly understood: Understood;
  readonly statements: readonly Statement[];
  readonly leftOut: readonly LeftOut[];
  /** What it says of roles besides what they do. */
  readonly roles?: readonly FactRole[] | undefined;
  /** Whether it is a document of one role, whose name is that of the role and of no group. */
  readonly isOfOneRole?: boolean | undefined;
  /** What its groups are, if it names any. */
  readonly groupKind?: GroupKind | undefined;
}

/**
 * Reads tables of one shape.
 *
 * @param source the index of the source that places refer to.
 * @returns undefined for a table of another shape.
 */
export type TableReader = (table: GivenTable, source: number, options: ConvertOptions) => TableReading | undefined;

/** Why a file cannot be converted: what was found, what was expected and what to do. A sentence or several. */
export class ConvertError extends Error {}
