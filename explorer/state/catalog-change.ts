import type { ChangeCounts, NewerCatalog } from '../words/newer-catalog.ts';

/** An import, as the server tells of it. */
export interface CatalogChange {
  /** The number of the import. */
  readonly sequence: number;
  readonly revision: string;
  /** Who imported the catalog; null if it is not known. */
  readonly importedBy: string | null;
  /** How many entries the import added, changed and removed; null if it is not known. */
  readonly counts: ChangeCounts | null;
}

/**
 * How a catalog differs from the one that is shown.
 *
 * @param shownSequence the number of the import that is shown, where it is known.
 */
export function newerThan(
  shownSequence: number | undefined,
  { sequence, importedBy, counts }: CatalogChange,
): NewerCatalog {
  const later = shownSequence === undefined ? 0 : sequence - shownSequence;
  return { importCount: later > 0 ? later : null, importedBy, counts: later === 1 ? counts : null };
}

/**
 * Reads the answer to a subscription to imports.
 *
 * @returns undefined if it is none, e.g. an error.
 */
export function readChange(json: string): CatalogChange | undefined {
  let parsed: unknown;
  try {
    parsed = JSON.parse(json);
  } catch {
    return undefined;
  }
  const change = memberOf(memberOf(parsed, 'data'), 'catalogChanged');
  const [sequence, revision] = [memberOf(change, 'sequence'), memberOf(change, 'revision')];
  if (typeof sequence !== 'number' || typeof revision !== 'string') return undefined;
  const importedBy = memberOf(change, 'importedBy');
  const [added, changed, removed] = ['added', 'changed', 'removed'].map((name) => memberOf(change, name));
  const areKnown = typeof added === 'number' && typeof changed === 'number' && typeof removed === 'number';
  return {
    sequence,
    revision,
    importedBy: typeof importedBy === 'string' ? importedBy : null,
    counts: areKnown ? { added, changed, removed } : null,
  };
}

function memberOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}
