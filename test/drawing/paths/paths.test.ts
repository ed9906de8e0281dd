import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { graphNodeKinds } from '../../../src/analysis/graph-nodes.ts';
import { pathsBetween } from '../../../src/analysis/paths/paths.ts';
import { pathsData, type PathsData, type PathsParameters } from '../../../src/drawing/paths/paths-data.ts';
import { pathsDrawing, pathsTable } from '../../../src/drawing/paths/paths-drawing.ts';
import type { Drawing, DrawingOptions } from '../../../src/drawing/picture.ts';
import type { Mark } from '../../../src/drawing/scene/scene.ts';
import type { CatalogGraph } from '../../../src/graph/catalog-graph.ts';
import { runToCompletion } from '../../../src/scheduling/steps.ts';
import { picturedCatalogs, picturedGraph, picturedWidths } from '../../support/catalogs/pictured-catalogs.ts';
import { illegibleTexts } from '../../support/pictures/text-boxes.ts';

let shipped: CatalogGraph;

beforeAll(async () => {
  shipped = await picturedGraph('SHIPPED');
});

function dataOf(parameters: PathsParameters, graph = shipped): PathsData {
  return runToCompletion(pathsData(graph, parameters));
}

function drawn(data: PathsData, { width }: DrawingOptions): Drawing {
  return runToCompletion(pathsDrawing(data, { width }));
}

function nodesIn(marks: readonly Mark[]): readonly string[] {
  return marks.flatMap((mark) => (mark.type === 'group' && mark.node !== undefined ? [mark.node] : []));
}

describe('the data of paths', () => {
  test('has each node of all paths once, and how each leads to the next', () => {
    const { labels, nodes, paths } = dataOf({ from: 'SRE', to: 'DevOps Engineer' });
    expect(labels).toEqual(['Site Reliability Engineer', 'DevOps Engineer']);
    expect(nodes.map(({ label }) => label)).toEqual([
      'Site Reliability Engineer',
      expect.any(String),
      'DevOps Engineer',
      expect.any(String),
      expect.any(String),
    ]);
    expect(paths.map((path) => path.nodes)).toEqual([
      [0, 1, 2],
      [0, 3, 2],
      [0, 4, 2],
    ]);
    expect(paths[0]?.verbs).toEqual(['has the duty', 'is performed by']);
  });

  test('has the paths and the summary of the analysis', () => {
    const asked = { from: 'SRE', to: 'Finance Analyst', maxLength: 6, first: 10 };
    const { paths, summary } = runToCompletion(pathsBetween(shipped, { ...asked, through: 'DUTIES' }));
    const data = dataOf(asked);
    expect(data.summary).toBe(summary);
    expect(data.paths.map(({ sentence, rarity }) => [sentence, rarity])).toEqual(
      paths.map(({ sentence, rarity }) => [sentence, rarity]),
    );
  });

  test.each([
    [{ from: 'SRE', to: 'SRE' }, /^to is "role:site-reliability-engineer", which from is as well; /],
    [{ from: 'SRE', to: 'Vendor', first: 21 }, 'first is 21; it must be between 1 and 20.'],
    [{ from: 'SRE', to: 'nobody at all' }, /^to has "nobody at all", which nothing here has/],
  ])('refuses %j', (parameters, message) => {
    expect(() => dataOf(parameters)).toThrow(message);
  });
});

describe('the drawing of paths', () => {
  test('shows the best paths, each node once, with a sentence for each, and counts the others', () => {
    const data = dataOf({ from: 'SRE', to: 'Finance Analyst', maxLength: 6, first: 10 });
    const { title, lead, marks, remarks } = drawn(data, { width: 1376 });
    expect(title).toBe('Site Reliability Engineer and Finance Analyst are six steps apart');
    expect(lead).toBe(data.summary);
    expect(new Set(nodesIn(marks)).size).toBe(nodesIn(marks).length);
    const expected = new Set(data.paths.slice(0, 5).flatMap(({ nodes }) => nodes));
    expect(nodesIn(marks)).toHaveLength(expected.size);
    expect(remarks).toEqual([
      'The thick line is the path through what has the fewest connections.',
      'Five more paths are in the table of this picture.',
    ]);
    expect(pathsTable(data).rows).toHaveLength(10);
  });

  test('says that two nodes are not connected, and shows nothing', () => {
    const data = dataOf({ from: 'SRE', to: 'Finance Analyst', maxLength: 1 });
    expect(drawn(data, { width: 800 })).toMatchObject({
      title: 'Site Reliability Engineer and Finance Analyst are not connected within one step',
      marks: [],
      height: 0,
    });
  });

  test('goes from left to right where there is room, and otherwise from top to bottom', () => {
    const data = dataOf({ from: 'SRE', to: 'DevOps Engineer' });
    const directionOf = (width: number) => {
      const first = drawn(data, { width }).marks.find((mark) => mark.type === 'path');
      const [leaving] = first?.segments[0] ?? [];
      return leaving?.[1] === first?.start[1] ? 'RIGHT' : 'DOWN';
    };
    expect([directionOf(800), directionOf(328)]).toEqual(['RIGHT', 'DOWN']);
  });

  test.each(picturedCatalogs.flatMap((name) => picturedWidths.map((width) => [name, width] as const)))(
    'of %s is legible at %i pixels',
    async (name, width) => {
      const graph = await picturedGraph(name);
      const [from, ...others] = [
        ...graph.roles.slice(20, 25),
        ...graph.topics.slice(3, 4),
        ...graph.categories.slice(2, 3),
      ];
      for (const to of others) {
        const data = dataOf({ from: from?.id ?? '', to: to.id, first: 8, maxLength: 6 }, graph);
        const drawing = drawn(data, { width });
        expect(illegibleTexts({ ...drawing, width })).toEqual([]);
      }
    },
  );

  test('is legible between any two nodes, and the same each time', () => {
    const ids = graphNodeKinds.flatMap((kind) => shipped.nodesOfKind(kind).map(({ id }) => id));
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.constantFrom(...ids), { minLength: 2, maxLength: 2 }),
        fc.integer({ min: 280, max: 1600 }),
        fc.integer({ min: 1, max: 20 }),
        ([from = '', to = ''], width, first) => {
          const drawing = drawn(dataOf({ from, to, first }), { width });
          expect(illegibleTexts({ ...drawing, width })).toEqual([]);
          expect(JSON.stringify(drawn(dataOf({ from, to, first }), { width }))).toBe(JSON.stringify(drawing));
        },
      ),
      { numRuns: 60, seed: 19 },
    );
  });
});
