import type { OrderDirection, RoleOrderField } from '../graph/lists/orders.ts';

/** What can be listed, as the command line names it. */
export const listedKinds = [
  'roles',
  'responsibilities',
  'topics',
  'pillars',
  'categories',
  'organization-types',
  'sources',
] as const;
export type ListedKind = (typeof listedKinds)[number];

/** The names on the command line of the orders of roles. By a number, the greatest come first. */
export const listOrders = {
  title: { field: 'TITLE', direction: 'ASC' },
  pillars: { field: 'PILLAR_COUNT', direction: 'DESC' },
  lines: { field: 'APPEARANCE_COUNT', direction: 'DESC' },
  duties: { field: 'RESPONSIBILITY_COUNT', direction: 'DESC' },
  specificity: { field: 'SPECIFICITY', direction: 'DESC' },
} as const satisfies Readonly<Record<string, { field: RoleOrderField; direction: OrderDirection }>>;
