import { itemAt } from '../collections/item-at.ts';
import type { AppearanceText } from '../graph/structure/graph-data.ts';
import type { Appearance, Node } from '../graph/nodes/node.ts';
import type { ExchangedGraph } from './exchanged-graph.ts';

/** How many nodes' texts are read at once: few round trips, and little memory. */
const nodesPerBatch = 1_000;

/** Items in lists of at most so many. */
export function* batchesOf<T>(items: Iterable<T>, most = nodesPerBatch): Generator<readonly T[]> {
  let batch: T[] = [];
  for (const item of items) {
    batch.push(item);
    if (batch.length < most) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

/** What the store has about some nodes. */
export interface NodeTexts {
  /** Null for a node that has none. */
  readonly summaryOf: (node: Node) => string | null;
  readonly ofAppearance: (appearance: Appearance) => AppearanceText;
}

/** Reads all texts of some nodes in one go; of an appearance that is not among them, `ofAppearance` throws. */
export async function textsOfNodes(
  { texts }: Pick<ExchangedGraph, 'texts'>,
  nodes: readonly Node[],
): Promise<NodeTexts> {
  const indexesOf = (kind: Node['kind']) => nodes.filter((node) => node.kind === kind).map(({ index }) => index);
  const keys = {
    responsibilitySummaries: indexesOf('RESPONSIBILITY'),
    roleSummaries: indexesOf('ROLE'),
    appearances: indexesOf('APPEARANCE'),
  };
  // Nodes of other kinds have their texts with them.
  const isNeeded = Object.values(keys).some(({ length }) => length > 0);
  const read = isNeeded ? await texts(keys) : { responsibilitySummaries: [], roleSummaries: [], appearances: [] };
  const ofResponsibilities = new Map(
    keys.responsibilitySummaries.map((index, at) => [index, itemAt(read.responsibilitySummaries, at)]),
  );
  const ofRoles = new Map(keys.roleSummaries.map((index, at) => [index, itemAt(read.roleSummaries, at)]));
  const ofAppearances = new Map(keys.appearances.map((index, at) => [index, itemAt(read.appearances, at)]));
  const ofAppearance = ({ id, index }: Appearance) => {
    const text = ofAppearances.get(index);
    if (text === undefined) throw new Error(`the texts of ${id} were not read`);
    return text;
  };
  const summaryOf = (node: Node) => {
    if (node.kind === 'ROLE') return ofRoles.get(node.index) ?? null;
    if (node.kind === 'RESPONSIBILITY') return ofResponsibilities.get(node.index) ?? null;
    if (node.kind === 'APPEARANCE') return ofAppearance(node).summary;
    return 'summary' in node ? node.summary : null;
  };
  return { summaryOf, ofAppearance };
}
