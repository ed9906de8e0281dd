import { itemAt } from '../../collections/item-at.ts';
import { listAt } from '../../collections/lists.ts';
import type { CatalogGraph } from '../../graph/catalog-graph.ts';
import type { RoleGroup } from '../../graph/nodes/node.ts';
import type { GraphAppearances } from '../../graph/structure/graph-data.ts';
import { kindsOf, responsibleOnly } from '../../graph/structure/kinds-of-involvement.ts';
import { repeatInSteps, type Steps } from '../../scheduling/steps.ts';

const accountable = kindsOf(['ACCOUNTABLE']);

/** Lines that involve a role in an activity, ascending by appearance, and so by role. */
export interface ActivityLines {
  /** Indexes of appearances. */
  readonly appearances: Int32Array;
  /** What each line says: kinds of involvement as one number, see kinds-of-involvement.ts. */
  readonly kinds: Uint8Array;
}

/** The lines of some groups, by activity. */
export interface LinesOfActivities {
  /** The lines of each responsibility, by its index: from offsets[i] up to, not including, offsets[i + 1]. */
  readonly offsets: Int32Array;
  readonly all: ActivityLines;
  /**
   * By source, 1 if any of its lines in the catalog makes a role accountable for anything. At 0 stands what has no source, then
   * the sources follow.
   */
  readonly sourceNamesAccountable: Uint8Array;
  /** Whether any line of the catalog makes a role accountable. */
  readonly namesAccountable: boolean;
  /** The first line outside of the groups that makes a role accountable for each responsibility: an appearance, or -1. */
  readonly accountableElsewhere: Int32Array;
}

export function linesOf({ offsets, all }: LinesOfActivities, responsibility: number): ActivityLines {
  const [from, to] = [itemAt(offsets, responsibility), itemAt(offsets, responsibility + 1)];
  return { appearances: all.appearances.subarray(from, to), kinds: all.kinds.subarray(from, to) };
}

/**
 * Collects the lines of activities. Two passes over the appearances, which keep no object of any: a catalog may have a million.
 *
 * @param groups whose lines count; those of the whole catalog where not given.
 * @param isWanted 1 for each responsibility, by its index, whose lines are collected.
 */
export function* linesOfActivities(
  graph: CatalogGraph,
  groups: readonly RoleGroup[] | undefined,
  isWanted: Uint8Array,
): Steps<LinesOfActivities> {
  const {
    structure: { appearances },
    appearanceCount,
  } = graph;
  const isInScope = scopeOf(graph, groups);
  const count = graph.responsibilities.length;
  const offsets = new Int32Array(count + 1);
  const accountableElsewhere = new Int32Array(count).fill(-1);
  const sourceNamesAccountable = new Uint8Array(graph.sources.length + 1);
  const counted = involvementsInTurn(appearances);
  yield* repeatInSteps(appearanceCount, (appearance) => {
    const inScope = isInScope(appearance);
    counted(appearance, (responsibility, kinds) => {
      if ((kinds & accountable) !== 0) {
        sourceNamesAccountable[itemAt(appearances.source, appearance) + 1] = 1;
        if (!inScope && accountableElsewhere[responsibility] === -1) accountableElsewhere[responsibility] = appearance;
      }
      if (inScope && isWanted[responsibility] === 1) {
        offsets[responsibility + 1] = itemAt(offsets, responsibility + 1) + 1;
      }
    });
  });
  yield* repeatInSteps(count, (index) => {
    offsets[index + 1] = itemAt(offsets, index + 1) + itemAt(offsets, index);
  });
  const size = itemAt(offsets, count);
  const all = { appearances: new Int32Array(size), kinds: new Uint8Array(size) };
  const next = offsets.slice();
  const collected = involvementsInTurn(appearances);
  yield* repeatInSteps(appearanceCount, (appearance) => {
    const inScope = isInScope(appearance);
    collected(appearance, (responsibility, kinds) => {
      if (!inScope || isWanted[responsibility] !== 1) return;
      const at = itemAt(next, responsibility);
      all.appearances[at] = appearance;
      all.kinds[at] = kinds;
      next[responsibility] = at + 1;
    });
  });
  const namesAccountable = sourceNamesAccountable.includes(1);
  return { offsets, all, sourceNamesAccountable, namesAccountable, accountableElsewhere };
}

/**
 * Visits what each appearance says, as involvementsAt gives it, but in no certain order, and without a search and a list for
 * each: the returned function must be called for every appearance, in ascending order.
 */
function involvementsInTurn({ responsibilities, involvements }: GraphAppearances) {
  const { appearance: column, responsibility, kinds } = involvements;
  let end = 0;
  return (appearance: number, visit: (responsibility: number, kinds: number) => void): void => {
    const first = end;
    while (end < column.length && column[end] === appearance) end++;
    for (let row = first; row < end; row++) visit(itemAt(responsibility, row), itemAt(kinds, row));
    const visited = first === end ? undefined : responsibility.subarray(first, end);
    for (const plain of listAt(responsibilities, appearance)) {
      // An appearance has at most a hundred.
      if (visited?.includes(plain) !== true) visit(plain, responsibleOnly);
    }
  };
}

/** Whether an appearance is a line of some groups; every one is, where no groups are given. */
function scopeOf(graph: CatalogGraph, groups: readonly RoleGroup[] | undefined): (appearance: number) => boolean {
  if (groups === undefined) return () => true;
  const isListed = new Uint8Array(graph.categories.length);
  for (const group of groups) for (const { index } of group.categories) isListed[index] = 1;
  const { category } = graph.structure.appearances;
  return (appearance) => isListed[itemAt(category, appearance)] === 1;
}
