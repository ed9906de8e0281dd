import { expect, test } from 'vitest';
import { addressedFile, addressOf, splitAddress } from '../../src/exchange/address.ts';
import { fileFormats } from '../../src/exchange/file-formats.ts';
import { fileNameOf, titleOf } from '../../src/exchange/described-selection.ts';
import { defaultSelection, type GraphSelection } from '../../src/graph/selection/graph-selection.ts';
import { views } from '../../src/graph/selection/views.ts';
import { handbookCatalog } from '../support/catalogs/handbook-catalog.ts';
import { catalogGraphOf } from '../support/exchanged-graphs.ts';

const graph = catalogGraphOf(handbookCatalog);

function readBack(address: string) {
  const [path = '', query = ''] = address.split('?');
  return addressedFile(splitAddress(path, query), fileFormats, graph);
}

const selections: readonly Partial<GraphSelection>[] = [
  {},
  { roots: ['role:sre', 'pillar:security'], depth: 4 },
  { nodeKinds: ['ROLE', 'APPEARANCE'], edgeKinds: ['OF'], minOverlap: 0 },
  { edgeKinds: [], maxNodes: 12 },
];

test.each(selections)('the address of %j means this selection', (selection) => {
  for (const format of fileFormats) {
    const file = readBack(addressOf(format, { ...defaultSelection, ...selection }));
    expect(file.format).toBe(format);
    expect({ ...defaultSelection, ...file.selection }).toEqual({ ...defaultSelection, ...selection });
  }
});

test('the address of a view means this view', () => {
  for (const view of views) {
    const file = readBack(addressOf({ ending: 'd3.json' }, {}, view));
    expect(file.view).toBe(view);
    expect(file.selection).toEqual(view.selection);
  }
});

test('what an address says itself comes before what its view says', () => {
  const { selection } = readBack('/graph.d3.json?view=duties&edgeKinds=CONSULTED_ON');
  expect(selection).toEqual({ nodeKinds: ['ROLE', 'RESPONSIBILITY'], edgeKinds: ['CONSULTED_ON'] });
});

test.each([
  [{}, undefined, 'The whole catalog', 'rolegraph.gexf'],
  [{}, 'roles', 'Overlaps of roles', 'rolegraph-roles.gexf'],
  [{ nodeKinds: ['ROLE'] as const }, undefined, 'The whole catalog, selected kinds', 'rolegraph.gexf'],
  [{ roots: ['SRE'] }, undefined, 'Site Reliability Engineer', 'rolegraph-sre.gexf'],
  [
    { roots: ['role:sre', 'Security'], depth: 2 },
    'duties',
    'Site Reliability Engineer and Security, depth 2, view duties',
    'rolegraph-sre-and-1-more-depth-2-duties.gexf',
  ],
])('the selection %j of the view %s is called "%s"', (given, viewName, title, fileName) => {
  const selection = { ...defaultSelection, ...given };
  const view = views.find(({ name }) => name === viewName);
  expect(titleOf(graph, selection, view)).toBe(title);
  expect(fileNameOf(graph, selection, view, 'gexf')).toBe(fileName);
});
