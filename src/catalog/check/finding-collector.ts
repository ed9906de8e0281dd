import type { DocumentPath } from '../document-path.ts';

/** A place in one of the files that a catalog is read from. */
export interface Position {
  /** The file, counted from 0 in the order of reading; undefined for the location as a whole. */
  readonly fileIndex: number | undefined;
  readonly path: DocumentPath;
  /** Where in the file's text, if the path alone does not say it, e.g. the second of two equal keys. */
  readonly offset?: number | undefined;
  /** The line, from 1, where there is no text to have an offset in. */
  readonly line?: number | undefined;
}

/** A finding before its place is turned into file and line. */
export interface CollectedFinding {
  readonly severity: 'error' | 'warning';
  readonly position: Position;
  /** Made on demand: of a million findings at most 200 are shown. */
  readonly describe: () => string;
  /** Another place that the reader needs, and what is there: "first given". */
  readonly see?: { readonly what: string; readonly position: Position } | undefined;
}

/** Refers a reader to the first of two. */
export function firstGiven(position: Position): { readonly what: string; readonly position: Position } {
  return { what: 'first given', position };
}

/** Most errors that are shown, and most warnings. */
export const mostShown = 100;
const mostCollected = 10 * mostShown;

/**
 * Collects what is found, in whichever order the checks come upon it, and keeps what may be among the first 100 in the
 * order of the document: memory stays bounded however much is wrong.
 */
export class FindingCollector {
  readonly #groups = new Map<string, CollectedFinding[]>();
  readonly #counts = { error: 0, warning: 0 };

  error(position: Position, describe: () => string, see?: CollectedFinding['see']): void {
    this.#add({ severity: 'error', position, describe, see });
  }

  warning(position: Position, describe: () => string, see?: CollectedFinding['see']): void {
    this.#add({ severity: 'warning', position, describe, see });
  }

  /** How many there are, kept or not. */
  count(severity: CollectedFinding['severity']): number {
    return this.#counts[severity];
  }

  /** How many of them are not shown. */
  omitted(severity: CollectedFinding['severity']): number {
    return Math.max(0, this.#counts[severity] - mostShown);
  }

  /** What is kept of one severity, file by file; of each file at least its first 100 by list and entry. */
  byFile(severity: CollectedFinding['severity']): CollectedFinding[][] {
    const kept = [...this.#groups.values()].flat().filter((finding) => finding.severity === severity);
    return [...Map.groupBy(kept, ({ position }) => position.fileIndex ?? -1)]
      .sort(([one], [other]) => one - other)
      .map(([, findings]) => findings);
  }

  #add(finding: CollectedFinding): void {
    this.#counts[finding.severity] += 1;
    // Inside one list of one file the document's order is that of the indexes, so each can be cut on its own.
    const { fileIndex, path } = finding.position;
    const list = path.length > 1 ? path[0] : undefined;
    const name = `${finding.severity} ${fileIndex ?? ''} ${list ?? ''}`;
    const group = this.#groups.get(name);
    if (group === undefined) {
      this.#groups.set(name, [finding]);
      return;
    }
    group.push(finding);
    if (group.length < mostCollected) return;
    group.sort((one, other) => entryIndex(one) - entryIndex(other));
    group.length = mostShown;
  }
}

function entryIndex({ position }: CollectedFinding): number {
  const index = position.path[1];
  return typeof index === 'number' ? index : 0;
}
