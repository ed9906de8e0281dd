import { itemAt } from '../../collections/item-at.ts';
import type { CatalogGraph } from '../../graph/catalog-graph.ts';
import type { Order } from '../../graph/lists/page.ts';
import { raciChecks } from './raci-checks.ts';
import type { ActivityLines } from './raci-lines.ts';
import type { RaciFinding, RaciRow } from './raci-table.ts';

type CompareLines = (a: number, b: number) => number;

/** Compares two lines, given as appearances, by their categories in the catalog's order, then by their places; -1 comes last. */
export function inOrderOfLines({ structure: { appearances } }: CatalogGraph): CompareLines {
  const { category, source, line, row } = appearances;
  // As unsigned numbers, what is not given is the greatest; see comparePlaces.
  const compared = (a: number, b: number) =>
    itemAt(category, a) - itemAt(category, b) ||
    (itemAt(source, a) >>> 0) - (itemAt(source, b) >>> 0) ||
    ((itemAt(line, a) - 1) >>> 0) - ((itemAt(line, b) - 1) >>> 0) ||
    ((itemAt(row, a) - 1) >>> 0) - ((itemAt(row, b) - 1) >>> 0);
  return (a, b) => (a === -1 || b === -1 ? (a >>> 0) - (b >>> 0) : compared(a, b));
}

/** The first line of a row; -1 without lines. */
export function firstLineOf({ appearances }: ActivityLines, compare: CompareLines): number {
  return appearances.reduce((first, each) => (compare(each, first) < 0 ? each : first), -1);
}

/** Compares two rows as rowsInOrder does: responsibilities are numbered by name and id. */
export function compareRows(graph: CatalogGraph): (a: RaciRow, b: RaciRow) => number {
  const compare = inOrderOfLines(graph);
  return (a, b) => compare(a.firstLine, b.firstLine) || a.responsibility.index - b.responsibility.index;
}

/** Above every index, line and row. */
const last = 2 ** 32;

/**
 * Rows as the sources have them: by the category of their first line, in the catalog's order, then by the place of that
 * line; then by name. Rows without lines come last.
 */
export function rowsInOrder({ structure: { appearances } }: CatalogGraph): Order<RaciRow> {
  // Nothing comes after all numbers: lines without a source are -1 there, and those without a line or row 0.
  const number = (column: Int32Array, line: number, none: number) => {
    const value = line === -1 ? none : itemAt(column, line);
    return value === none ? last : value;
  };
  return {
    name: 'activities by PLACE ASC',
    types: ['number', 'number', 'number', 'number', 'string', 'string'],
    directions: ['ASC', 'ASC', 'ASC', 'ASC', 'ASC', 'ASC'],
    valuesOf: ({ firstLine, responsibility }) => [
      number(appearances.category, firstLine, -1),
      number(appearances.source, firstLine, -1),
      number(appearances.line, firstLine, 0),
      number(appearances.row, firstLine, 0),
      responsibility.sortKey,
      responsibility.id,
    ],
  };
}

/** Findings in the order of their rows, then of raciChecks. */
export function findingsInOrder(graph: CatalogGraph): Order<RaciFinding> {
  const rows = rowsInOrder(graph);
  return {
    name: 'findings by PLACE ASC',
    types: [...rows.types, 'number'],
    directions: [...rows.directions, 'ASC'],
    valuesOf: ({ row, check }) => [...rows.valuesOf(row), raciChecks.indexOf(check)],
  };
}
