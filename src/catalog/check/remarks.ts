import type { DocumentPath } from '../document-path.ts';

/** A place in one of the files that a catalog is read from. */
export interface Place {
  /** The file, counted from 0 in the order of reading; undefined for the location as a whole. */
  readonly part: number | undefined;
  readonly path: DocumentPath;
  /** Where in the file's text, if the path alone does not say it, e.g. the second of two equal keys. */
  readonly offset?: number | undefined;
  /** The line, from 1, where there is no text to have an offset in. */
  readonly line?: number | undefined;
}

/** A finding before its place is turned into file and line. */
export interface Remark {
  readonly severity: 'error' | 'warning';
  readonly place: Place;
  /** Made on demand: of a million remarks at most 200 are shown. */
  readonly describe: () => string;
  /** Another place that the reader needs, and what is there: "first given". */
  readonly see?: { readonly what: string; readonly place: Place } | undefined;
}

/** Refers a reader to the first of two. */
export function firstGiven(place: Place): { readonly what: string; readonly place: Place } {
  return { what: 'first given', place };
}

/** Most errors that are shown, and most warnings. */
export const MOST_SHOWN = 100;
const mostKept = 10 * MOST_SHOWN;

/**
 * Collects what is found, in whichever order the checks come upon it, and keeps what may be among the first 100 in the
 * order of the document: memory stays bounded however much is wrong.
 */
export class Remarks {
  readonly #groups = new Map<string, Remark[]>();
  readonly #counts = { error: 0, warning: 0 };

  error(place: Place, describe: () => string, see?: Remark['see']): void {
    this.#add({ severity: 'error', place, describe, see });
  }

  warning(place: Place, describe: () => string, see?: Remark['see']): void {
    this.#add({ severity: 'warning', place, describe, see });
  }

  /** How many there are, kept or not. */
  count(severity: Remark['severity']): number {
    return this.#counts[severity];
  }

  /** How many of them are not shown. */
  omitted(severity: Remark['severity']): number {
    return Math.max(0, this.#counts[severity] - MOST_SHOWN);
  }

  /** What is kept of one severity, file by file; of each file at least its first 100 by list and entry. */
  keptByPart(severity: Remark['severity']): Remark[][] {
    const kept = [...this.#groups.values()].flat().filter((remark) => remark.severity === severity);
    return [...Map.groupBy(kept, ({ place }) => place.part ?? -1)]
      .sort(([one], [other]) => one - other)
      .map(([, remarks]) => remarks);
  }

  #add(remark: Remark): void {
    this.#counts[remark.severity] += 1;
    // Inside one list of one file the document's order is that of the indexes, so each can be cut on its own.
    const { part, path } = remark.place;
    const list = path.length > 1 ? path[0] : undefined;
    const name = `${remark.severity} ${part ?? ''} ${list ?? ''}`;
    const group = this.#groups.get(name);
    if (group === undefined) {
      this.#groups.set(name, [remark]);
      return;
    }
    group.push(remark);
    if (group.length < mostKept) return;
    group.sort((one, other) => entryIndex(one) - entryIndex(other));
    group.length = MOST_SHOWN;
  }
}

function entryIndex({ place }: Remark): number {
  const index = place.path[1];
  return typeof index === 'number' ? index : 0;
}
