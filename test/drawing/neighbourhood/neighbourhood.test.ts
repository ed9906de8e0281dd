import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { generatedCatalog } from '../../../bench/generated-catalog.ts';
import { graphNodeKinds } from '../../../src/analysis/graph-nodes.ts';
import { once } from '../../../src/collections/memoize.ts';
import { itemAt } from '../../../src/collections/item-at.ts';
import {
  neighbourhoodData,
  type NeighbourhoodData,
  type NeighbourhoodParameters,
} from '../../../src/drawing/neighbourhood/neighbourhood-data.ts';
import { neighbourhoodDrawing } from '../../../src/drawing/neighbourhood/neighbourhood-drawing.ts';
import { outlineOf, type OutlineItem } from '../../../src/drawing/neighbourhood/outline.ts';
import { neighbourhoodTable } from '../../../src/drawing/neighbourhood/neighbourhood-table.ts';
import type { Drawing } from '../../../src/drawing/picture.ts';
import type { Mark, RectMark } from '../../../src/drawing/scene/scene.ts';
import { CatalogGraph } from '../../../src/graph/catalog-graph.ts';
import { graphOfCatalog } from '../../../src/graph/structure/graph-of-catalog.ts';
import { runToCompletion } from '../../../src/scheduling/steps.ts';
import { picturedCatalogs, picturedGraph, picturedWidths } from '../../support/catalogs/pictured-catalogs.ts';
import { illegibleTexts } from '../../support/pictures/text-boxes.ts';

let shipped: CatalogGraph;

beforeAll(async () => {
  shipped = await picturedGraph('SHIPPED');
});

const generated = once(() => CatalogGraph.of(graphOfCatalog(generatedCatalog({ roles: 300, seed: 7 })).structure));

function dataOf(graph: CatalogGraph, parameters: NeighbourhoodParameters): NeighbourhoodData {
  return runToCompletion(neighbourhoodData(graph, parameters));
}

function drawn(data: NeighbourhoodData, width: number): Drawing {
  return runToCompletion(neighbourhoodDrawing(data, { width }));
}

/** The background of each node's box. */
function boxesOf(marks: readonly Mark[]): readonly RectMark[] {
  return marks.flatMap((mark) => {
    if (mark.type !== 'group' || mark.node === undefined) return [];
    const [x, y] = mark.origin ?? [0, 0];
    const [background] = mark.marks;
    return background?.type === 'rect' ? [{ ...background, x: x + background.x, y: y + background.y }] : [];
  });
}

/** Every two boxes that overlap, and those that leave the picture. */
function misplacedBoxes({ marks, height }: Drawing, width: number): readonly (readonly RectMark[])[] {
  const boxes = boxesOf(marks);
  const leaving = boxes.filter(
    (box) => box.x < 0 || box.y < 0 || box.x + box.width > width || box.y + box.height > height,
  );
  const overlapping = boxes.flatMap((box, index) =>
    boxes
      .slice(index + 1)
      .filter(
        (other) =>
          box.x < other.x + other.width &&
          other.x < box.x + box.width &&
          box.y < other.y + other.height &&
          other.y < box.y + box.height,
      )
      .map((other) => [box, other]),
  );
  return [...leaving.map((box) => [box]), ...overlapping];
}

