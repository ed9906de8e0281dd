import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { fileFormats } from '../../src/exchange/file-formats.ts';
import { handbookCatalog } from '../support/catalogs/handbook-catalog.ts';
import { askingOf, askingWithin } from '../support/engines/asking.ts';
import { engines } from '../support/engines/engines.ts';

const answer = z.object({
  graph: z.object({
    links: z.array(z.object({ format: z.string(), name: z.string(), readers: z.string(), url: z.string() })),
  }),
});

describe.each(engines)('in $name', (engine) => {
  const ask = askingWithin(() => askingOf(handbookCatalog, engine));

  async function linksOf(select: string) {
    const result = await ask(`{ graph${select} { links { format name readers url } } }`);
    return answer.parse(result.data).graph.links;
  }

  test('a graph has an address for each format', async () => {
    const links = await linksOf('');
    expect(links.map(({ format }) => format)).toEqual(fileFormats.map(({ ending }) => ending));
    expect(links).toEqual(
      fileFormats.map(({ ending, name, readers }) => ({ format: ending, name, readers, url: `/graph.${ending}` })),
    );
  });

  test.each([
    ['roots: ["SRE", "Security"], depth: 2', 'roots=role:sre,pillar:security&depth=2'],
    [
      'nodeKinds: [ROLE], edgeKinds: [OVERLAPS_WITH], minOverlap: 0.25',
      'nodeKinds=ROLE&edgeKinds=OVERLAPS_WITH&minOverlap=0.25',
    ],
    ['edgeKinds: [], maxNodes: 20', 'edgeKinds=none&maxNodes=20'],
  ])('of the selection %s, the address has %s', async (select, query) => {
    const links = await linksOf(`(select: { ${select} })`);
    expect(links.map(({ url }) => url)).toContain(`/graph.d3.json?${query}`);
  });

  test('appearances and sources are connected with what they say', async () => {
    const { data } = await ask(
      '{ graph(select: { roots: ["role:sre"], depth: 2, nodeKinds: [ROLE, APPEARANCE, SOURCE, RESPONSIBILITY], edgeKinds: [OF, STATED_IN, NAMES] }) { edges { kind source } } }',
    );
    const { edges } = z
      .object({ graph: z.object({ edges: z.array(z.object({ kind: z.string(), source: z.string() })) }) })
      .parse(data).graph;
    expect(new Set(edges.map(({ kind }) => kind))).toEqual(new Set(['OF', 'STATED_IN', 'NAMES']));
    expect(edges.every(({ source }) => source.startsWith('appearance:'))).toBe(true);
  });
});
