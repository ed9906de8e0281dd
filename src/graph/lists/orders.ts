import type { Responsibility, Role } from '../nodes/node.ts';
import type { Order } from './page.ts';

export const roleOrderFields = [
  'TITLE',
  'PILLAR_COUNT',
  'APPEARANCE_COUNT',
  'RESPONSIBILITY_COUNT',
  'SPECIFICITY',
] as const;
export type RoleOrderField = (typeof roleOrderFields)[number];
export type OrderDirection = 'ASC' | 'DESC';

const numbers: Readonly<Record<Exclude<RoleOrderField, 'TITLE'>, (role: Role) => number>> = {
  PILLAR_COUNT: (role) => role.pillarCount,
  APPEARANCE_COUNT: (role) => role.appearanceCount,
  RESPONSIBILITY_COUNT: (role) => role.responsibilityCount,
  SPECIFICITY: (role) => role.specificity,
};

/** The sort key of a title or name, then the id, which no two nodes share. */
const bySortKey = {
  types: ['string', 'string'],
  valuesOf: ({ sortKey, id }: Role | Responsibility) => [sortKey, id],
} as const;

/** Roles by a field in a direction; equals by title, then id, ascending. */
export function roleOrder(field: RoleOrderField, direction: OrderDirection): Order<Role> {
  const name = `roles by ${field} ${direction}`;
  if (field === 'TITLE') return { ...bySortKey, name, directions: [direction, 'ASC'] };
  const numberOf = numbers[field];
  return {
    name,
    types: ['number', ...bySortKey.types],
    directions: [direction, 'ASC', 'ASC'],
    valuesOf: (role) => [numberOf(role), role.sortKey, role.id],
  };
}

/** Roles by title, then id: the order of their indexes. */
export const rolesByTitle = roleOrder('TITLE', 'ASC');

/** Responsibilities by name, then id: the order of their indexes. */
export const responsibilitiesByName: Order<Responsibility> = {
  ...bySortKey,
  name: 'responsibilities by NAME ASC',
  directions: ['ASC', 'ASC'],
};
