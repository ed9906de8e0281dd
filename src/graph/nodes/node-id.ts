import type { NodeKind } from './node-kind.ts';

/** How each kind begins its ids: readable, and stable across imports because slugs are. */
const prefixes: Readonly<Record<NodeKind, string>> = {
  ROLE: 'role',
  RESPONSIBILITY: 'responsibility',
  TOPIC: 'topic',
  PILLAR: 'pillar',
  CATEGORY: 'category',
  ORGANIZATION_TYPE: 'organization-type',
  SOURCE: 'source',
  APPEARANCE: 'appearance',
};

/**
 * The id of a node: "<kind>:<slug>", e.g. "role:devops-engineer". A category's slug stands behind its owner's
 * ("security/infrastructure-and-network"), an appearance's key is made by {@link appearanceKey}.
 */
export function nodeId(kind: NodeKind, key: string): string {
  return `${prefixes[kind]}:${key}`;
}

/** The key of an appearance inside its id: "<owner>/<category slug>/<role slug>/<source>-<line>". */
export function appearanceKey(categoryKey: string, roleSlug: string, sourceSlug: string, line: number): string {
  return `${categoryKey}/${roleSlug}/${sourceSlug}-${line}`;
}

/** What an appearance's id names; undefined for text that no appearance can have as its id. */
export interface AppearanceName {
  readonly categoryKey: string;
  readonly roleSlug: string;
  readonly sourceSlug: string;
  readonly line: number;
}

const appearanceId = /^appearance:([^/]+\/[^/]+)\/([^/]+)\/([^/]+)-([1-9][0-9]*)$/u;

export function parseAppearanceId(id: string): AppearanceName | undefined {
  const [, categoryKey, roleSlug, sourceSlug, line] = appearanceId.exec(id) ?? [];
  if (categoryKey === undefined || roleSlug === undefined || sourceSlug === undefined) return undefined;
  return { categoryKey, roleSlug, sourceSlug, line: Number(line) };
}
