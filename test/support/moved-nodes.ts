import type { Catalog } from '../../src/catalog/catalog.ts';
import { itemAt } from '../../src/collections/item-at.ts';
import { CatalogGraph } from '../../src/graph/catalog-graph.ts';
import { withLayout } from '../../src/graph/layout/graph-layout.ts';
import { isLaidOut } from '../../src/graph/layout/laid-out-nodes.ts';
import { placesIn } from '../../src/graph/layout/node-drawing.ts';
import { graphOfCatalog } from '../../src/graph/structure/graph-of-catalog.ts';

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** The positions of the nodes of a catalog, by id. */
export function positionsOf(catalog: Catalog): ReadonlyMap<string, Point> {
  const { structure } = withLayout(graphOfCatalog(catalog));
  const graph = CatalogGraph.of(structure);
  if (structure.layout === null) throw new Error('This catalog has no layout.');
  const placeOf = placesIn(graph, structure.layout);
  return new Map(
    Array.from(graph.nodes(), (node) => [node, placeOf(node)] as const)
      .filter(([node]) => isLaidOut(node))
      .map(([node, { x, y }]) => [node.id, { x, y }]),
  );
}

/** A catalog with one role more, which has the first of the lines of a role that is there. */
export function withRole(catalog: Catalog, likeRole: number, lines: number): Catalog {
  const { slug: like } = itemAt(catalog.roles, likeRole % catalog.roles.length);
  const slug = 'a-role-more';
  const appearances = catalog.appearances.filter(({ role }) => role === like).slice(0, lines);
  return {
    ...catalog,
    roles: [...catalog.roles, { slug, title: 'A role more' }],
    appearances: [
      ...catalog.appearances,
      ...appearances.map((each) => ({ ...each, role: slug, titles: ['A role more'] })),
    ],
  };
}

/** How far the median node has moved, as a share of the diameter of the drawing: the greatest distance of two nodes. */
export function medianMove(before: ReadonlyMap<string, Point>, after: ReadonlyMap<string, Point>): number {
  const points = [...before.values()];
  let diameter = 0;
  for (const one of points) for (const other of points) diameter = Math.max(diameter, distance(one, other));
  const moves = [...before].map(([id, point]) => distance(point, after.get(id) ?? point)).sort((a, b) => a - b);
  return itemAt(moves, Math.floor(moves.length / 2)) / Math.max(diameter, 1);
}

function distance(one: Point, other: Point): number {
  return Math.hypot(one.x - other.x, one.y - other.y);
}
