import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { edgeKinds, edgeKindsOfDoing } from '../../../src/graph/nodes/edge-kind.ts';
import { graphOfCatalog } from '../../../src/graph/structure/graph-of-catalog.ts';
import { nodeKinds, type NodeKind } from '../../../src/graph/nodes/node-kind.ts';
import { selectedGraph, type GraphSelection } from '../../../src/graph/selection/graph-selection.ts';
import { CatalogGraph } from '../../../src/graph/catalog-graph.ts';
import { runToCompletion } from '../../../src/scheduling/steps.ts';
import { argumentError } from '../../support/argument-errors.ts';
import { BruteForce, type PlainEdge, type PlainNode } from '../../support/catalogs/brute-force.ts';
import { catalogWith, line, smallCatalogs } from '../../support/catalogs/small-catalogs.ts';

const whole = { depth: 1, minOverlap: 0, maxNodes: 10_000 };
const byDefault = { depth: 1, minOverlap: 0.1, maxNodes: 500 };

interface Expected {
  readonly nodes: readonly { readonly id: string; readonly degree: number }[];
  readonly edges: readonly string[];
  readonly truncated: boolean;
}

/** The selection by the contract's words: everything walked to the end, then sorted, cut and joined. */
function selectedByForce(plain: BruteForce, selection: GraphSelection): Expected {
  const everything: readonly PlainNode[] = [
    ...plain.nodes(),
    ...plain.lines.map(({ id }) => ({ id, kind: 'APPEARANCE', label: id }) as const),
  ];
  const whole = plain.edges();
  const kinds = new Set<NodeKind>(
    selection.nodeKinds ?? ['ROLE', 'RESPONSIBILITY', 'TOPIC', 'PILLAR', 'CATEGORY', 'ORGANIZATION_TYPE'],
  );
  const shown = new Set(everything.filter(({ kind }) => kinds.has(kind)).map(({ id }) => id));
  const edges = whole.filter(
    ({ kind, weight }) =>
      (selection.edgeKinds ?? edgeKindsOfDoing).includes(kind) &&
      !(kind === 'OVERLAPS_WITH' && weight < selection.minOverlap),
  );
  const roots = selection.roots ?? [];
  const distances = new Map(roots.map((id) => [id, 0]));
  if (roots.length === 0) for (const id of shown) distances.set(id, 0);
  else {
    for (let distance = 1; distance <= selection.depth; distance++) {
      for (const id of [...distances.keys()]) {
        for (const next of edges.flatMap((edge) => otherEnd(edge, id))) {
          if (shown.has(next) && !distances.has(next)) distances.set(next, distance);
        }
      }
    }
  }
  const ofDoing = whole.filter(({ kind }) => edgeKindsOfDoing.includes(kind));
  const degree = (id: string, among: readonly PlainEdge[]) => among.flatMap((edge) => otherEnd(edge, id)).length;
  const inOrder = [...distances]
    .map(([id, distance]) => ({ id, distance, degree: degree(id, ofDoing) }))
    .sort((a, b) => a.distance - b.distance || b.degree - a.degree || (a.id < b.id ? -1 : 1));
  const kept = inOrder.slice(0, Math.max(selection.maxNodes, new Set(roots).size)).map(({ id }) => id);
  const among = edges.filter(({ source, target }) => kept.includes(source) && kept.includes(target));
  return {
    nodes: kept.map((id) => ({ id, degree: degree(id, among) })),
    edges: among.map(({ kind, source, target, weight }) => `${kind} ${source} ${target} ${weight}`).sort(),
    truncated: kept.length < inOrder.length,
  };
}

function otherEnd({ source, target }: PlainEdge, id: string): string[] {
  if (source === id) return [target];
  return target === id ? [source] : [];
}

function selectionOf(graph: CatalogGraph, selection: GraphSelection) {
  return runToCompletion(selectedGraph(graph, selection));
}

function selected(graph: CatalogGraph, selection: GraphSelection): Expected {
  const { nodes, edges, truncated } = selectionOf(graph, selection);
  return {
    nodes: nodes.map(({ node, degree }) => ({ id: node.id, degree })),
    edges: edges.map(({ kind, source, target, weight }) => `${kind} ${source.id} ${target.id} ${weight}`).sort(),
    truncated,
  };
}

