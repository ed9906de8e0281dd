import { expect, test } from 'vitest';
import { z } from 'zod';
import { d3Json } from '../../src/exchange/formats/d3-json.ts';
import { handbookCatalog } from '../support/catalogs/handbook-catalog.ts';
import { hostileCatalog, hostileTitles } from '../support/catalogs/hostile-catalog.ts';
import { exchangedOf, fileOf } from '../support/exchanged-graphs.ts';

const drawing = z.object({
  nodes: z.array(z.looseObject({ id: z.string(), label: z.string() })),
  links: z.array(z.object({ id: z.string(), source: z.string(), target: z.string(), weight: z.number() }).loose()),
});

function parsed(file: Buffer) {
  return drawing.parse(JSON.parse(file.toString('utf8')));
}

test('d3.json has every node and edge of the selection, and links name nodes of it', () => {
  const graph = exchangedOf(handbookCatalog);
  const { nodes, links } = parsed(fileOf(d3Json, graph));
  expect(nodes.map(({ id }) => id)).toEqual(graph.nodes.map(({ id }) => id));
  expect(links.map(({ weight }) => weight)).toEqual([...graph.edges].map(({ weight }) => weight));
  const ids = new Set(nodes.map(({ id }) => id));
  expect(links.every(({ source, target }) => ids.has(source) && ids.has(target))).toBe(true);
  expect(new Set(links.map(({ id }) => id)).size).toBe(links.length);
});

test('d3.json says of nodes what the catalog says of them, and leaves out what it does not', () => {
  const { nodes } = parsed(fileOf(d3Json, exchangedOf(handbookCatalog)));
  expect(nodes.find(({ id }) => id === 'role:sre')).toMatchObject({
    kind: 'ROLE',
    label: 'Site Reliability Engineer',
    alternateTitles: ['SRE', '信頼性エンジニア'],
    pillars: ['Security', 'Reliability'],
  });
  expect(nodes.find(({ id }) => id === 'role:sre')).not.toHaveProperty('externalId');
});

test('d3.json has hostile titles as they are', () => {
  const { nodes } = parsed(fileOf(d3Json, exchangedOf(hostileCatalog)));
  const labels = nodes.filter(({ id }) => id.startsWith('role:')).map(({ label }) => label);
  expect(new Set(labels)).toEqual(new Set(hostileTitles));
});
