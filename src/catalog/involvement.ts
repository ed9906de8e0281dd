import type { CatalogAppearance } from './catalog.ts';

/**
 * How a role can be involved in a responsibility, in the order of a RACI table. Only RESPONSIBLE and ACCOUNTABLE count as
 * doing it.
 */
export const involvements = ['RESPONSIBLE', 'ACCOUNTABLE', 'CONSULTED', 'INFORMED'] as const;

export type Involvement = (typeof involvements)[number];

/** A responsibility of an appearance, as a catalog writes it. A slug alone means that the role is responsible. */
export type CatalogInvolvement = CatalogAppearance['responsibilities'][number];

/** The slug of the responsibility. */
export function slugOfInvolvement(entry: CatalogInvolvement): string {
  return typeof entry === 'string' ? entry : entry.responsibility;
}

/** Each kind once, in the order of a RACI table. */
export function involvementOf(entry: CatalogInvolvement): readonly Involvement[] {
  if (typeof entry === 'string') return ['RESPONSIBLE'];
  return involvements.filter((each) => entry.involvement.includes(each));
}

/** What counts as doing a responsibility, and so as having it. */
export const doing: readonly Involvement[] = ['RESPONSIBLE', 'ACCOUNTABLE'];

/** What does not count as doing. */
export const notDoing: readonly Involvement[] = involvements.filter((each) => !doing.includes(each));

/** Whether the role does it: is responsible or accountable, and not only consulted or informed. */
export function isDoing(involvement: readonly Involvement[]): boolean {
  return involvement.some((each) => doing.includes(each));
}

/** An involvement in its one form: a slug alone where the role is responsible, and nothing else. */
export function canonicalInvolvement(responsibility: string, involvement: readonly Involvement[]): CatalogInvolvement {
  const [first, ...others] = involvement;
  return first === 'RESPONSIBLE' && others.length === 0
    ? responsibility
    : { responsibility, involvement: [...involvement] };
}

/**
 * The responsibilities of an appearance in canonical form: those that the role does in their order, then those that it is
 * only consulted on or informed about. The list itself, if all are slugs.
 */
export function canonicalInvolvements(
  entries: CatalogAppearance['responsibilities'],
): CatalogAppearance['responsibilities'] {
  if (entries.every((entry) => typeof entry === 'string')) return entries;
  const given = entries.map((entry) => ({ slug: slugOfInvolvement(entry), involvement: involvementOf(entry) }));
  const done = given.filter(({ involvement }) => isDoing(involvement));
  const others = given.filter(({ involvement }) => !isDoing(involvement));
  return [...done, ...others].map(({ slug, involvement }) => canonicalInvolvement(slug, involvement));
}
