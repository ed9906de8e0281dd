import { categoryReference } from '../../../src/catalog/category-owner.ts';
import { rounded, type BruteForce } from './brute-force.ts';

/** Where carriers are looked for. */
export type PlainScope = 'MEMBERS' | 'CATALOG';

/** The items of groups, as `<id of group> <id of node>`; those of the catalog, which are of no one group, as ` <id of node>`. */
export function plainItems(plain: BruteForce, groups: readonly string[] | null, from: PlainScope): ReadonlySet<string> {
  const { catalog } = plain;
  if (groups === null) {
    return new Set([
      ...catalog.categories.map((category) => ` category:${categoryReference(category)}`),
      ...catalog.responsibilities.map(({ slug }) => ` responsibility:${slug}`),
      ...catalog.topics.map(({ slug }) => ` topic:${slug}`),
    ]);
  }
  return new Set(
    groups.flatMap((group) => nodesOfGroup(plain, group).map((node) => `${from === 'MEMBERS' ? group : ''} ${node}`)),
  );
}

function nodesOfGroup(plain: BruteForce, group: string): readonly string[] {
  const categories = plain.catalog.categories.flatMap((category) => {
    const id = `category:${categoryReference(category)}`;
    const owners =
      'pillar' in category
        ? [`pillar:${category.pillar}`]
        : category.organizationTypes.map((slug) => `organization-type:${slug}`);
    return [id, ...owners].includes(group) ? [id] : [];
  });
  const duties = plain.lines.flatMap(({ groups, involvements }) => (groups.has(group) ? [...involvements.keys()] : []));
  return [...categories, ...duties, ...duties.flatMap((duty) => plain.topicsOf(duty))];
}

/** Those of some items that a role carries: by lines of the item's group, or by any lines. */
export function plainCarried(
  plain: BruteForce,
  role: string,
  items: ReadonlySet<string>,
  from: PlainScope,
): ReadonlySet<string> {
  const lines = plain.lines.filter((line) => line.role === role);
  return new Set(
    [...items].filter((item) => {
      const [group = '', node = ''] = item.split(' ');
      return lines.some(
        ({ category, groups, responsibilities, involvements }) =>
          (from === 'CATALOG' || groups.has(group)) &&
          [
            // Who is only consulted or informed does none of the work of the category.
            ...(responsibilities.size > 0 || involvements.size === 0 ? [category] : []),
            ...responsibilities,
            ...[...responsibilities].flatMap((duty) => plain.topicsOf(duty)),
          ].includes(node),
      );
    }),
  );
}

/** The shares of the items of each kind that are in a part; null for a kind that has none. */
export function plainShares(part: ReadonlySet<string>, all: ReadonlySet<string>) {
  const share = (kind: string) => {
    const of = (items: ReadonlySet<string>) => [...items].filter((item) => item.includes(` ${kind}:`)).length;
    return of(all) === 0 ? null : rounded(of(part.intersection(all)) / of(all));
  };
  return { CATEGORY: share('category'), RESPONSIBILITY: share('responsibility'), TOPIC: share('topic') };
}
