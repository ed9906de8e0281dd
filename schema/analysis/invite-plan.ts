import type { CoverageItem } from '../../src/analysis/coverage/coverage-item.ts';
import {
  alternatesByCoverage,
  invitePlan,
  invitesByRank,
  mostInvites,
  type Alternate,
  type Invite,
  type InvitePlan,
} from '../../src/analysis/invites/invite-plan.ts';
import { ArgumentError } from '../../src/graph/argument-error.ts';
import type { CatalogGraph } from '../../src/graph/catalog-graph.ts';
import { pageOf, type PageArguments } from '../../src/graph/lists/page.ts';
import { groupsOf } from '../../src/graph/named-nodes.ts';
import type { Role } from '../../src/graph/nodes/role.ts';
import { builder } from '../builder.ts';
import { connectionOf, type ConnectionWith } from '../lists/connection.ts';
import { namedRoles, RoleByInput, type RoleBy } from '../nodes/look-up.ts';
import { RoleRef } from '../refs.ts';
import {
  countedItems,
  CoverageItemConnection,
  coveragePage,
  CoverageUnitEnum,
  setOfRoles,
  type Counted,
} from './coverage-item.ts';

/** The greatest length of a list of groups or roles in the input. */
const mostNamed = 1_000;

const InvitePlanInput = builder.inputType('InvitePlanInput', {
  description:
    'What an invite plan must cover, and which roles it may invite. E.g. `{ cover: ["pillar:security"], by: TOPIC, exclude: [{ title: "DevOps Engineer" }] }`.',
  fields: (t) => ({
    cover: t.idList({
      required: true,
      description:
        'The groups whose categories, responsibilities or topics must be covered: pillars, categories and organization ' +
        `types, by id or name, 1 to ${mostNamed}. E.g. \`["Security", "pillar:reliability"]\`.`,
    }),
    by: t.field({
      type: CoverageUnitEnum,
      required: true,
      defaultValue: 'CATEGORY',
      description: 'The unit to cover: each category of the groups, each responsibility, or each topic.',
    }),
    mustInclude: t.field({
      type: [RoleByInput],
      description: `Roles that are always invited, up to ${mostNamed}. They count towards maxInvites.`,
    }),
    exclude: t.field({ type: [RoleByInput], description: `Roles that are never invited, up to ${mostNamed}.` }),
    maxInvites: t.int({
      description:
        `The greatest number of invites, 1 to ${mostInvites}; no limit if it is not given. If these invites cannot cover ` +
        'everything, the plan covers as much as possible.',
    }),
  }),
});

/** What is counted goes with each part of a plan. */
interface WithCounted {
  readonly counted: Counted;
}

const InvitePlanRef = builder.objectRef<InvitePlan & WithCounted>('InvitePlan');

const InviteAlternatesConnection = builder.connectionObject<
  typeof RoleRef,
  ConnectionWith<Role, WithCounted & { readonly alternate: Alternate }>
>(
  {
    name: 'InviteAlternatesConnection',
    description: 'A page of the roles that could replace an invited role.',
    type: RoleRef,
  },
  {
    name: 'InviteAlternatesEdge',
    description: 'A role that could replace an invited role.',
    fields: (t) => ({
      coveredCount: t.int({
        description: 'The number of requested items that the role covers in total.',
        resolve: ({ alternate }) => alternate.coveredCount,
      }),
      alsoCovers: t.field({
        type: CoverageItemConnection,
        description:
          'Other requested items that this alternate would also cover, sorted by name, with their source lines.',
        args: t.arg.connectionArgs(),
        resolve: ({ node, alternate, counted }, args, { rolegraph: { graph } }) =>
          itemPage(graph, alternate.alsoCovers(), node, args, counted),
      }),
    }),
  },
);

const InviteConnection = builder.connectionObject<
  typeof RoleRef,
  ConnectionWith<Role, WithCounted & { readonly invite: Invite }>
>(
  {
    name: 'InviteConnection',
    description: 'A page of the invited roles; totalCount is the number of invites.',
    type: RoleRef,
  },
  {
    name: 'InviteEdge',
    description: 'An invited role, with the items that it covers and the roles that could replace it.',
    fields: (t) => ({
      rank: t.int({ description: 'The rank of the invite in the plan, from 1.', resolve: ({ invite }) => invite.rank }),
      adds: t.field({
        type: CoverageItemConnection,
        description: 'The items that the role covers and no role before it does, by name, with their source lines.',
        args: t.arg.connectionArgs(),
        resolve: ({ node, invite, counted }, args, { rolegraph: { graph } }) =>
          itemPage(graph, invite.adds, node, args, counted),
      }),
      covers: t.field({
        type: CoverageItemConnection,
        description: 'All requested items that the role covers, by name, with their source lines.',
        args: t.arg.connectionArgs(),
        resolve: ({ node, invite, counted }, args, { rolegraph: { graph } }) =>
          itemPage(graph, invite.covers, node, args, counted),
      }),
      alternates: t.field({
        type: InviteAlternatesConnection,
        description:
          'Roles that could replace this role: roles outside the plan, and not excluded, that cover every item that only ' +
          'this invite covers, so that the plan would cover no less. Roles that cover most of the requested items come ' +
          "first, then those with most of the groups' responsibilities, then by title. Empty if the other invites cover " +
          'all items of this one.',
        args: t.arg.connectionArgs(),
        resolve: ({ invite, counted }, args) =>
          connectionOf(pageOf(invite.alternates(), alternatesByCoverage, args), (alternate) => ({
            node: alternate.role,
            alternate,
            counted,
          })),
      }),
    }),
  },
);