const selections = fc.record({
  roots: fc.option(fc.array(fc.nat({ max: 99 }), { maxLength: 3 }), { nil: undefined }),
  depth: fc.nat({ max: 4 }),
  nodeKinds: fc.option(fc.subarray([...nodeKinds], { minLength: 1 }), { nil: undefined }),
  edgeKinds: fc.option(fc.subarray([...edgeKinds]), { nil: undefined }),
  minOverlap: fc.constantFrom(0, 0.1, 0.25, 0.5, 1),
  maxNodes: fc.oneof(fc.integer({ min: 1, max: 12 }), fc.constant(500)),
});

test('a selection is what walking the whole graph from the roots reaches, cut in the contract’s order', () => {
  fc.assert(
    fc.property(smallCatalogs, selections, (catalog, drawn) => {
      const graph = CatalogGraph.of(graphOfCatalog(catalog).structure);
      const plain = new BruteForce(catalog);
      const ids = [...graph.nodes()].map(({ id }) => id);
      const selection = {
        ...drawn,
        roots: drawn.roots?.flatMap((at) => ids.slice(at % Math.max(ids.length, 1)).slice(0, 1)),
      };
      expect(selected(graph, selection)).toEqual(selectedByForce(plain, selection));
    }),
    { numRuns: 400 },
  );
});

test('edges are unique, have both their nodes, and stand by kind, source and target', () => {
  fc.assert(
    fc.property(smallCatalogs, fc.integer({ min: 1, max: 30 }), (catalog, maxNodes) => {
      const graph = CatalogGraph.of(graphOfCatalog(catalog).structure);
      const { nodes, edges } = selectionOf(graph, { ...whole, maxNodes });
      const ids = new Set(nodes.map(({ node }) => node.id));
      expect(ids.size).toBe(nodes.length);
      const keys = edges.map(({ kind, source, target }) => `${edgeKinds.indexOf(kind)} ${source.id} ${target.id}`);
      expect(new Set(keys).size).toBe(edges.length);
      expect(keys).toEqual(keys.toSorted());
      for (const { source, target } of edges) {
        expect(ids.has(source.id) && ids.has(target.id)).toBe(true);
      }
    }),
  );
});

