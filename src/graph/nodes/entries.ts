import type { NodeKind } from './node-kind.ts';

/**
 * A node as the server holds it: what it is called, where it stands and what is counted of it. Its place is its index
 * among the nodes of its kind, in the kind's own order.
 */
interface Entry {
  readonly kind: NodeKind;
  readonly place: number;
  readonly id: string;
  /** The title or name that people read. */
  readonly label: string;
}

export interface RoleEntry extends Entry {
  readonly kind: 'ROLE';
  readonly slug: string;
  readonly alternateTitles: readonly string[];
  readonly sortKey: string;
  readonly pillarCount: number;
  readonly organizationTypeCount: number;
  readonly categoryCount: number;
  readonly appearanceCount: number;
  readonly responsibilityCount: number;
  readonly isUniversal: boolean;
  /** How special it is, 0..1; see specificitiesOf. */
  readonly specificity: number;
}

export interface ResponsibilityEntry extends Entry {
  readonly kind: 'RESPONSIBILITY';
  readonly slug: string;
  readonly sortKey: string;
  readonly roleCount: number;
}

export interface TopicEntry extends Entry {
  readonly kind: 'TOPIC';
  readonly slug: string;
}

export interface PillarEntry extends Entry {
  readonly kind: 'PILLAR';
  readonly slug: string;
  readonly summary: string | null;
}

export interface OrganizationTypeEntry extends Entry {
  readonly kind: 'ORGANIZATION_TYPE';
  readonly slug: string;
  readonly summary: string | null;
}

export interface CategoryEntry extends Entry {
  readonly kind: 'CATEGORY';
  readonly slug: string;
  /** Place of the pillar; null for a category of organization types. */
  readonly pillar: number | null;
  /** Places of the organization types, in the catalog's order. */
  readonly organizationTypes: readonly number[];
  readonly relation: 'INSIDE' | 'SUPPORTS' | null;
}

export interface SourceEntry extends Entry {
  readonly kind: 'SOURCE';
  readonly slug: string;
  readonly document: string;
  readonly summary: string | null;
  readonly appearanceCount: number;
}

/** Places of a line, its role, category and source; its texts are read from the store. */
export interface AppearanceEntry extends Entry {
  readonly kind: 'APPEARANCE';
  readonly role: number;
  readonly category: number;
  readonly source: number;
  readonly line: number;
}

/** A set of roles that can be compared with others. */
export type GroupEntry = PillarEntry | CategoryEntry | OrganizationTypeEntry;

export type NodeEntry = RoleEntry | ResponsibilityEntry | TopicEntry | GroupEntry | SourceEntry | AppearanceEntry;

export function isGroup(entry: NodeEntry): entry is GroupEntry {
  return entry.kind === 'PILLAR' || entry.kind === 'CATEGORY' || entry.kind === 'ORGANIZATION_TYPE';
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

/** A kind with its article, e.g. "an appearance". */
export function nameOfKind(kind: NodeKind): string {
  const name = kindNames[kind];
  return `${/^[aeiou]/.test(name) ? 'an' : 'a'} ${name}`;
}
