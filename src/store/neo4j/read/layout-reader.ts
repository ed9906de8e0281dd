import { z } from 'zod';
import {
  isLaidOutAtImport,
  laidOutCount,
  laidOutKinds,
  layoutOffsets,
  type LaidOutLists,
} from '../../../graph/layout/laid-out-nodes.ts';
import { nodeId } from '../../../graph/nodes/node-id.ts';
import type { GraphLayout } from '../../../graph/structure/graph-data.ts';
import { itemAt } from '../../../collections/item-at.ts';
import type { Executor } from '../driver/executor.ts';
import { readStatement } from '../driver/statement.ts';
import { integers } from './columns.ts';

/** The kinds as ids begin with them, e.g. "organization-type". */
const kindOfPrefix = new Map(laidOutKinds.map((kind) => [nodeId(kind, '').slice(0, -1), kind]));

const readLayout = readStatement(
  'read-layout',
  z.object({ kind: z.string(), indexes: integers, x: integers, y: integers, communities: integers }),
);

/**
 * Reads the layout of a generation. Costs no round trip for a large catalog, with which none is stored.
 *
 * @returns null if any node has no position: it was stored before there were layouts, or somebody has removed properties. It
 *   is then computed like that of a large catalog.
 */
export async function layoutIn(
  executor: Executor,
  generation: string,
  structure: LaidOutLists,
): Promise<GraphLayout | null> {
  if (!isLaidOutAtImport(structure)) return null;
  const rows = await executor.run(readLayout, { generation, kinds: [...kindOfPrefix.keys()] });
  const count = laidOutCount(structure);
  const offsets = layoutOffsets(structure);
  const x = new Int32Array(count);
  const y = new Int32Array(count);
  const community = new Int32Array(count).fill(-1);
  for (const row of rows) {
    const kind = kindOfPrefix.get(row.kind);
    if (kind === undefined || row.x.length !== row.indexes.length || row.y.length !== row.indexes.length) return null;
    for (const [offset, index] of row.indexes.entries()) {
      const at = offsets[kind] + index;
      x[at] = itemAt(row.x, offset);
      y[at] = itemAt(row.y, offset);
      community[at] = itemAt(row.communities, offset);
    }
  }
  return community.every((each) => each >= 0) ? { x, y, community } : null;
}
