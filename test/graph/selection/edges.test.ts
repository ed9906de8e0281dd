import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { graphOfCatalog } from '../../../src/graph/structure/graph-of-catalog.ts';
import { edgeKindsOfDoing } from '../../../src/graph/nodes/edge-kind.ts';
import { appearancesBehind, degreeOf, edgesFrom, edgesTo, type Edge } from '../../../src/graph/selection/edges.ts';
import { CatalogGraph } from '../../../src/graph/catalog-graph.ts';
import type { Appearance } from '../../../src/graph/nodes/appearance.ts';
import { BruteForce, type PlainLine } from '../../support/catalogs/brute-force.ts';
import { catalogWith, line, smallCatalogs } from '../../support/catalogs/small-catalogs.ts';

const asText = ({ kind, source, target, weight }: Edge) => `${kind} ${source.id} ${target.id} ${weight}`;

function allEdges(graph: CatalogGraph): Edge[] {
  return [...graph.nodes()].flatMap((node) => [...edgesFrom(graph, node)]);
}

test('the edges that nodes are the source of are the edges of the whole graph, each once', () => {
  fc.assert(
    fc.property(smallCatalogs, (catalog) => {
      const graph = CatalogGraph.of(graphOfCatalog(catalog).structure);
      const expected = new BruteForce(catalog)
        .edges()
        .map(({ kind, source, target, weight }) => `${kind} ${source} ${target} ${weight}`);
      expect(allEdges(graph).map(asText).toSorted()).toEqual(expected.toSorted());
    }),
  );
});

test('the edges that nodes are the target of are the same', () => {
  fc.assert(
    fc.property(smallCatalogs, (catalog) => {
      const graph = CatalogGraph.of(graphOfCatalog(catalog).structure);
      const to = [...graph.nodes()].flatMap((node) => {
        const edges = [...edgesTo(graph, node)];
        for (const { target } of edges) expect(target).toBe(node);
        return edges;
      });
      expect(to.map(asText).toSorted()).toEqual(allEdges(graph).map(asText).toSorted());
    }),
  );
});

test('the degree of a node is the number of its edges in the whole graph, without those of the consulted and informed', () => {
  fc.assert(
    fc.property(smallCatalogs, (catalog) => {
      const graph = CatalogGraph.of(graphOfCatalog(catalog).structure);
      const edges = new BruteForce(catalog).edges().filter(({ kind }) => edgeKindsOfDoing.includes(kind));
      for (const node of graph.nodes()) {
        const touching = edges.filter(({ source, target }) => source === node.id || target === node.id);
        expect(degreeOf(graph, node), node.id).toBe(touching.length);
      }
    }),
  );
});

/** The lines behind an edge, as the schema describes them. */
function linesBehind(plain: BruteForce, { kind, source, target }: Edge): readonly PlainLine[] {
  const [from, to] = [source.id, target.id];
  const shares = (each: PlainLine) =>
    [...each.groups, ...each.responsibilities].some(
      (trait) => plain.traitsOf(from).has(trait) && plain.traitsOf(to).has(trait),
    );
  switch (kind) {
    case 'APPEARS_IN':
    case 'IN_CATEGORY':
    case 'WORKS_IN':
      return plain.linesOf(from, to);
    case 'PERFORMS':
      return plain.linesOf(from).filter(({ responsibilities }) => responsibilities.has(to));
    case 'CONSULTED_ON':
      return plain.linesOf(from).filter(({ involvements }) => involvements.get(to)?.includes('CONSULTED'));
    case 'INFORMED_ABOUT':
      return plain.linesOf(from).filter(({ involvements }) => involvements.get(to)?.includes('INFORMED'));
    case 'OVERLAPS_WITH':
      if (source.kind === 'ROLE') return [...plain.linesOf(from), ...plain.linesOf(to)].filter(shares);
      return plain.lines.filter(
        ({ role, groups }) =>
          plain.rolesIn(from).has(role) && plain.rolesIn(to).has(role) && (groups.has(from) || groups.has(to)),
      );
    case 'PART_OF':
    case 'ABOUT':
      return [];
  }
}

test('an edge has the lines that say so, by source, line and role', () => {
  fc.assert(
    fc.property(smallCatalogs, (catalog) => {
      const graph = CatalogGraph.of(graphOfCatalog(catalog).structure);
      const plain = new BruteForce(catalog);
      for (const edge of allEdges(graph)) {
        const behind = appearancesBehind(graph, edge);
        const expected = linesBehind(plain, edge).map(({ id }) => id);
        expect(behind.map(({ id }) => id).toSorted(), asText(edge)).toEqual(expected.toSorted());
        const placeOf = ({ reference }: Appearance) => [
          reference?.source.index ?? Infinity,
          reference?.line ?? Infinity,
          reference?.row ?? Infinity,
        ];
        const inOrder = behind.toSorted((a, b) => {
          const [[source = 0, line = 0, row = 0], [otherSource = 0, otherLine = 0, otherRow = 0]] = [
            placeOf(a),
            placeOf(b),
          ];
          return source - otherSource || line - otherLine || row - otherRow || a.role.index - b.role.index;
        });
        expect(behind, asText(edge)).toEqual(inOrder);
        const counted = !['PART_OF', 'ABOUT', 'OVERLAPS_WITH'].includes(edge.kind);
        if (counted) expect(edge.weight).toBe(behind.length);
      }
    }),
  );
});

describe('a worked example', () => {
  const catalog = catalogWith({
    pillars: ['p', 'q'].map((slug) => ({ slug, name: slug })),
    categories: ['p', 'q'].map((pillar) => ({ slug: 'c', name: 'C', pillar })),
    responsibilities: [{ slug: 'plan', name: 'Plan' }],
    roles: ['z-one', 'a-two'].map((slug) => ({ slug, title: slug })),
    appearances: [
      line(4, 'z-one', 'p/c', ['plan']),
      line(1, 'z-one', 'p/c'),
      line(2, 'a-two', 'q/c', ['plan']),
      line(3, 'a-two', 'q/c'),
      line(5, 'a-two', 'p/c'),
    ],
  });
  const graph = CatalogGraph.of(graphOfCatalog(catalog).structure);
  const edges = allEdges(graph);
  const found = (kind: string, source: string, target: string) =>
    edges
      .filter((edge) => edge.kind === kind && edge.source.id === source && edge.target.id === target)
      .map((edge) => ({
        weight: edge.weight,
        lines: appearancesBehind(graph, edge).map((behind) => behind.reference?.line),
      }));

  test('counts two lines that put a role into a pillar, and one that names the duty', () => {
    expect(found('APPEARS_IN', 'role:z-one', 'pillar:p')).toEqual([{ weight: 2, lines: [1, 4] }]);
    expect(found('PERFORMS', 'role:z-one', 'responsibility:plan')).toEqual([{ weight: 1, lines: [4] }]);
  });

  test('an overlap has the smaller id as its source, whichever title comes first', () => {
    const [edge, ...more] = found('OVERLAPS_WITH', 'role:a-two', 'role:z-one');
    expect(more).toEqual([]);
    // Line 3 gives the role nothing that the other has too.
    expect(edge?.lines).toEqual([1, 2, 4, 5]);
    expect(found('OVERLAPS_WITH', 'role:z-one', 'role:a-two')).toEqual([]);
  });

  test('pillars overlap by what they share of what they have', () => {
    expect(found('OVERLAPS_WITH', 'pillar:p', 'pillar:q')).toEqual([{ weight: 0.5, lines: [2, 3, 5] }]);
  });
});