builder.objectType(InvitePlanRef, {
  description:
    'The fewest roles that together cover all requested items (a minimum set cover): who should be invited. Roles are ' +
    'ranked by the number of requested items that they cover, then by the number of their responsibilities that the ' +
    'lines of the groups name, most first, then by title. Among equally good plans, the plan with the least sum of ranks ' +
    'is chosen or, if a limited search does not find it, the plan with the least sum found.',
  fields: (t) => ({
    invites: t.field({
      type: InviteConnection,
      description: 'The invited roles, those that add most items first.',
      args: t.arg.connectionArgs(),
      resolve: ({ invites, counted }, args) =>
        connectionOf(pageOf(invites, invitesByRank, args), (invite) => ({ node: invite.role, invite, counted })),
    }),
    optimal: t.exposeBoolean('optimal', {
      description:
        'Whether the plan is proven to be the best: no plan that covers everything that can be covered has fewer roles ' +
        'or, if maxInvites does not allow this, no plan covers more. The search for a plan is limited by the number of its ' +
        'operations, never by time. If it reaches that limit first, this is false and the plan is the best one found; ' +
        'the same question always gets the same plan.',
    }),
    lowerBound: t.exposeInt('lowerBound', {
      description:
        'A lower bound for the number of roles: no plan that covers everything that can be covered has fewer, with or ' +
        'without maxInvites.',
    }),
    upperBound: t.exposeInt('upperBound', {
      description:
        'An upper bound for the number of covered items: no plan within maxInvites covers more. Equals coveredCount if ' +
        'the plan is optimal.',
    }),
    itemCount: t.int({ description: 'The number of items to cover.', resolve: ({ items }) => items.length }),
    coveredCount: t.exposeInt('coveredCount', { description: 'The number of items that the plan covers.' }),
    uncovered: t.field({
      type: CoverageItemConnection,
      description:
        'The items that the plan does not cover, by name: items that no role or only excluded roles cover, and items for ' +
        'which maxInvites leaves no room.',
      args: t.arg.connectionArgs(),
      resolve: ({ uncovered, counted }, args, { rolegraph: { graph } }) =>
        coveragePage(uncovered, args, setOfRoles(graph), counted),
    }),
  }),
});

builder.queryField('invitePlan', (t) =>
  t.field({
    type: InvitePlanRef,
    description:
      'Who should be invited so that every category, responsibility or topic of some groups is covered: ' +
      '`invitePlan(input: { cover: ["pillar:security", "pillar:reliability"], by: TOPIC })`.',
    args: {
      input: t.arg({ type: InvitePlanInput, required: true, description: 'What to cover, and by which roles.' }),
    },
    resolve: async (_root, { input }, { rolegraph }) => {
      const { graph, work } = rolegraph;
      const { cover, by, maxInvites } = input;
      checkLength('input.cover', cover, 'groups');
      const request = {
        groups: groupsOf(graph, cover, 'input.cover'),
        from: 'CATALOG',
        unit: by,
        mustInclude: boundedRoles(graph, input.mustInclude, 'input.mustInclude'),
        exclude: boundedRoles(graph, input.exclude, 'input.exclude'),
        ...(maxInvites != null && { maxInvites }),
      } as const;
      const plan = await work.run(invitePlan(graph, request));
      return { ...plan, counted: countedItems(plan.requirements, rolegraph) };
    },
  }),
);

function boundedRoles(
  graph: CatalogGraph,
  given: readonly RoleBy[] | null | undefined,
  argument: string,
): readonly Role[] {
  checkLength(argument, given ?? [], 'roles');
  return namedRoles(graph, given, argument);
}

function checkLength(argument: string, given: readonly unknown[], what: string): void {
  if (given.length <= mostNamed) return;
  throw new ArgumentError(argument, `${argument} has ${given.length} ${what}; it takes ${mostNamed} at most.`);
}

/** A page of the items that a role covers, with their source lines. */
function itemPage(
  graph: CatalogGraph,
  items: readonly CoverageItem[],
  role: Role,
  given: PageArguments,
  counted: Counted,
) {
  return coveragePage(items, given, setOfRoles(graph, [role]), counted);
}
