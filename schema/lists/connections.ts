import { responsibilitiesByName, rolesByTitle } from '../../src/graph/lists/orders.ts';
import type { PageArguments } from '../../src/graph/lists/page.ts';
import type { Responsibility, Role } from '../../src/graph/nodes/node.ts';
import { builder } from '../builder.ts';
import { ResponsibilityRef, RoleRef } from '../refs.ts';
import { plainPage } from './connection.ts';
import { facetsField, type RoleList } from './role-facets.ts';

export const RoleConnection = builder.connectionObject<typeof RoleRef, RoleList>(
  {
    name: 'RoleConnection',
    description: 'A page of a list of roles.',
    type: RoleRef,
    fields: (t) => ({ facets: t.field(facetsField) }),
  },
  { name: 'RoleEdge', description: 'A role in a list.' },
);

export const ResponsibilityConnection = builder.connectionObject(
  { name: 'ResponsibilityConnection', description: 'A page of a list of responsibilities.', type: ResponsibilityRef },
  { name: 'ResponsibilityEdge', description: 'A responsibility in a list.' },
);

/** @param roles in the order of their titles. */
export function rolePage(roles: readonly Role[], given: PageArguments) {
  return plainPage(roles, rolesByTitle, given);
}

/** @param responsibilities in the order of their names. */
export function responsibilityPage(responsibilities: readonly Responsibility[], given: PageArguments) {
  return plainPage(responsibilities, responsibilitiesByName, given);
}
