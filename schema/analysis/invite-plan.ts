import type { CoverageItem } from '../../src/analysis/coverage/coverage-item.ts';
import {
  invitePlan,
  invitesByRank,
  mostInvites,
  type Invite,
  type InvitePlan,
  type OtherPlans,
} from '../../src/analysis/invites/invite-plan.ts';
import type { InviteRequest } from '../../src/analysis/invites/plan-problem.ts';
import { alternatesByLikeness, type Alternate } from '../../src/analysis/invites/room.ts';
import { mostCounted } from '../../src/analysis/set-cover/equal-choices.ts';
import { scopeOf } from '../../src/analysis/coverage/requirements.ts';
import { once } from '../../src/collections/memoize.ts';
import { ArgumentError } from '../../src/graph/argument-error.ts';
import type { CatalogGraph } from '../../src/graph/catalog-graph.ts';
import { pageOf, type PageArguments } from '../../src/graph/lists/page.ts';
import { groupsOf } from '../../src/graph/named-nodes.ts';
import type { Role } from '../../src/graph/nodes/role.ts';
import { builder } from '../builder.ts';
import type { RequestGraph } from '../context.ts';
import { connectionOf, type ConnectionWith } from '../lists/connection.ts';
import { namedRoles, RoleByInput, type RoleBy } from '../nodes/look-up.ts';
import { RoleRef } from '../refs.ts';
import {
  CarrierScopeEnum,
  countedItems,
  CoverageItemConnection,
  coveragePage,
  CoverageUnitEnum,
  fromDescription,
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
    from: t.field({ type: CarrierScopeEnum, description: fromDescription }),
    mustInclude: t.field({
      type: [RoleByInput],
      description:
        `Roles that always have a seat, in the groups or not, up to ${mostNamed}. They count towards maxInvites, and cover ` +
        'what they carry: with `from: MEMBERS` nothing of a group that they are not in.',
    }),
    exclude: t.field({ type: [RoleByInput], description: `Roles that are never invited, up to ${mostNamed}.` }),
    among: t.field({
      type: [RoleByInput],
      description:
        `The only roles that may be invited besides those in mustInclude, 1 to ${mostNamed}, e.g. the roles of a team. Any ` +
        'role if it is not given. An empty list is an error.',
    }),
    maxInvites: t.int({
      description:
        `The greatest number of invites, 1 to ${mostInvites}; no limit if it is not given. If these invites cannot cover ` +
        'everything, the plan covers as much as possible.',
    }),
    fill: t.boolean({
      required: true,
      defaultValue: true,
      description:
        'Whether seats that maxInvites allows and the plan does not need are filled. Each goes to the role that adds most ' +
        'responsibilities of the groups to those of the roles before it, and stays empty if no role adds any. Without ' +
        'maxInvites, there are no such seats.',
    }),
  }),
});

const InviteSeatEnum = builder.enumType('InviteSeat', {
  description: 'Why an invited role has a seat.',
  values: {
    REQUIRED: { description: 'It is in mustInclude.' },
    PLANNED: { description: 'It belongs to the smallest plan.' },
    SPARE: { description: 'It is beyond the smallest plan, on a seat that maxInvites allows besides.' },
  } as const,
});

/** What is counted goes with each part of a plan. */
interface WithCounted {
  readonly counted: Counted;
}

/** The plans that are as good, which all invites share: they are counted once, when they are first asked for. */
interface WithOthers {
  readonly otherPlans: () => OtherPlans | Promise<OtherPlans>;
}

/** A plan, and what was asked for. */
interface RequestedPlan extends InvitePlan, WithCounted, WithOthers {
  readonly request: InviteRequest;
}

async function planOf(request: InviteRequest, rolegraph: RequestGraph): Promise<RequestedPlan> {
  const plan = await rolegraph.work.run(invitePlan(rolegraph.graph, request));
  return {
    ...plan,
    request,
    counted: countedItems(plan.requirements, rolegraph),
    otherPlans: once(() => rolegraph.work.run(plan.others())),
  };
}

