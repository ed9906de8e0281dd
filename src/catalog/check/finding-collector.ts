import type { DocumentPath } from '../document-path.ts';

/** A position in one of the files of a catalog. */
export interface Position {
  /** The file, counted from 0 in the order of reading; undefined for the whole location. */
  readonly fileIndex: number | undefined;
  readonly path: DocumentPath;
  /** The offset in the text of the file, if the path is ambiguous, e.g. for the second of two equal keys. */
  readonly offset?: number | undefined;
  /** The line, from 1, if the file could not be decoded to text. */
  readonly line?: number | undefined;
}

/** A finding whose position has not been converted to file and line yet. */
export interface CollectedFinding {
  readonly severity: 'error' | 'warning';
  readonly position: Position;
  /** Makes the message. Called only for findings that are shown, at most 200 of a million. */
  readonly describe: () => string;
  /** Another position that the reader needs, and what is there: "first given". */
  readonly see?: { readonly what: string; readonly position: Position } | undefined;
}

/** Refers the reader to the first of two equal things. */
export function firstGiven(position: Position): { readonly what: string; readonly position: Position } {
  return { what: 'first given', position };
}

/** Most errors that are shown, and most warnings. */
export const mostShown = 100;
const mostCollected = 10 * mostShown;

/**
 * Collects findings in the order in which the checks make them, and stores those that may be among the first 100 in the
 * order of the document, so that memory stays bounded however much is wrong.
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

  /** Number of all findings, stored or not. */
  count(severity: CollectedFinding['severity']): number {
    return this.#counts[severity];
  }

  /** Number of findings that are not shown. */
  omitted(severity: CollectedFinding['severity']): number {
    return Math.max(0, this.#counts[severity] - mostShown);
  }

  /** The stored findings of one severity, file by file; of each file at least the first 100 by list and entry. */
  byFile(severity: CollectedFinding['severity']): CollectedFinding[][] {
    const stored = [...this.#groups.values()].flat().filter((finding) => finding.severity === severity);
    return [...Map.groupBy(stored, ({ position }) => position.fileIndex ?? -1)]
      .sort(([one], [other]) => one - other)
      .map(([, findings]) => findings);
  }

  #add(finding: CollectedFinding): void {
    this.#counts[finding.severity]++;
    // Within one list of one file, the order of the document is the order of the indexes, so each group can be cut on its own.
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
