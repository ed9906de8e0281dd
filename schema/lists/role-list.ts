import type { Role } from '../../src/graph/nodes/role.ts';
import type { CatalogGraph } from '../../src/graph/catalog-graph.ts';
import { roleOrder, type OrderDirection, type RoleOrderField } from '../../src/graph/lists/orders.ts';
import { pageOf, type Page, type PageArguments } from '../../src/graph/lists/page.ts';
import { filtered, type RoleFilter } from '../../src/graph/lists/role-filter.ts';
import type { ExpectedSizes } from '../../src/graph/indexes/expected-sizes.ts';
import type { RoleSet } from '../../src/collections/role-set.ts';
import { builder } from '../builder.ts';
import { roleWalk, setWork } from '../execution/field-cost.ts';

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

interface RoleListArguments extends PageArguments {
  readonly filter?: RoleFilter | null | undefined;
  readonly orderBy?: { readonly field: RoleOrderField; readonly direction: OrderDirection } | null | undefined;
}

/** The page of a set of roles that the arguments ask for. */
export function roleListPage(graph: CatalogGraph, roles: RoleSet, given: RoleListArguments): Page<Role> {
  const { field, direction } = given.orderBy ?? { field: 'TITLE', direction: 'ASC' };
  const kept = given.filter == null ? roles : filtered(graph, roles, given.filter);
  return pageOf(graph.rolesInOrder(kept, field, direction), roleOrder(field, direction), given);
}

/**
 * What it takes to make such a page of a set of roles, by how many these are, in the unit of costs.
 *
 * @param roles 0 where they are all roles in their order, which need not be gone through.
 */
export function roleListWork(sizes: ExpectedSizes, roles: number, { filter, orderBy }: RoleListArguments): number {
  const { all } = sizes;
  const inOrder = 4 * setWork(sizes) + (orderBy == null ? roleWalk(roles) : 4 * roleWalk(all.roles));
  if (filter == null) return inOrder;
  const { inAll, inAny, inNone, performsAll, performsAny, pillarCount, titleContains } = filter;
  const sets = [inAll, inAny, inNone, performsAll, performsAny].reduce((sum, each) => sum + (each?.length ?? 0), 0);
  const looked = roles === 0 ? all.roles : roles;
  const byRole = (pillarCount == null ? 0 : 8 * roleWalk(looked)) + (titleContains == null ? 0 : 24 * roleWalk(looked));
  return inOrder + roleWalk(looked) + sets * setWork(sizes) + byRole;
}
