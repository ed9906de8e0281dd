import { eitherInWords } from '../../text/in-words.ts';
import type { Appearance } from './appearance.ts';
import type { Category } from './category.ts';
import type { NodeKind } from './node-kind.ts';
import type { OrganizationType } from './organization-type.ts';
import type { Pillar } from './pillar.ts';
import type { Responsibility } from './responsibility.ts';
import type { Role } from './role.ts';
import type { Source } from './source.ts';
import type { Topic } from './topic.ts';

// One import for those who use several kinds of nodes.
export type { Appearance, Category, OrganizationType, Pillar, Responsibility, Role, Source, Topic };

/** A set of roles that can be compared with others. */
export type RoleGroup = Pillar | Category | OrganizationType;

/** Anything in a catalog's graph that has an id. */
export type Node = Role | Responsibility | Topic | RoleGroup | Source | Appearance;

export type NodeOfKind<K extends NodeKind> = Extract<Node, { readonly kind: K }>;

export function isGroup(node: Node): node is RoleGroup {
  return node.kind === 'PILLAR' || node.kind === 'CATEGORY' || node.kind === 'ORGANIZATION_TYPE';
}

/** Whether a node is of one of some kinds. */
export function isOfKinds<K extends NodeKind>(node: Node, kinds: readonly K[]): node is NodeOfKind<K> {
  const wanted: readonly NodeKind[] = kinds;
  return wanted.includes(node.kind);
}

/** The title or name that the catalog gives a node; a role's with its qualifier. Unlike the label, without the owners of a category. */
export function ownNameOf(node: Node): string {
  return node.kind === 'CATEGORY' ? node.name : node.label;
}

/** What a kind is called in a message to people. */
export const kindNames: Readonly<Record<NodeKind, string>> = {
  ROLE: 'role',
  RESPONSIBILITY: 'responsibility',
  TOPIC: 'topic',
  PILLAR: 'pillar',
  CATEGORY: 'category',
  ORGANIZATION_TYPE: 'organization type',
  SOURCE: 'source',
  APPEARANCE: 'appearance',
};

/** The same for several nodes. */
export const pluralNames: Readonly<Record<NodeKind, string>> = {
  ROLE: 'roles',
  RESPONSIBILITY: 'responsibilities',
  TOPIC: 'topics',
  PILLAR: 'pillars',
  CATEGORY: 'categories',
  ORGANIZATION_TYPE: 'organization types',
  SOURCE: 'sources',
  APPEARANCE: 'appearances',
};

/** A kind with its article, e.g. "an appearance". */
export function nameOfKind(kind: NodeKind): string {
  const name = kindNames[kind];
  return `${/^[aeiou]/.test(name) ? 'an' : 'a'} ${name}`;
}

/** What may be given where nodes of some kinds are accepted, e.g. "a pillar, category or organization type". */
export function calledOf(kinds: readonly NodeKind[]): string {
  return eitherInWords(kinds.map((kind, index) => (index === 0 ? nameOfKind(kind) : kindNames[kind])));
}
