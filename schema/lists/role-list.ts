import type { RoleSet } from '../../src/collections/role-set.ts';
import type { CatalogGraph } from '../../src/graph/catalog-graph.ts';
import { roleOrder, type OrderDirection, type RoleOrderField } from '../../src/graph/lists/orders.ts';
import { pageOf, type Page, type PageArguments } from '../../src/graph/lists/page.ts';
import { filtered, type RoleFilter } from '../../src/graph/lists/role-filter.ts';
import type { Role } from '../../src/graph/nodes/role.ts';
import { builder } from '../builder.ts';
import { InvolvementEnum } from '../nodes/involvement.ts';

const IntRangeInput = builder.inputType('IntRange', {
  description: 'A range of whole numbers, both ends included. It is an error if min is greater than max.',
  fields: (t) => ({
    min: t.int({ description: 'The smallest number; no lower bound if it is not given.' }),
    max: t.int({ description: 'The greatest number; no upper bound if it is not given.' }),
  }),
});

const InvolvementFilterInput = builder.inputType('InvolvementFilter', {
  description:
    'A condition on how roles are involved in responsibilities. An empty list is an error. E.g. `{ as: [CONSULTED, INFORMED], ' +
    'for: ["Verify backups"] }`.',
  fields: (t) => ({
    as: t.field({
      type: [InvolvementEnum],
      description: 'The role is involved in at least one of these ways; in any way if it is not given.',
    }),
    for: t.idList({
      description:
        'Responsibilities and topics, by id or name, e.g. `responsibility:verify-backups` or `Backup`: the role is involved in ' +
        'at least one of them. It is involved in a topic if it is involved in a responsibility about it. Any responsibility if ' +
        'it is not given.',
    }),
  }),
});

const RoleFilterInput = builder.inputType('RoleFilter', {
  description:
    'Conditions on roles, all of which must hold. An empty list is an error, and so is a range whose min is greater than ' +
    'its max. E.g. `{ inAll: ["pillar:reliability", "pillar:security"], inNone: ["pillar:cost-optimization"] }`.',
  fields: (t) => ({
    inAll: t.idList({
      description:
        'Pillars, categories and organization types, by id or name: the role is in every one of them. E.g. ' +
        '`["Security", "pillar:reliability"]`.',
    }),
    inAny: t.idList({
      description: 'Groups, by id or name, e.g. `["Security"]`: the role is in at least one of them.',
    }),
    inNone: t.idList({ description: 'Groups, by id or name, e.g. `["Security"]`: the role is in none of them.' }),
    performsAll: t.idList({
      description:
        'Responsibilities and topics, by id or name, e.g. `topic:backup` or `Backup`: the role has every one of them. A role has a topic if ' +
        'it has a responsibility about it. It does not have those that it is only consulted on or informed about.',
    }),
    performsAny: t.idList({
      description: 'Responsibilities and topics, by id or name, e.g. `["Backup"]`: the role has at least one of them.',
    }),
    involvement: t.field({
      type: InvolvementFilterInput,
      description:
        'How the role is involved in what. For example, the roles that are accountable for a responsibility about backups: ' +
        '`{ involvement: { as: [ACCOUNTABLE], for: ["topic:backup"] } }`.',
    }),
    pillarCount: t.field({ type: IntRangeInput, description: 'The number of pillars in which the role appears.' }),
    titleContains: t.string({
      description:
        'Text that the main title or an alternate title contains, compared without regard to case, accents, spaces and ' +
        'punctuation, with and without what stands in brackets in the title. What stands in brackets in the text counts only if ' +
        'some title contains it.',
    }),
  }),
});

const RoleOrderFieldEnum = builder.enumType('RoleOrderField', {
  description: 'A property by which roles can be ordered.',
  values: {
    TITLE: { description: 'The title, alphabetically.' },
    PILLAR_COUNT: { description: 'The number of pillars in which the role appears.' },
    APPEARANCE_COUNT: { description: 'The number of lines that name the role.' },
    RESPONSIBILITY_COUNT: { description: 'The number of responsibilities of the role.' },
    SPECIFICITY: { description: 'The specificity of the role.' },
  } as const,
});

export const OrderDirectionEnum = builder.enumType('OrderDirection', {
  description: 'The direction of an order.',
  values: {
    ASC: { description: 'From the least to the greatest, from A to Z.' },
    DESC: { description: 'From the greatest to the least, from Z to A.' },
  } as const,
});

const RoleOrderInput = builder.inputType('RoleOrder', {
  description:
    'An order of roles. Equal roles are ordered by title, then by id. E.g. `{ field: PILLAR_COUNT, direction: DESC }`.',
  fields: (t) => ({
    field: t.field({ type: RoleOrderFieldEnum, required: true, description: 'The property to order by.' }),
    direction: t.field({
      type: OrderDirectionEnum,
      required: true,
      defaultValue: 'ASC',
      description: 'The direction of the order.',
    }),
  }),
});

/** The arguments of every list of roles that can be filtered and ordered. */
export const roleListArguments = builder.args((t) => ({
  ...t.connectionArgs(),
  filter: t.field({ type: RoleFilterInput, description: 'Only the roles that match all of these conditions.' }),
  orderBy: t.field({ type: RoleOrderInput, description: 'The order; by title if it is not given.' }),
}));

interface RoleListArguments extends PageArguments {
  readonly filter?: RoleFilter | null | undefined;
  readonly orderBy?: { readonly field: RoleOrderField; readonly direction: OrderDirection } | null | undefined;
}

/** The requested page of a set of roles. */
export function roleListPage(graph: CatalogGraph, roles: RoleSet, given: RoleListArguments): Page<Role> {
  const { field, direction } = given.orderBy ?? { field: 'TITLE', direction: 'ASC' };
  const matching = given.filter == null ? roles : filtered(graph, roles, given.filter);
  return pageOf(graph.rolesInOrder(matching, field, direction), roleOrder(field, direction), given);
}
