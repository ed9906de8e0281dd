import type { Category, Responsibility, Role, Topic } from '../../graph/nodes/node.ts';
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

/**
 * @param roles of the person.
 * @param others the roles of all other people.
 * @param categories those that were asked for; others do not count.
 */
export function focusOf(roles: readonly Role[], others: readonly Role[], categories: ReadonlySet<Category>): Focus {
  const sharedCategories = distinctive(roles, others, (role) => role.categories.filter((each) => categories.has(each)));
  const topics = distinctive(roles, others, (role) => role.topics);
  const responsibilities = distinctive(roles, others, (role) => role.responsibilities);
  const shared = { categories: sharedCategories, topics, responsibilities };
  return { headline: headlineOf(roles, shared), ...shared };
}

/** What at least two of some roles have, or a single one, and a smaller part of the others. */
function distinctive<T>(
  roles: readonly Role[],
  others: readonly Role[],
  nodesOf: (role: Role) => readonly T[],
): readonly SharedBy<T>[] {
  const [own, theirs] = [countsOf(roles, nodesOf), countsOf(others, nodesOf)];
  if (roles.length === 0) return [];
  const least = Math.min(2, roles.length);
  return [...own]
    .map(([node, roleCount]) => {
      const share = (theirs.get(node) ?? 0) / Math.max(1, others.length);
      return { node, roleCount, more: roleCount / roles.length - share };
    })
    .filter(({ roleCount, more }) => roleCount >= least && more > 0)
    .sort((a, b) => b.more - a.more)
    .slice(0, mostListed)
    .map(({ node, roleCount }) => ({ node, roleCount }));
}

function countsOf<T>(roles: readonly Role[], nodesOf: (role: Role) => readonly T[]): ReadonlyMap<T, number> {
  const counts = new Map<T, number>();
  for (const role of roles) for (const node of nodesOf(role)) counts.set(node, (counts.get(node) ?? 0) + 1);
  return counts;
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
