import type { Role } from '../../src/graph/nodes/role.ts';
import type { CatalogGraph } from '../../src/graph/catalog-graph.ts';
import { roleOrder } from '../../src/graph/lists/orders.ts';
import { pageOf, type Page } from '../../src/graph/lists/page.ts';
import { filtered } from '../../src/graph/lists/role-filter.ts';
import type { RoleSet } from '../../src/collections/role-set.ts';
import { builder } from '../builder.ts';
import type { RoleListArguments } from '../costs/role-list-work.ts';

const IntRangeInput = builder.inputType('IntRange', {
  description: 'Whole numbers from min to max, both included. A range whose min exceeds its max is an error.',
  fields: (t) => ({
    min: t.int({ description: 'The least; without it, no lower bound.' }),
    max: t.int({ description: 'The greatest; without it, no upper bound.' }),
  }),
});

const RoleFilterInput = builder.inputType('RoleFilter', {
  description:
    'Which roles are wanted. All that is given must hold. An empty list, or a range whose min exceeds its max, is an ' +
    'error. E.g. `{ inAll: ["pillar:reliability", "pillar:security"], inNone: ["pillar:cost-optimization"] }`.',
  fields: (t) => ({
    inAll: t.idList({ description: 'In every one of these groups: ids of pillars, categories, organization types.' }),
    inAny: t.idList({ description: 'In at least one of these groups.' }),
    inNone: t.idList({ description: 'In none of these groups.' }),
    performsAll: t.idList({
      description:
        'Ids of responsibilities or topics, e.g. `topic:backup`: the role has every one. A role has a topic when it ' +
        'has a responsibility about it.',
    }),
    performsAny: t.idList({ description: 'Ids of responsibilities or topics: the role has at least one.' }),
    pillarCount: t.field({ type: IntRangeInput, description: 'How many pillars the role stands in.' }),
    titleContains: t.string({
      description:
        'Text that one of the titles contains, alternate titles included, compared by matching key: without regard ' +
        'to case, spaces and punctuation.',
    }),
  }),
});

const RoleOrderFieldEnum = builder.enumType('RoleOrderField', {
  description: 'What roles can be ordered by.',
  values: {
    TITLE: { description: 'The title, in alphabetical order.' },
    PILLAR_COUNT: { description: 'How many pillars the role stands in.' },
    APPEARANCE_COUNT: { description: 'How many lines of the sources name the role.' },
    RESPONSIBILITY_COUNT: { description: 'How many responsibilities the role has.' },
    SPECIFICITY: { description: 'How special the role is: its specificity.' },
  } as const,
});

export const OrderDirectionEnum = builder.enumType('OrderDirection', {
  description: 'Which way an order goes.',
  values: {
    ASC: { description: 'From the least to the greatest, from A to Z.' },
    DESC: { description: 'From the greatest to the least, from Z to A.' },
  } as const,
});

const RoleOrderInput = builder.inputType('RoleOrder', {
  description: 'An order of roles; equals stand by title, then by id. E.g. `{ field: PILLAR_COUNT, direction: DESC }`.',
  fields: (t) => ({
    field: t.field({ type: RoleOrderFieldEnum, required: true, description: 'What to order by.' }),
    direction: t.field({
      type: OrderDirectionEnum,
      required: true,
      defaultValue: 'ASC',
      description: 'Which way.',
    }),
  }),
});

/** The arguments of every list of roles that can be filtered and ordered. */
export const roleListArguments = builder.args((t) => ({
  ...t.connectionArgs(),
  filter: t.field({ type: RoleFilterInput, description: 'Only the roles for which all of this holds.' }),
  orderBy: t.field({ type: RoleOrderInput, description: 'By title where it is not given.' }),
}));

/** The page of a set of roles that the arguments ask for. */
export function roleListPage(graph: CatalogGraph, roles: RoleSet, given: RoleListArguments): Page<Role> {
  const { field, direction } = given.orderBy ?? { field: 'TITLE', direction: 'ASC' };
  const kept = given.filter == null ? roles : filtered(graph, roles, given.filter);
  return pageOf(graph.rolesInOrder(kept, field, direction), roleOrder(field, direction), given);
}
