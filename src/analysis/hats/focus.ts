import type { Category, Responsibility, Role, Topic } from '../../graph/nodes/node.ts';
import type { Steps } from '../../scheduling/steps.ts';
import { inWords } from '../../text/in-words.ts';

/** Something that several roles of a person have in common, and how many of them. */
export interface SharedBy<T> {
  readonly node: T;
  readonly roleCount: number;
}

/** What a person mainly does: what several of their roles share, and those of other people less often. */
export interface Focus {
  /** E.g. `Backup & Disaster Recovery (6 of 7 roles). Shared duties: "Run restore tests" (4 roles) and "Plan failover" (3).` */
  readonly headline: string;
  /** In the order of how much more of the person's roles than of the others' have it, most first; at most 5 each. */
  readonly categories: readonly SharedBy<Category>[];
  readonly topics: readonly SharedBy<Topic>[];
  readonly responsibilities: readonly SharedBy<Responsibility>[];
}

const mostListed = 5;
/** The most duties or topics in a headline. */
const mostInHeadline = 3;

/** How many of some roles have each category, topic and responsibility. */
interface TraitCounts {
  readonly categories: ReadonlyMap<Category, number>;
  readonly topics: ReadonlyMap<Topic, number>;
  readonly responsibilities: ReadonlyMap<Responsibility, number>;
}

/**
 * What each of some people mainly does.
 *
 * @param rolesOfPeople the roles of each person.
 * @param wanted the categories that were asked for; others do not count.
 */
export function* focusOfEach(
  rolesOfPeople: readonly (readonly Role[])[],
  wanted: ReadonlySet<Category>,
): Steps<readonly Focus[]> {
  const all = rolesOfPeople.flat();
  const ofAll = yield* traitCountsOf(all, wanted);
  const focuses: Focus[] = [];
  for (const roles of rolesOfPeople) {
    const own = yield* traitCountsOf(roles, wanted);
    const others = all.length - roles.length;
    const shared = {
      categories: distinctive(own.categories, ofAll.categories, roles.length, others),
      topics: distinctive(own.topics, ofAll.topics, roles.length, others),
      responsibilities: distinctive(own.responsibilities, ofAll.responsibilities, roles.length, others),
    };
    focuses.push({ headline: headlineOf(roles, shared), ...shared });
    yield;
  }
  return focuses;
}

function* traitCountsOf(roles: readonly Role[], wanted: ReadonlySet<Category>): Steps<TraitCounts> {
  const counts = {
    categories: new Map<Category, number>(),
    topics: new Map<Topic, number>(),
    responsibilities: new Map<Responsibility, number>(),
  };
  for (const role of roles) {
    countEach(
      counts.categories,
      role.categories.filter((each) => wanted.has(each)),
    );
    countEach(counts.topics, role.topics);
    countEach(counts.responsibilities, role.responsibilities);
    yield;
  }
  return counts;
}

function countEach<T>(counts: Map<T, number>, nodes: readonly T[]): void {
  for (const node of nodes) counts.set(node, (counts.get(node) ?? 0) + 1);
}

/**
 * What at least two roles of a person have, or the only one, and a smaller part of the others' roles.
 *
 * @param size how many roles the person has.
 * @param others how many the others have.
 */
function distinctive<T>(
  own: ReadonlyMap<T, number>,
  all: ReadonlyMap<T, number>,
  size: number,
  others: number,
): readonly SharedBy<T>[] {
  return [...own]
    .map(([node, roleCount]) => {
      const theirs = ((all.get(node) ?? 0) - roleCount) / Math.max(1, others);
      return { node, roleCount, more: roleCount / size - theirs };
    })
    .filter(({ roleCount, more }) => roleCount >= Math.min(2, size) && more > 0)
    .sort((a, b) => b.more - a.more)
    .slice(0, mostListed)
    .map(({ node, roleCount }) => ({ node, roleCount }));
}

function headlineOf(roles: readonly Role[], { categories, topics, responsibilities }: Omit<Focus, 'headline'>): string {
  const [only] = roles;
  if (only === undefined) return 'Nothing.';
  if (roles.length === 1) {
    const [category] = categories;
    return category === undefined ? `${only.label}.` : `${only.label}, of ${category.node.label}.`;
  }
  const main = mainOf(categories.length > 0 ? categories : topics, roles.length);
  const shared = responsibilities.length > 0 ? responsibilities : categories.length > 0 ? topics : [];
  const called = responsibilities.length > 0 ? 'Shared duties' : 'Shared topics';
  if (main === '' && shared.length === 0) return 'These roles have little in common.';
  const listed = shared
    .slice(0, mostInHeadline)
    .map(({ node, roleCount }, index) => `"${node.label}" (${roleCount}${index === 0 ? ' roles' : ''})`);
  const sentences = [...(main === '' ? [] : [main]), ...(listed.length === 0 ? [] : [`${called}: ${inWords(listed)}`])];
  return `${sentences.join('. ')}.`;
}

/** The first, and the second, too, where fewer than two thirds of the roles have the first. */
function mainOf(shared: readonly SharedBy<Category | Topic>[], total: number): string {
  const [first, second] = shared;
  if (first === undefined) return '';
  const main = `${first.node.label} (${first.roleCount} of ${total} roles)`;
  if (second === undefined || first.roleCount * 3 >= total * 2) return main;
  return `${main}, ${second.node.label} (${second.roleCount})`;
}
