import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { itemAt } from '../../../src/collections/item-at.ts';
import { edgeKinds, edgeKindsOfDoing, edgeKindsOfEvidence } from '../../../src/graph/nodes/edge-kind.ts';
import { graphOfCatalog } from '../../../src/graph/structure/graph-of-catalog.ts';
import { nodeKinds, type NodeKind } from '../../../src/graph/nodes/node-kind.ts';
import { queryLimits, selectedGraph, type GraphSelection } from '../../../src/graph/selection/graph-selection.ts';
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
  const whole = [...plain.edges(), ...plain.evidenceEdges()];
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
  const ofDoing = (id: string) =>
    whole.filter(
      ({ kind }) =>
        edgeKindsOfDoing.includes(kind) && (/^(appearance|source):/.test(id) || !edgeKindsOfEvidence.includes(kind)),
    );
  const degree = (id: string, among: readonly PlainEdge[]) => among.flatMap((edge) => otherEnd(edge, id)).length;
  const inOrder = [...distances]
    .map(([id, distance]) => ({ id, distance, degree: degree(id, ofDoing(id)) }))
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
  const { nodes, degrees, edges, truncated } = selectionOf(graph, selection);
  return {
    nodes: nodes.map(({ id }, index) => ({ id, degree: itemAt(degrees, index) })),
    edges: Array.from(
      edges,
      ({ kind, source, target, weight }) => `${kind} ${source.id} ${target.id} ${weight}`,
    ).sort(),
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
      const ids = new Set(nodes.map(({ id }) => id));
      expect(ids.size).toBe(nodes.length);
      const keys = Array.from(
        edges,
        ({ kind, source, target }) => `${edgeKinds.indexOf(kind)} ${source.id} ${target.id}`,
      );
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
    selectionOf(graph, { ...whole, ...selection }).nodes.map(({ id }) => id);
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

  test('sources and appearances are shown when they are asked for, and are connected', () => {
    const { nodes } = selected(graph, { ...whole, nodeKinds: ['SOURCE', 'APPEARANCE'] });
    expect(nodes.map(({ id, degree }) => [id, degree])).toEqual([
      ['appearance:p/c/a/s-1', 1],
      ['source:s', 4],
      ['appearance:p/c/b/s-2', 1],
      ['appearance:q/c/b/s-3', 1],
      ['appearance:q/c/c/s-4', 1],
    ]);
    expect(edgesOf({ roots: ['appearance:p/c/a/s-1'], nodeKinds: [...nodeKinds] })).toEqual([
      'IN_CATEGORY role:a category:p/c 1',
      'NAMES appearance:p/c/a/s-1 responsibility:plan 1',
      'OF appearance:p/c/a/s-1 role:a 1',
      'PERFORMS role:a responsibility:plan 1',
      'STATED_IN appearance:p/c/a/s-1 source:s 1',
      'UNDER appearance:p/c/a/s-1 category:p/c 1',
    ]);
  });

  test('a limit of nodes and edges together keeps the first nodes with all their edges', () => {
    const all = selectionOf(graph, whole);
    const allEdges = [...all.edges];
    const elements = all.nodes.length + allEdges.length;
    let kept = 0;
    for (let mostElements = 1; mostElements <= elements; mostElements++) {
      const { nodes, edges, truncated } = runToCompletion(
        selectedGraph(graph, whole, { ...queryLimits, mostElements }),
      );
      expect(nodes.length + edges.length).toBeLessThanOrEqual(mostElements);
      expect(nodes.length).toBeGreaterThanOrEqual(kept);
      kept = nodes.length;
      expect(nodes).toEqual(all.nodes.slice(0, kept));
      const ids = new Set(nodes.map(({ id }) => id));
      expect([...edges]).toEqual(allEdges.filter(({ source, target }) => ids.has(source.id) && ids.has(target.id)));
      expect(truncated).toBe(kept < all.nodes.length);
      // One node more would be too many.
      const next = new Set([...ids, all.nodes[kept]?.id]);
      const more = allEdges.filter(({ source, target }) => next.has(source.id) && next.has(target.id));
      if (truncated) expect(kept + 1 + more.length).toBeGreaterThan(mostElements);
    }
    expect(kept).toBe(all.nodes.length);
  });

  test('roots are kept whatever their kind, however many, and given twice are one', () => {
    expect(idsOf({ roots: ['appearance:p/c/a/s-1', 'source:s'], depth: 0 }).toSorted()).toEqual([
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
    expect(cut.nodes.map(({ id }) => id)).toEqual(['role:b', 'pillar:p']);
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
