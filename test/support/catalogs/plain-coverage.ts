import { categoryReference } from '../../../src/catalog/category-owner.ts';
import type { BruteForce } from './brute-force.ts';

/** The prefix of an id of each kind of item. */
const units = ['category', 'responsibility', 'topic'];

/** What groups have to be covered, as ids. */
export function plainItems(plain: BruteForce, groups: readonly string[]): ReadonlySet<string> {
  const items = new Set<string>();
  for (const category of plain.catalog.categories) {
    const id = `category:${categoryReference(category)}`;
    const owners =
      'pillar' in category
        ? [`pillar:${category.pillar}`]
        : category.organizationTypes.map((slug) => `organization-type:${slug}`);
    if ([id, ...owners].some((each) => groups.includes(each))) items.add(id);
  }
  for (const line of plain.lines) {
    if (!groups.some((group) => line.groups.has(group))) continue;
    for (const responsibility of line.responsibilities) {
      items.add(responsibility);
      for (const topic of plain.topicsOf(responsibility)) items.add(topic);
    }
  }
  return items;
}

/** What a role carries, as ids. */
export function plainCarried(plain: BruteForce, role: string): ReadonlySet<string> {
  const duties = [...plain.responsibilitiesOf(role)];
  return new Set([...plain.groupsOf(role, 'CATEGORY'), ...duties, ...duties.flatMap((duty) => plain.topicsOf(duty))]);
}

/** The mean over the kinds that there are of how much of them is in a part. */
export function plainShare(part: Iterable<string>, all: Iterable<string>, none: number): number {
  const [chosen, whole] = [[...part], [...all]];
  const shares = units.flatMap((unit) => {
    const of = (ids: readonly string[]) => ids.filter((id) => id.startsWith(`${unit}:`)).length;
    return of(whole) === 0 ? [] : [of(chosen) / of(whole)];
  });
  return shares.length === 0 ? none : shares.reduce((sum, share) => sum + share, 0) / shares.length;
}