describe('by example', () => {
  const catalog = catalogWith({
    pillars: ['p', 'q'].map((slug) => ({ slug, name: slug })),
    categories: ['p', 'q'].map((pillar) => ({ slug: 'c', name: 'C', pillar })),
    topics: [{ slug: 'risk', name: 'Risk' }],
    responsibilities: [{ slug: 'plan', name: 'Plan', topics: ['risk'] }],
    roles: ['a', 'b', 'c'].map((slug) => ({ slug, title: slug })),
    appearances: [line(1, 'a', 'p/c', ['plan']), line(2, 'b', 'p/c'), line(3, 'b', 'q/c'), line(4, 'c', 'q/c')],
  });
  const graph = CatalogGraph.of(graphOfCatalog(catalog).structure);
  const idsOf = (selection: Partial<GraphSelection>) =>
    selectionOf(graph, { ...whole, ...selection }).nodes.map(({ node }) => node.id);
  const edgesOf = (selection: Partial<GraphSelection>) => selected(graph, { ...whole, ...selection }).edges;

  test('a selection without roots is the whole catalog, but for sources and appearances', () => {
    for (const roots of [undefined, null, []]) {
      expect(idsOf({ roots }).toSorted()).toEqual([
        'category:p/c',
        'category:q/c',
        'pillar:p',
        'pillar:q',
        'responsibility:plan',
        'role:a',
        'role:b',
        'role:c',
        'topic:risk',
      ]);
    }
  });

  test('sources and appearances are shown when they are asked for, and no edge touches them', () => {
    const { nodes, edges } = selectionOf(graph, { ...whole, nodeKinds: ['SOURCE', 'APPEARANCE'] });
    expect(nodes.map(({ node, degree }) => [node.id, degree])).toEqual([
      ['appearance:p/c/a/s-1', 0],
      ['appearance:p/c/b/s-2', 0],
      ['appearance:q/c/b/s-3', 0],
      ['appearance:q/c/c/s-4', 0],
      ['source:s', 0],
    ]);
    expect(edges).toEqual([]);
  });

  test('roots are kept whatever their kind, however many, and given twice are one', () => {
    expect(idsOf({ roots: ['appearance:p/c/a/s-1', 'source:s'], depth: 4 }).toSorted()).toEqual([
      'appearance:p/c/a/s-1',
      'source:s',
    ]);
    expect(
      idsOf({ roots: ['role:a', 'pillar:q', 'role:a'], depth: 0, nodeKinds: ['TOPIC'], maxNodes: 1 }).toSorted(),
    ).toEqual(['pillar:q', 'role:a']);
  });

  test('depth counts edges', () => {
    const from = (depth: number) => idsOf({ roots: ['topic:risk'], depth });
    expect(from(0)).toEqual(['topic:risk']);
    expect(from(1)).toEqual(['topic:risk', 'responsibility:plan']);
    expect(from(2)).toEqual(['topic:risk', 'responsibility:plan', 'role:a']);
    expect(from(3).slice(3).toSorted()).toEqual(['category:p/c', 'pillar:p', 'role:b']);
  });

  test('only the selected kinds are walked, not only shown', () => {
    expect(idsOf({ roots: ['topic:risk'], depth: 4, nodeKinds: ['ROLE', 'TOPIC'] })).toEqual(['topic:risk']);
    expect(idsOf({ roots: ['role:a'], depth: 2, nodeKinds: ['ROLE'], edgeKinds: ['APPEARS_IN'] })).toEqual(['role:a']);
  });

  test('minOverlap leaves out weaker overlaps of roles and of pillars, for walking too', () => {
    const pillars: Partial<GraphSelection> = { nodeKinds: ['PILLAR'] };
    expect(edgesOf(pillars)).toEqual(['OVERLAPS_WITH pillar:p pillar:q 0.333333']);
    expect(edgesOf({ ...pillars, minOverlap: 0.333333 })).toHaveLength(1);
    expect(edgesOf({ ...pillars, minOverlap: 0.333334 })).toEqual([]);
    expect(idsOf({ ...pillars, roots: ['pillar:p'], minOverlap: 0.4 })).toEqual(['pillar:p']);
    const roles: Partial<GraphSelection> = { nodeKinds: ['ROLE'] };
    expect(edgesOf(roles)).toHaveLength(2);
    expect(edgesOf({ ...roles, minOverlap: 1 })).toEqual([]);
  });

  test('other edges stay, whatever minOverlap is', () => {
    expect(edgesOf({ minOverlap: 1, edgeKinds: ['PART_OF', 'ABOUT'] })).toEqual([
      'ABOUT responsibility:plan topic:risk 1',
      'PART_OF category:p/c pillar:p 1',
      'PART_OF category:q/c pillar:q 1',
    ]);
  });

  test('the cut keeps the most connected of what is equally near, and says that it cut', () => {
    const cut = selectionOf(graph, { ...whole, maxNodes: 2 });
    expect(cut.truncated).toBe(true);
    // role:b touches two pillars, two categories and two roles; role:a and both pillars touch four nodes each.
    expect(cut.nodes.map(({ node }) => node.id)).toEqual(['role:b', 'pillar:p']);
    expect(selectionOf(graph, { ...whole, maxNodes: 9 }).truncated).toBe(false);
    expect(selectionOf(graph, { ...whole, maxNodes: 8 }).truncated).toBe(true);
  });

  test('a cut among the farthest keeps all that is nearer', () => {
    const near = idsOf({ roots: ['topic:risk'], depth: 3, maxNodes: 4 });
    expect(near.slice(0, 3)).toEqual(['topic:risk', 'responsibility:plan', 'role:a']);
    expect(near).toHaveLength(4);
  });

  describe('an error names the field', () => {
    const errorOf = (selection: Partial<GraphSelection>) =>
      argumentError(() => selectionOf(graph, { ...byDefault, ...selection }));

    test.each([
      ['select.depth', { depth: -1 }, '0 and 4'],
      ['select.depth', { depth: 5 }, '0 and 4'],
      ['select.maxNodes', { maxNodes: 0 }, '1 and 10,000'],
      ['select.maxNodes', { maxNodes: 10_001 }, '1 and 10,000'],
      ['select.minOverlap', { minOverlap: -0.1 }, '0 and 1'],
      ['select.minOverlap', { minOverlap: 1.1 }, '0 and 1'],
      ['select.minOverlap', { minOverlap: NaN }, '0 and 1'],
      ['select.nodeKinds', { nodeKinds: [] }, 'empty list'],
      ['select.roots', { roots: ['role:a', 'role:nobody'] }, '"role:nobody"'],
      ['select.roots', { roots: [''] }, '""'],
    ] satisfies readonly (readonly [string, Partial<GraphSelection>, string])[])(
      'an error names the field: %s of %j',
      (argument, selection, said) => {
        const error = errorOf(selection);
        expect(error.argument).toBe(argument);
        expect(error.message).toContain(said);
      },
    );

    test('the bounds of each field are allowed', () => {
      expect(idsOf({ depth: 4, maxNodes: 10_000, minOverlap: 1 })).toHaveLength(9);
      expect(idsOf({ depth: 0, maxNodes: 1, minOverlap: 0 })).toHaveLength(1);
    });
  });
});
