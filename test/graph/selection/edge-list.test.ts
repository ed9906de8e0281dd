import fc from 'fast-check';
import { expect, test } from 'vitest';
import { itemAt } from '../../../src/collections/item-at.ts';
import { listAt } from '../../../src/collections/lists.ts';
import { CatalogGraph } from '../../../src/graph/catalog-graph.ts';
import { edgeKinds, type EdgeKind } from '../../../src/graph/nodes/edge-kind.ts';
import { EdgeCollector, type EdgeList } from '../../../src/graph/selection/edge-list.ts';
import { graphOfCatalog } from '../../../src/graph/structure/graph-of-catalog.ts';
import { runToCompletion } from '../../../src/scheduling/steps.ts';
import { handbookCatalog } from '../../support/catalogs/handbook-catalog.ts';

const nodes = [...CatalogGraph.of(graphOfCatalog(handbookCatalog).structure).nodes()];

type Added = readonly [kind: EdgeKind, source: number, target: number, weight: number];

const place = fc.nat({ max: nodes.length - 1 });
const weight = fc.double({ noNaN: true });
/** Many of one kind fill several pieces. */
const added: fc.Arbitrary<readonly Added[]> = fc.array(fc.tuple(fc.constantFrom(...edgeKinds), place, place, weight), {
  maxLength: 500,
  size: 'max',
});

function collected(edges: readonly Added[]): { readonly list: EdgeList; readonly degrees: Int32Array } {
  const collector = new EdgeCollector(nodes);
  for (const edge of edges) collector.add(...edge);
  return { list: collector.list(), degrees: collector.degrees };
}

function byKind(edges: readonly Added[]): readonly Added[] {
  return edges.toSorted(([a], [b]) => edgeKinds.indexOf(a) - edgeKinds.indexOf(b));
}

function asEdge([kind, source, target, weight]: Added) {
  return { kind, source: itemAt(nodes, source), target: itemAt(nodes, target), weight };
}

test('a list has the edges by kind, then in the order in which they were added', () => {
  fc.assert(
    fc.property(added, (edges) => {
      const { list } = collected(edges);
      const expected = byKind(edges).map(asEdge);
      expect(list.length).toBe(edges.length);
      expect([...list]).toEqual(expected);
      expect(Array.from(expected.keys(), (index) => list.edge(index))).toEqual(expected);
      expect(list.kinds).toEqual(edgeKinds.filter((kind) => edges.some(([each]) => each === kind)));
      for (const kind of edgeKinds) {
        expect([...list.ofKind(kind)]).toEqual(expected.filter((edge) => edge.kind === kind));
      }
    }),
  );
});

test('a list finds the edges of each source', () => {
  fc.assert(
    fc.property(added, (edges) => {
      const { list } = collected(edges);
      const sources = byKind(edges).map(([, source]) => source);
      const indexes = runToCompletion(list.indexesBySource());
      for (const node of nodes.keys()) {
        const expected = sources.flatMap((source, index) => (source === node ? [index] : []));
        expect([...listAt(indexes, node)]).toEqual(expected);
      }
    }),
  );
});

test('degrees are counted at both ends of each edge', () => {
  fc.assert(
    fc.property(added, (edges) => {
      const { degrees } = collected(edges);
      const ends = edges.flatMap(([, source, target]) => [source, target]);
      expect([...degrees]).toEqual(Array.from(nodes.keys(), (node) => ends.filter((end) => end === node).length));
    }),
  );
});

test('a list of tens of thousands of edges keeps them all', () => {
  const edges = Array.from({ length: 50_000 }, (_, index): Added => [
    'PERFORMS',
    index % nodes.length,
    (index * 7) % nodes.length,
    index,
  ]);
  const { list } = collected(edges);
  expect(Array.from(list, (edge) => edge.weight)).toEqual(edges.map(([, , , weight]) => weight));
  expect(list.edge(49_999)).toEqual(asEdge(itemAt(edges, 49_999)));
});

test('there is no edge before the first and after the last', () => {
  const { list } = collected([['ABOUT', 0, 1, 1]]);
  expect(() => list.edge(1)).toThrow(new RangeError('no edge 1 in a list of 1'));
  expect(() => list.edge(-1)).toThrow(RangeError);
  expect([...collected([]).list]).toEqual([]);
});
