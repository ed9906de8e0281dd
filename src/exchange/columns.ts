import { isGroup, type Node } from '../graph/nodes/node.ts';

/** What a column of a file holds. TEXTS is a list of texts, which formats without lists write as one, joined by "; ". */
export type ColumnType = 'TEXT' | 'TEXTS' | 'INTEGER' | 'DECIMAL' | 'BOOLEAN';

export type Value = string | number | boolean | readonly string[] | null;

/** Something that files say about every node. */
export interface NodeColumn {
  /** In camelCase, as the GraphQL field of the same meaning. */
  readonly name: string;
  readonly type: ColumnType;
  /** Null where it does not apply to the kind of the node, or the catalog does not say it. */
  readonly of: (node: Node) => Value;
}

/** What files say about nodes besides id, label, kind, degree and drawing; the same in every format. */
export const nodeColumns: readonly NodeColumn[] = [
  { name: 'alternateTitles', type: 'TEXTS', of: (node) => (node.kind === 'ROLE' ? node.alternateTitles : null) },
  { name: 'pillars', type: 'TEXTS', of: (node) => (node.kind === 'ROLE' ? namesOf(node.pillars) : null) },
  {
    name: 'organizationTypes',
    type: 'TEXTS',
    of: (node) => (node.kind === 'ROLE' || node.kind === 'CATEGORY' ? namesOf(node.organizationTypes) : null),
  },
  { name: 'topics', type: 'TEXTS', of: topicsOf },
  { name: 'pillarCount', type: 'INTEGER', of: (node) => (node.kind === 'ROLE' ? node.pillarCount : null) },
  { name: 'roleCount', type: 'INTEGER', of: roleCountOf },
  { name: 'isUniversal', type: 'BOOLEAN', of: (node) => (node.kind === 'ROLE' ? node.isUniversal : null) },
  { name: 'specificity', type: 'DECIMAL', of: (node) => (node.kind === 'ROLE' ? node.specificity : null) },
  { name: 'externalId', type: 'TEXT', of: externalIdOf },
];

function namesOf(nodes: readonly { readonly name: string }[]): readonly string[] {
  return nodes.map(({ name }) => name);
}

function topicsOf(node: Node): Value {
  return node.kind === 'ROLE' || node.kind === 'RESPONSIBILITY' ? namesOf(node.topics) : null;
}

function roleCountOf(node: Node): Value {
  return isGroup(node) || node.kind === 'RESPONSIBILITY' || node.kind === 'TOPIC' ? node.roleCount : null;
}

function externalIdOf(node: Node): Value {
  return node.kind === 'SOURCE' || node.kind === 'APPEARANCE' ? null : node.externalId;
}
