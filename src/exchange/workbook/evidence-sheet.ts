import type { AppearanceText } from '../../graph/structure/graph-data.ts';
import type { Appearance, Role } from '../../graph/nodes/node.ts';
import { batchesOf, textsOfNodes } from '../batched-texts.ts';
import type { ExchangedGraph } from '../exchanged-graph.ts';
import type { Part } from '../file-format.ts';
import { linkToRow, listed, type Cell, type Sheet, type SheetColumn } from './sheet.ts';

const columns: readonly SheetColumn[] = [
  { heading: 'Role', width: 32 },
  { heading: 'Category', width: 30 },
  { heading: 'Part of', width: 24 },
  { heading: 'Source', width: 28 },
  { heading: 'Place', width: 18 },
  { heading: 'Titles there', width: 30 },
  { heading: 'Responsibility', width: 46 },
  { heading: 'Involvement', width: 24 },
  { heading: 'Note', width: 40 },
  { heading: 'Quote', width: 60 },
];

/** How many lines are described between two pauses. */
const linesPerPause = 100;

/** How the rows of the evidence can be found. */
export interface Evidence {
  readonly sheet: Sheet;
  /** The index of the first row of each role; none for a role without lines. */
  readonly firstRowOf: ReadonlyMap<Role, number>;
}

/**
 * Every line that names one of the roles, with a row for each responsibility that it names, so that all columns can be
 * filtered. By role, in the order given, then place.
 */
export async function* evidenceOf(graph: ExchangedGraph, roles: readonly Role[]): AsyncGenerator<Part, Evidence> {
  const rows: Cell[][] = [];
  const firstRowOf = new Map<Role, number>();
  const rowOf = new Map(roles.map((role, row) => [role, row]));
  for (const batch of batchesOf(appearancesOf(roles), linesPerPause)) {
    const { ofAppearance } = await textsOfNodes(graph, batch);
    for (const appearance of batch) {
      const { role } = appearance;
      if (!firstRowOf.has(role)) firstRowOf.set(role, rows.length);
      rows.push(...rowsOf(appearance, ofAppearance(appearance), rowOf.get(role) ?? 0));
    }
    yield '';
  }
  return { sheet: { name: 'Evidence', columns, rows, frozenColumns: 1 }, firstRowOf };
}

function* appearancesOf(roles: readonly Role[]): Generator<Appearance> {
  for (const role of roles) yield* role.appearances;
}

function* rowsOf(appearance: Appearance, text: AppearanceText, roleRow: number): Generator<Cell[]> {
  const { role, category, reference, place, involvements } = appearance;
  const before = [
    linkToRow(role.label, 'Roles', roleRow),
    category.name,
    listed(category.owners.map(({ name }) => name)),
    reference?.source.title ?? null,
    reference?.url === null || reference === null ? place : { value: place, target: reference.url },
    listed(text.titles),
  ];
  const after = [text.note, text.quote];
  if (involvements.length === 0) yield [...before, null, null, ...after];
  for (const { responsibility, involvement } of involvements) {
    yield [...before, responsibility.name, listed(involvement.map(inLowerCase)), ...after];
  }
}

function inLowerCase(word: string): string {
  return word.toLowerCase();
}