describe('the data of a neighbourhood', () => {
  test('has the roles that overlap with a role and its groups, and says which is nearest by what', () => {
    const { nodes, facts, leftOut } = dataOf(shipped, { of: ['DevOps Engineer'] });
    expect(nodes.map(({ label }) => label).slice(0, 4)).toEqual([
      'DevOps Engineer',
      'Site Reliability Engineer',
      'Security',
      'Vendor',
    ]);
    expect(nodes.find(({ label }) => label === 'Security')?.caption).toBe('pillar, 4 duties');
    expect(facts).toMatchObject({ about: 'ROLE', pillarCount: 6, nearest: { label: 'Site Reliability Engineer' } });
    expect(leftOut).toEqual([]);
  });

  test('connects roles with the categories of a pillar in place of the pillar', () => {
    const { nodes, edges } = dataOf(shipped, { of: ['pillar:security'] });
    const ofPillar = edges.filter(({ source, target }) => source === 0 || target === 0).map(({ kind }) => kind);
    expect(new Set(ofPillar)).toEqual(new Set(['PART_OF', 'OVERLAPS_WITH']));
    const roles = nodes.filter(({ kind }) => kind === 'ROLE');
    expect(edges.filter(({ kind }) => kind === 'IN_CATEGORY')).toHaveLength(roles.length);
  });

  test('draws at most as many nodes as asked for, and counts what is left out of each kind', () => {
    const all = dataOf(shipped, { of: ['pillar:security'] });
    const few = dataOf(shipped, { of: ['pillar:security'], maxNodes: 10 });
    expect(few.nodes).toHaveLength(10);
    // Each kind takes its turn, so that the roles do not displace the categories.
    expect(new Set(few.nodes.map(({ kind }) => kind))).toEqual(new Set(['PILLAR', 'ROLE', 'CATEGORY']));
    const left = few.leftOut.reduce((sum, { count }) => sum + count, 0);
    expect(left).toBe(all.nodes.length - 10);
    expect(drawn(few, 800).remarks.at(-1)).toMatch(/^Left out are .* that are less near\.$/);
  });

  test('draws no more than 60 nodes where nothing else is asked for', () => {
    const { nodes, leftOut } = dataOf(generated(), { of: [itemAt(generated().pillars, 0).id] });
    expect(nodes).toHaveLength(60);
    expect(leftOut.map(({ kind }) => kind)).toContain('ROLE');
  });

  test('follows only the kinds of edges that are asked for', () => {
    const { nodes, edges } = dataOf(shipped, { of: ['DevOps Engineer'], edgeKinds: ['PERFORMS'] });
    expect(new Set(edges.map(({ kind }) => kind))).toEqual(new Set(['PERFORMS']));
    expect(new Set(nodes.slice(1).map(({ kind }) => kind))).toEqual(new Set(['RESPONSIBILITY']));
  });

  test.each([
    [{ of: [] }, 'of has 0 nodes; it takes 1 to 3 distinct nodes.'],
    [{ of: ['SRE', 'Security', 'Backup', 'Reliability'] }, 'of has 4 nodes; it takes 1 to 3 distinct nodes.'],
    [{ of: ['SRE', 'SRE'] }, 'of has "role:site-reliability-engineer" twice; give distinct nodes.'],
    [{ of: ['SRE'], maxNodes: 0 }, 'maxNodes is 0; it must be between 1 and 150.'],
    [{ of: ['SRE'], minOverlap: 2 }, 'minOverlap is 2; scores are between 0 and 1.'],
    [{ of: ['SRE'], edgeKinds: [] }, /^edgeKinds is an empty list; name some of APPEARS_IN, /],
    [{ of: ['SRE'], edgeKinds: ['NAMES'] }, /^edgeKinds has NAMES; name some of APPEARS_IN, .*, or leave it out\.$/],
    [{ of: ['source:001'] }, /^of has "source:001", which is a source; it takes the id or name of a role, /],
  ] as const)('refuses %o', (parameters, message) => {
    expect(() => dataOf(shipped, parameters)).toThrow(message);
  });
});

describe('the sentences about a neighbourhood', () => {
  test.each([
    [
      ['DevOps Engineer'],
      'DevOps Engineer is nearest to Site Reliability Engineer',
      / stands in all six pillars and works /,
    ],
    [
      ['pillar:security'],
      'Security shares most roles with Reliability',
      /^Twelve of its 39 roles are in Reliability, too\./,
    ],
    [['Verify backups'], 'Verify backups: only Backup Administrator does it', /^It is about Backup and /],
    [['topic:backup'], 'Backup: five duties are about it', /^Six roles do at least one of them\.$/],
    [
      ['DevOps Engineer', 'Security Engineer'],
      'DevOps Engineer and Security Engineer have one role and three pillars in common',
      /^Both do "Automate security" and /,
    ],
    [['Backup Administrator', 'Legal Advisor'], /have no neighbour in common$/, /^$/],
  ] as const)('of %j', (of, title, lead) => {
    const drawing = drawn(dataOf(shipped, { of }), 800);
    expect(drawing.title).toEqual(typeof title === 'string' ? title : expect.stringMatching(title));
    expect(drawing.lead).toMatch(lead);
    expect(drawing.description).toContain(drawing.title);
  });
});

