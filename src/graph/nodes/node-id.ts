import { memoize } from '../../collections/memoize.ts';
import type { NodeKind } from './node-kind.ts';

/** One string that all ids of a kind share: strings made for each id take megabytes in large catalogs. */
const prefixOf = memoize((kind: NodeKind) => `${kind.toLowerCase().replace('_', '-')}:`);

/**
 * The id of a node: its kind and its key, e.g. "role:devops-engineer" or "organization-type:vendor". The key is the slug,
 * that of a category after its owner's ("security/infrastructure-and-network"), that of an appearance made by
 * {@link appearanceKey}. Ids are stable across imports because slugs are.
 */
export function nodeId(kind: NodeKind, key: string): string {
  return `${prefixOf(kind)}${key}`;
}

/**
 * The key of an appearance inside its id: "<owner>/<category slug>/<role slug>/<source>-<line>".
 *
 * @param place what placeKey makes: the last part.
 */
export function appearanceKey(categoryKey: string, roleSlug: string, place: string): string {
  return `${categoryKey}/${roleSlug}/${place}`;
}

const appearanceId = /^appearance:([^/]+\/[^/]+)\/([^/]+)\/([^/]+-[1-9][0-9]*|(?:[^/]+-)?h[0-9a-f]{8})$/u;

/** The parts of an appearance's id; undefined for a text that no appearance can have as its id. */
export function parseAppearanceId(id: string) {
  const [, categoryKey, roleSlug, place] = appearanceId.exec(id) ?? [];
  if (categoryKey === undefined || roleSlug === undefined || place === undefined) return undefined;
  return { categoryKey, roleSlug, place };
}
