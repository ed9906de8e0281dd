import { itemAt } from '../collections/item-at.ts';
import { nodeColumns, type ColumnType, type Value } from './columns.ts';
import { edgeId, isDirected, type ExchangedGraph, type NodeDrawing } from './exchanged-graph.ts';
import type { Edge } from '../graph/selection/edges.ts';
import type { Node } from '../graph/nodes/node.ts';

/** A node with all that files say about it. */
export interface DescribedNode {
  readonly node: Node;
  readonly degree: number;
  readonly drawing: NodeDrawing | undefined;
}

/** What a file says about each node or edge, for formats that declare their attributes. */
export interface Attribute<Item> {
  readonly name: string;
  readonly type: ColumnType;
  readonly of: (item: Item) => Value;
}

/** What files say about nodes besides id, label and drawing. */
export const nodeAttributes: readonly Attribute<DescribedNode>[] = [
  { name: 'kind', type: 'TEXT', of: ({ node }) => node.kind },
  { name: 'degree', type: 'INTEGER', of: ({ degree }) => degree },
  ...nodeColumns.map(({ name, type, of }) => ({ name, type, of: ({ node }: DescribedNode) => of(node) })),
];

/** The part of the drawing that no format has a place of its own for. */
export const communityAttribute: Attribute<DescribedNode> = {
  name: 'community',
  type: 'INTEGER',
  of: ({ drawing }) => drawing?.community ?? null,
};

/** The drawing, for formats that have no place of their own for it. */
export const drawingAttributes: readonly Attribute<DescribedNode>[] = [
  { name: 'x', type: 'DECIMAL', of: ({ drawing }) => drawing?.x ?? null },
  { name: 'y', type: 'DECIMAL', of: ({ drawing }) => drawing?.y ?? null },
  { name: 'size', type: 'DECIMAL', of: ({ drawing }) => drawing?.size ?? null },
  { name: 'color', type: 'TEXT', of: ({ drawing }) => drawing?.color ?? null },
  communityAttribute,
];

/** What files say about edges besides id, ends and weight. */
export const edgeAttributes: readonly Attribute<Edge>[] = [
  { name: 'kind', type: 'TEXT', of: ({ kind }) => kind },
  { name: 'directed', type: 'BOOLEAN', of: isDirected },
];

export function* describedNodes({ nodes, degrees, drawingOf }: ExchangedGraph): Generator<DescribedNode> {
  for (const [index, node] of nodes.entries()) {
    yield { node, degree: itemAt(degrees, index), drawing: drawingOf?.(node) };
  }
}

/** The attributes that have a value, by name. */
function valuesOf<Item>(attributes: readonly Attribute<Item>[], item: Item): Record<string, Value> {
  const values: Record<string, Value> = {};
  for (const { name, of } of attributes) {
    const value = of(item);
    if (value !== null) values[name] = value;
  }
  return values;
}

/** A node as an object, for formats of JSON. */
export function nodeObject(described: DescribedNode) {
  const { node, drawing } = described;
  return { id: node.id, label: node.label, ...valuesOf(nodeAttributes, described), ...drawing };
}

/** An edge as an object, for formats of JSON. */
export function edgeObject(edge: Edge) {
  const { source, target, weight } = edge;
  return {
    id: edgeId(edge),
    source: source.id,
    target: target.id,
    weight,
    ...valuesOf(edgeAttributes, edge),
  };
}

/** A value in formats that have no lists. */
export function textOf(value: Value): string {
  return typeof value === 'object' ? (value ?? []).join('; ') : String(value);
}

/** The attributes that have a value, with the value as a text, for formats without lists. An empty list is no value there. */
export function* textsOf<Item>(
  attributes: readonly Attribute<Item>[],
  item: Item,
): Generator<readonly [string, string]> {
  for (const { name, of } of attributes) {
    const text = textOf(of(item));
    if (text !== '') yield [name, text];
  }
}
