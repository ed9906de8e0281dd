import { itemAt } from '../../collections/item-at.ts';
import { listAt, listLength } from '../../collections/lists.ts';
import type { CatalogGraph } from '../catalog-graph.ts';
import type { NodeKind } from '../nodes/node-kind.ts';
import type { Appearance, Node, Source } from '../nodes/node.ts';
import type { GraphLayout } from '../structure/graph-data.ts';
import { layoutOffsets, type LaidOutNode } from './laid-out-nodes.ts';
import { pointOnCircle, turnOf } from './point-on-circle.ts';

/** Where a drawing of the whole graph has a node, in units of which nodes are some 20 apart. */
export interface NodePlace {
  readonly x: number;
  readonly y: number;
  /** The number of the community, from 0, which is the largest. */
  readonly community: number;
}

/** Where a drawing has a node, and how it looks. */
export interface NodeDrawing extends NodePlace {
  /** The diameter, in the same unit as the position. */
  readonly size: number;
  /** As CSS writes it, e.g. "#0072b2". */
  readonly color: string;
}

/**
 * The eight colors of Okabe and Ito, which people with any kind of color blindness can tell apart ("Color Universal Design",
 * 2008, https://jfly.uni-koeln.de/color/). The faint ones are those of the kinds that are rarely drawn.
 */
const colors: Readonly<Record<NodeKind, string>> = {
  ROLE: '#0072b2',
  RESPONSIBILITY: '#e69f00',
  TOPIC: '#009e73',
  PILLAR: '#d55e00',
  ORGANIZATION_TYPE: '#cc79a7',
  CATEGORY: '#56b4e9',
  SOURCE: '#000000',
  APPEARANCE: '#f0e442',
};

/** The color of a kind of nodes, as CSS writes it. */
export function colorOfKind(kind: NodeKind): string {
  return colors[kind];
}

const smallestSize = 4;
const largestSize = 40;

/**
 * The diameter of a node in a drawing, 4 to 40: its area grows with the number of nodes that the catalog connects it with,
 * without overlaps. Rounded to one decimal.
 */
export function sizeOfNode(node: Node): number {
  const size = Math.min(largestSize, smallestSize + 2 * Math.sqrt(connectionsOf(node)));
  return Math.round(size * 10) / 10;
}

function connectionsOf(node: Node): number {
  if (node.kind === 'ROLE') {
    return node.pillarCount + node.categoryCount + node.organizationTypeCount + node.responsibilityCount;
  }
  if (node.kind === 'TOPIC') return node.responsibilityCount;
  if (node.kind === 'SOURCE') return node.appearanceCount;
  return node.kind === 'APPEARANCE' ? 0 : node.roleCount;
}

/** Tells where a drawing of a graph has its nodes. An appearance is between its role and its category, a source among its roles. */
export function placesIn(graph: CatalogGraph, { x, y, community }: GraphLayout): (node: Node) => NodePlace {
  const offsets = layoutOffsets(graph.structure);
  const placeOf = ({ kind, index }: LaidOutNode): NodePlace => {
    const at = offsets[kind] + index;
    return { x: itemAt(x, at), y: itemAt(y, at), community: itemAt(community, at) };
  };
  return (node) => {
    if (node.kind === 'APPEARANCE') return placeOfAppearance(node, placeOf);
    if (node.kind === 'SOURCE') return placeOfSource(graph, node, placeOf);
    return placeOf(node);
  };
}

/** Tells where a drawing of a graph has its nodes, and how they look. */
export function drawingsIn(graph: CatalogGraph, layout: GraphLayout): (node: Node) => NodeDrawing {
  const placeOf = placesIn(graph, layout);
  return (node) => ({ ...placeOf(node), size: sizeOfNode(node), color: colorOfKind(node.kind) });
}

/** How far the appearances of a role in a category are from the middle between the two, so that they can be told apart. */
const apart = 8;

function placeOfAppearance({ id, role, category }: Appearance, placeOf: (node: LaidOutNode) => NodePlace): NodePlace {
  const [ofRole, ofCategory] = [placeOf(role), placeOf(category)];
  const [circleX, circleY] = pointOnCircle(turnOf(id));
  return {
    x: Math.round((ofRole.x + ofCategory.x) / 2 + circleX * apart),
    y: Math.round((ofRole.y + ofCategory.y) / 2 + circleY * apart),
    community: ofRole.community,
  };
}

/** In the middle of the roles that it names, by the number of its appearances of each, in the community of most of them. */
function placeOfSource(graph: CatalogGraph, { index }: Source, placeOf: (node: LaidOutNode) => NodePlace): NodePlace {
  const count = listLength(graph.appearancesOfSource, index);
  const ofCommunity = new Map<number, number>();
  let [sumX, sumY] = [0, 0];
  for (const appearance of listAt(graph.appearancesOfSource, index)) {
    const { x, y, community } = placeOf(itemAt(graph.roles, itemAt(graph.structure.appearances.role, appearance)));
    sumX += x;
    sumY += y;
    ofCommunity.set(community, (ofCommunity.get(community) ?? 0) + 1);
  }
  const [largest] = [...ofCommunity].sort(([a, countA], [b, countB]) => countB - countA || a - b);
  const divisor = Math.max(count, 1);
  return { x: Math.round(sumX / divisor), y: Math.round(sumY / divisor), community: largest?.[0] ?? 0 };
}
