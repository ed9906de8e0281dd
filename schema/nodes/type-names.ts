import type { NodeKind } from '../../src/graph/nodes/node-kind.ts';

const typeNames: ReadonlyMap<unknown, string> = new Map<NodeKind, string>([
  ['ROLE', 'Role'],
  ['RESPONSIBILITY', 'Responsibility'],
  ['TOPIC', 'Topic'],
  ['PILLAR', 'Pillar'],
  ['CATEGORY', 'Category'],
  ['ORGANIZATION_TYPE', 'OrganizationType'],
  ['SOURCE', 'Source'],
  ['APPEARANCE', 'Appearance'],
]);

/** The GraphQL type of a node, by its kind. */
export function typeNameOf(node: unknown): string | undefined {
  return typeof node === 'object' && node !== null && 'kind' in node ? typeNames.get(node.kind) : undefined;
}
