import { itemAt } from '../../collections/item-at.ts';
import { eachAt, type Lists } from '../../collections/lists.ts';
import type { CatalogGraph } from '../../graph/catalog-graph.ts';
import { areDoing, isWorkingAt, rowsOfAppearance } from '../../graph/structure/kinds-of-involvement.ts';
import { repeatInSteps, type Steps } from '../../scheduling/steps.ts';
import type { CoverageUnit } from './coverage-item.ts';

/** The nodes of one unit that some lines name, and the roles that carry each by these lines. */
export interface CarriersByLines {
  /** Ascending. */
  readonly nodes: Int32Array;
  /** List i has the roles that carry node i, ascending. */
  readonly carriers: Lists;
}

/** How many lines are read between two yields: each may name a hundred responsibilities. */
const linesPerStep = 64;

/**
 * Reads which nodes of a unit some lines name, and which roles carry these. One reader is made for all groups, because its
 * arrays have a place for every node of the catalog.
 */
export class LineReader {
  readonly #role: Int32Array;
  readonly #visit: LineVisitor;
  /** The last list of lines that named each node, counted from 1. */
  readonly #namedBy: Int32Array;
  /** The last role that was found to carry each node, in the current list. */
  readonly #lastRole: Int32Array;
  /** The index of each node among those that the current list names. */
  readonly #position: Int32Array;
  #listNumber = 0;

  constructor(graph: CatalogGraph, unit: CoverageUnit) {
    const { length } = graph.nodesOfKind(unit);
    this.#role = graph.structure.appearances.role;
    this.#visit = visitorOf(graph, unit);
    this.#namedBy = new Int32Array(length);
    this.#lastRole = new Int32Array(length);
    this.#position = new Int32Array(length);
  }

  /**
   * @param lines ascending, so that all lines of a role follow each other.
   * @param given the indexes of nodes that are in the answer even if no line names them.
   */
  *read(lines: Int32Array, given: readonly number[]): Steps<CarriersByLines> {
    this.#listNumber++;
    const named: number[] = [];
    const name = (node: number) => {
      if (this.#namedBy[node] === this.#listNumber) return;
      this.#namedBy[node] = this.#listNumber;
      this.#lastRole[node] = -1;
      named.push(node);
    };
    for (const node of given) name(node);
    const nodeOfEach: number[] = [];
    const roleOfEach: number[] = [];
    const readLine = (index: number) => {
      const line = itemAt(lines, index);
      const role = itemAt(this.#role, line);
      this.#visit(line, (node, isCarried) => {
        name(node);
        if (!isCarried || this.#lastRole[node] === role) return;
        this.#lastRole[node] = role;
        nodeOfEach.push(node);
        roleOfEach.push(role);
      });
    };
    yield* repeatInSteps(lines.length, readLine, linesPerStep);
    const nodes = Int32Array.from(named).sort();
    yield* repeatInSteps(nodes.length, (index) => {
      this.#position[itemAt(nodes, index)] = index;
    });
    const carriers = yield* listsByKey(
      nodeOfEach.length,
      (index) => itemAt(this.#position, itemAt(nodeOfEach, index)),
      (index) => itemAt(roleOfEach, index),
      nodes.length,
    );
    return { nodes, carriers };
  }
}

/**
 * Visits the nodes of a unit that a line names, and says whether its role carries them: it does not if it is only consulted
 * or informed. A topic is visited as often as the line has responsibilities about it.
 */
type LineVisitor = (line: number, visit: (node: number, isCarried: boolean) => void) => void;

function visitorOf({ structure, relations }: CatalogGraph, unit: CoverageUnit): LineVisitor {
  const { category, responsibilities, involvements } = structure.appearances;
  const { topicsOfResponsibility } = relations;
  if (unit === 'CATEGORY') {
    return (line, visit) => {
      visit(itemAt(category, line), isWorkingAt(structure.appearances, line));
    };
  }
  const visitDuties: LineVisitor = (line, visit) => {
    eachAt(responsibilities, line, (duty) => {
      visit(duty, true);
    });
    if (involvements.kinds.length === 0) return;
    const [first, end] = rowsOfAppearance(involvements, line);
    for (let row = first; row < end; row++) {
      if (!areDoing(itemAt(involvements.kinds, row))) visit(itemAt(involvements.responsibility, row), false);
    }
  };
  if (unit === 'RESPONSIBILITY') return visitDuties;
  return (line, visit) => {
    visitDuties(line, (duty, isCarried) => {
      eachAt(topicsOfResponsibility, duty, (topic) => {
        visit(topic, isCarried);
      });
    });
  };
}

/**
 * Groups values by key: list k has, in the order of their indexes, the values whose key is k. Keys are 0 to size - 1.
 *
 * @param count how many values there are.
 */
export function* listsByKey(
  count: number,
  keyOf: (index: number) => number,
  valueOf: (index: number) => number,
  size: number,
): Steps<Lists> {
  const offsets = new Int32Array(size + 1);
  yield* repeatInSteps(count, (index) => {
    const after = keyOf(index) + 1;
    offsets[after] = itemAt(offsets, after) + 1;
  });
  for (let key = 1; key <= size; key++) offsets[key] = itemAt(offsets, key) + itemAt(offsets, key - 1);
  const next = offsets.slice();
  const values = new Int32Array(count);
  yield* repeatInSteps(count, (index) => {
    const key = keyOf(index);
    const target = itemAt(next, key);
    values[target] = valueOf(index);
    next[key] = target + 1;
  });
  return { offsets, values };
}