describe('the drawing of a neighbourhood', () => {
  test.each(picturedCatalogs.flatMap((name) => picturedWidths.map((width) => [name, width] as const)))(
    'of %s has all its labels at %i pixels, and none of them overlaps',
    async (name, width) => {
      const graph = await picturedGraph(name);
      const groups = [
        ...graph.pillars.slice(0, 2),
        ...graph.organizationTypes.slice(0, 1),
        ...graph.categories.slice(0, 1),
      ];
      const nodes = [
        ...groups,
        ...graph.roles.slice(40, 43),
        ...graph.responsibilities.slice(3, 4),
        ...graph.topics.slice(2, 3),
      ];
      for (const node of nodes) {
        const data = dataOf(graph, { of: [node.id] });
        const drawing = drawn(data, width);
        expect(boxesOf(drawing.marks)).toHaveLength(data.nodes.length);
        expect(misplacedBoxes(drawing, width)).toEqual([]);
        expect(illegibleTexts({ ...drawing, width })).toEqual([]);
      }
    },
  );

  test('is the same to the last digit each time', () => {
    const drawings = [1, 2].map(() => JSON.stringify(drawn(dataOf(shipped, { of: ['SRE', 'DevOps Engineer'] }), 1440)));
    expect(drawings[0]).toBe(drawings[1]);
  });

  test('has no overlaps for any nodes of a generated catalog', () => {
    const graph = generated();
    const ids = graphNodeKinds.flatMap((kind) => graph.nodesOfKind(kind).map(({ id }) => id));
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.constantFrom(...ids), { minLength: 1, maxLength: 3 }),
        fc.integer({ min: 280, max: 1600 }),
        fc.integer({ min: 1, max: 60 }),
        (of, width, maxNodes) => {
          const drawing = drawn(dataOf(graph, { of, maxNodes }), width);
          expect(misplacedBoxes(drawing, width)).toEqual([]);
          expect(illegibleTexts({ ...drawing, width })).toEqual([]);
        },
      ),
      { numRuns: 60, seed: 19 },
    );
  });

  test('yields often, so that no other request has to wait', () => {
    let steps = 0;
    const work = neighbourhoodDrawing(dataOf(shipped, { of: ['pillar:security'] }), { width: 1440 });
    while (work.next().done !== true) steps++;
    expect(steps).toBeGreaterThan(240);
  });
});

test('the outline of a neighbourhood has every node once', () => {
  const nodesOf = (items: readonly OutlineItem[]): readonly number[] =>
    items.flatMap(({ node, items: below }) => [node, ...nodesOf(below)]);
  for (const of of [
    ['pillar:security', 'pillar:reliability'],
    ['SRE', 'DevOps Engineer', 'topic:backup'],
    ['Vendor'],
  ]) {
    const data = dataOf(shipped, { of });
    const listed = outlineOf(data).flatMap(({ heading, items }) => [
      ...(typeof heading === 'number' ? [heading] : []),
      ...nodesOf(items),
    ]);
    expect(listed.toSorted((a, b) => a - b)).toEqual([...data.nodes.keys()]);
  }
});

test('the table of a neighbourhood has a row for each line, with what two roles both do', () => {
  const data = dataOf(shipped, { of: ['DevOps Engineer'] });
  const { title, columns, rows } = neighbourhoodTable(data);
  expect(title).toBe('DevOps Engineer is nearest to Site Reliability Engineer');
  expect(rows).toHaveLength(data.edges.length);
  expect(new Set(rows.map(({ length }) => length))).toEqual(new Set([columns.length]));
  const nearest = rows.find((row) => row.includes('Site Reliability Engineer') && row.includes('DevOps Engineer'));
  expect(nearest?.at(-1)).toBe(
    'Automate operations; Provide monitoring and observability; Strengthen system resilience',
  );
});