const InvitePlanRef = builder.objectRef<RequestedPlan>('InvitePlan');

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
      sharedResponsibilityCount: t.int({
        description:
          'The number of `exclusiveResponsibilities` of the invite that the role has, too, and would bring in its place.',
        resolve: ({ alternate }) => alternate.sharedDutyCount,
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
  ConnectionWith<Role, WithCounted & WithOthers & { readonly invite: Invite }>
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
        description:
          'The requested items that the role covers and no role before it does, by name, with their source lines. Empty on a ' +
          'spare seat, because the plan covers all that can be covered before there are any.',
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
      seat: t.field({
        type: InviteSeatEnum,
        description: 'Why the role has a seat; SPARE: it is beyond the smallest plan.',
        resolve: ({ invite }) => invite.seat,
      }),
      reason: t.string({
        description:
          'Sentences that say why the role is invited, to be sent to the person: what nobody else invited covers, the ' +
          'responsibilities that nobody else invited has, each with the place of a source that says so, and who could come ' +
          'instead, with how many of these responsibilities, or, if nobody could, who comes closest. At most 5 items and 2 alternates are named; more are counted.',
        resolve: ({ invite }, _args, { rolegraph: { work } }) => work.run(invite.reason()),
      }),
      essential: t.boolean({
        nullable: true,
        description:
          'Whether every other plan that is equally good (see `otherPlanCount`) has this role, too: without it, more roles ' +
          'are needed or less is covered. True for roles in mustInclude, and false on a spare seat. Null if the search for ' +
          'other plans reached its limit before this was known.',
        resolve: async ({ invite, otherPlans }) => (await otherPlans()).haveAll(invite),
      }),
      exclusiveResponsibilities: t.field({
        type: CoverageItemConnection,
        description:
          'The responsibilities of the groups that the role has and no other invited role does, by name, with their source ' +
          'lines. Whatever `by` is.',
        args: t.arg.connectionArgs(),
        resolve: ({ node, invite, counted }, args, { rolegraph: { graph } }) =>
          itemPage(graph, invite.exclusiveDuties, node, args, counted),
      }),
      alternates: t.field({
        type: InviteAlternatesConnection,
        description:
          'Roles that could take the seat: roles outside the plan, and not excluded, that cover every item that only this ' +
          'invite covers, so that the plan would cover no less; empty if the other invites cover all items of this one. For ' +
          'a spare seat: roles that have all `exclusiveResponsibilities` of the invite. Those that have most of the ' +
          '`exclusiveResponsibilities` come first, then as the plan prefers roles.',
        args: t.arg.connectionArgs(),
        resolve: async ({ invite, counted }, args, { rolegraph: { work } }) =>
          connectionOf(pageOf(await work.run(invite.alternates()), alternatesByLikeness, args), (alternate) => ({
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
    'The fewest roles that together cover all requested items (a minimum set cover): who should be invited. Among equally ' +
    'good plans, roles that are specific to the groups are preferred: those with the greatest (d * d / n), where n is the ' +
    'number of all responsibilities of a role and d the number of those that lines of the groups give to it; then those of ' +
    'whose lines the greatest part is in the groups, so members before others; then those that cover most of the requested ' +
    'items; then by title. Roles are ranked in this order, and the plan with the least sum of ranks is chosen or, if a ' +
    'limited search does not find it, the plan with the least sum found.',
  fields: (t) => ({
    from: t.field({
      type: CarrierScopeEnum,
      description: 'Which roles carry the items: what was asked for, or the default.',
      resolve: ({ requirements }) => requirements.scope.from,
    }),
    invites: t.field({
      type: InviteConnection,
      description: 'The invited roles, those that add most items first, and those on spare seats last.',
      args: t.arg.connectionArgs(),
      resolve: ({ invites, counted, otherPlans }, args) =>
        connectionOf(pageOf(invites, invitesByRank, args), (invite) => ({
          node: invite.role,
          invite,
          counted,
          otherPlans,
        })),
    }),
    size: t.exposeInt('size', { description: 'The number of invited roles, without those on spare seats.' }),
    emptySeats: t.exposeInt('emptySeats', {
      nullable: true,
      description:
        'The number of seats that maxInvites allows and that are empty, because no role would add a responsibility or ' +
        '`fill` is false. Null without maxInvites.',
    }),
    optimal: t.exposeBoolean('optimal', {
      description:
        'Whether the plan is proven to be the best: no plan that covers everything that can be covered has fewer roles ' +
        'or, if maxInvites does not allow this, no plan covers more. The search for a plan is limited by the number of its ' +
        'operations, never by time. If it reaches that limit first, this is false and the plan is the best one found; ' +
        'the same question always gets the same plan.',
    }),
    otherPlanCount: t.int({
      nullable: true,
      description:
        'The number of other plans that are equally good: as many roles, spare seats aside and mustInclude among them, that ' +
        `cover as many items. If \`otherPlanCountExact\` is false, there are at least so many. Up to ${mostCounted - 1}. ` +
        'Null if the plan is not proven to be optimal.',
      resolve: async ({ otherPlans }) => (await otherPlans()).count,
    }),
    otherPlanCountExact: t.boolean({
      description:
        'Whether `otherPlanCount` counts all of them. The count is limited by the number of its operations, never by time.',
      resolve: async ({ otherPlans }) => (await otherPlans()).isExact,
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
    responsibilityCount: t.int({
      description: 'The number of responsibilities of the groups, whatever `by` is.',
      resolve: ({ dutyCount }) => dutyCount,
    }),
    uncoveredResponsibilities: t.field({
      type: CoverageItemConnection,
      description:
        'The responsibilities of the groups that no invited role has, also none on a spare seat, by name, whatever `by` is: ' +
        'what goes unasked.',
      args: t.arg.connectionArgs(),
      resolve: ({ uncoveredDuties, counted }, args, { rolegraph: { graph } }) =>
        coveragePage(uncoveredDuties, args, setOfRoles(graph), counted),
    }),
    uncovered: t.field({
      type: CoverageItemConnection,
      description:
        'The items that the plan does not cover, by name: items that no role or only excluded roles cover, and items for ' +
        'which maxInvites leaves no room.',
      args: t.arg.connectionArgs(),
      resolve: ({ uncovered, counted }, args, { rolegraph: { graph } }) =>
        coveragePage(uncovered, args, setOfRoles(graph), counted),
    }),
    fromCatalog: t.field({
      type: InvitePlanRef,
      description:
        'The plan with `from: CATALOG`: whether fewer roles are enough, or more can be covered, if roles may be invited that ' +
        'do the same outside the groups. What several groups have is one item there, so compare coveredCount with itemCount. ' +
        'The plan itself if that is what was asked for.',
      resolve: ({ request, ...plan }, _args, { rolegraph }) =>
        request.from === 'CATALOG' ? { ...plan, request } : planOf({ ...request, from: 'CATALOG' }, rolegraph),
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
    resolve: (_root, { input }, { rolegraph }) => {
      const { graph } = rolegraph;
      const { cover, by, from, maxInvites, fill } = input;
      checkLength('input.cover', cover, 'groups');
      const groups = groupsOf(graph, cover, 'input.cover');
      const request = {
        groups,
        from: scopeOf(groups, from, 'input.cover').from,
        unit: by,
        mustInclude: boundedRoles(graph, input.mustInclude, 'input.mustInclude'),
        exclude: boundedRoles(graph, input.exclude, 'input.exclude'),
        ...(input.among != null && { among: someRoles(graph, input.among, 'input.among') }),
        ...(maxInvites != null && { maxInvites }),
        fill,
      };
      return planOf(request, rolegraph);
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

/** The same for a list that may be left out, but not be empty. */
function someRoles(graph: CatalogGraph, given: readonly RoleBy[], argument: string): readonly Role[] {
  if (given.length > 0) return boundedRoles(graph, given, argument);
  throw new ArgumentError(argument, `${argument} is empty. Name the roles that may be invited, or leave it out.`);
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
