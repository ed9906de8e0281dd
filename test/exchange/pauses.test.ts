import { expect, test } from 'vitest';
import { cypherScript } from '../../src/exchange/formats/cypher.ts';
import { parquetZip } from '../../src/exchange/formats/parquet.ts';
import { turtle } from '../../src/exchange/formats/turtle.ts';
import type { FileFormat, Part } from '../../src/exchange/file-format.ts';
import { nodeKinds } from '../../src/graph/nodes/node-kind.ts';
import { catalogWith, line } from '../support/catalogs/small-catalogs.ts';
import { catalogGraphOf, selectedOf, textsOf } from '../support/exchanged-graphs.ts';

const roles = Array.from({ length: 3_000 }, (_, index) => ({ slug: `r${index}`, title: `Role ${index}` }));
const catalog = catalogWith({
  pillars: [{ slug: 'p', name: 'Security' }],
  categories: [{ slug: 'c', name: 'Operations', pillar: 'p' }],
  roles,
  appearances: roles.map(({ slug }, index) => line(index + 1, slug, 'p/c')),
});
const graph = catalogGraphOf(catalog);

async function partsOf(format: FileFormat, edgeKinds?: readonly ['OF']): Promise<readonly Part[]> {
  const selected = selectedOf(graph, { nodeKinds, edgeKinds, maxNodes: 10_000 }, { texts: textsOf(catalog) });
  const parts: Part[] = [];
  for await (const part of format.write(selected, {})) parts.push(part);
  return parts;
}

/** How many empty parts there are. */
function pausesIn(parts: readonly Part[]): number {
  return parts.filter(({ length }) => length === 0).length;
}

test('Turtle has pauses while it passes lines that their roles have brought already', async () => {
  expect(pausesIn(await partsOf(turtle, ['OF']))).toBeGreaterThanOrEqual(6_000 / 250);
});

test('a Cypher script has pauses while it looks for the few nodes of a kind', async () => {
  const parts = await partsOf(cypherScript, ['OF']);
  const first = parts.findIndex(({ length }, index) => index > 0 && length > 0);
  expect(pausesIn(parts.slice(0, first))).toBeGreaterThanOrEqual(Math.floor(6_000 / 512));
});

test('Parquet has pauses while rows are read and compressed', async () => {
  expect(pausesIn(await partsOf(parquetZip, ['OF']))).toBeGreaterThanOrEqual(60);
});
