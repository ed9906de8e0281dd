import type { Responsibility } from '../nodes/responsibility.ts';
import type { Role } from '../nodes/role.ts';
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

/** Roles by a field in a direction; equals by title, then id, ascending. */
export function roleOrder(field: RoleOrderField, direction: OrderDirection): Order<Role> {
  const name = `roles by ${field} ${direction}`;
  if (field === 'TITLE') {
    return {
      name,
      types: ['string', 'string'],
      directions: [direction, 'ASC'],
      valuesOf: (role) => [role.sortKey, role.id],
    };
  }
  const numberOf = numbers[field];
  return {
    name,
    types: ['number', 'string', 'string'],
    directions: [direction, 'ASC', 'ASC'],
    valuesOf: (role) => [numberOf(role), role.sortKey, role.id],
  };
}

/** Roles by title, then id: the order of their indexes. */
export const rolesByTitle = roleOrder('TITLE', 'ASC');

/** Responsibilities by name, then id: the order of their indexes. */
export const responsibilitiesByName: Order<Responsibility> = {
  name: 'responsibilities by NAME ASC',
  types: ['string', 'string'],
  directions: ['ASC', 'ASC'],
  valuesOf: ({ sortKey, id }) => [sortKey, id],
};
