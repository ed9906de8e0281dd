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
import type { Role } from '../../src/graph/nodes/role.ts';
import type { CatalogGraph } from '../../src/graph/catalog-graph.ts';
import { groupsOf } from '../../src/graph/named-nodes.ts';
import { pageOf, type PageArguments } from '../../src/graph/lists/page.ts';
import { builder, cursorDescription } from '../builder.ts';
import { connectionOf } from '../lists/connection.ts';
import { namedRoles, RoleByInput, type RoleBy } from '../nodes/look-up.ts';
import { RoleRef } from '../refs.ts';
import { CoverageItemConnection, coveragePage, CoverageUnitEnum, setOfRoles } from './coverage-item.ts';

/** The most groups, and the most roles, that a list of the input may have. */
const mostNamed = 1_000;

const InvitePlanInput = builder.inputType('InvitePlanInput', {
  description:
    'What a plan is to cover, and whom it may invite. E.g. `{ cover: ["pillar:security"], by: TOPIC, exclude: [{ title: "DevOps Engineer" }] }`.',
  fields: (t) => ({
    cover: t.idList({
      required: true,
      description:
        `The groups whose categories, responsibilities or topics must be covered: ids of pillars, categories and ` +
        `organization types, 1 to ${mostNamed}.`,
    }),
    by: t.field({
      type: CoverageUnitEnum,
      required: true,
      defaultValue: 'CATEGORY',
      description:
        'Whether each of their categories, each of their responsibilities or each topic of these is covered.',
    }),
    mustInclude: t.field({
      type: [RoleByInput],
      description: `Roles that are invited in any case, up to ${mostNamed}; they count towards maxInvites.`,
    }),
    exclude: t.field({ type: [RoleByInput], description: `Roles that are not invited, up to ${mostNamed}.` }),
    maxInvites: t.int({
      description:
        `No more than so many invites, 1 to ${mostInvites}: where these cannot cover everything, they cover as much as so ` +
        'many can. No limit where it is not given.',
    }),
  }),
});

const InvitePlanRef = builder.objectRef<InvitePlan>('InvitePlan');

interface AlternateEdge {
  readonly cursor: string;
  readonly node: Role;
  readonly alternate: Alternate;
}

const InviteAlternatesEdge = builder.objectRef<AlternateEdge>('InviteAlternatesEdge').implement({
  description: 'A role that could come in place of an invited one.',
  fields: (t) => ({
    cursor: t.exposeString('cursor', { description: cursorDescription }),
    node: t.field({ type: RoleRef, description: 'The role.', resolve: ({ node }) => node }),
    coveredCount: t.int({
      description: 'How much of what was asked it covers in all.',
      resolve: ({ alternate }) => alternate.coveredCount,
    }),
    alsoCovers: t.field({
      type: CoverageItemConnection,
      description:
        'Other requested items that this alternate would also cover, sorted by name, with their source lines.',
      args: t.arg.connectionArgs(),
      resolve: ({ node, alternate }, args, { rolegraph: { graph } }) =>
        itemPage(graph, alternate.alsoCovers(), node, args),
    }),
  }),
});

const InviteAlternatesConnection = builder.connectionObject(
  {
    name: 'InviteAlternatesConnection',
    description: 'A page of the roles that could come in place of an invited one.',
    type: RoleRef,
  },
  InviteAlternatesEdge,
);

interface InvitedEdge {
  readonly cursor: string;
  readonly node: Role;
  readonly invite: Invite;
}

const InviteEdge = builder.objectRef<InvitedEdge>('InviteEdge').implement({
  description: 'An invited role, what for, and who could come in its place.',
  fields: (t) => ({
    cursor: t.exposeString('cursor', { description: cursorDescription }),
    node: t.field({ type: RoleRef, description: 'The role.', resolve: ({ node }) => node }),
    rank: t.int({ description: 'Its place in the plan, from 1.', resolve: ({ invite }) => invite.rank }),
    adds: t.field({
      type: CoverageItemConnection,
      description: 'What it covers that nobody before it does; by name, each with the lines that say so.',
      args: t.arg.connectionArgs(),
      resolve: ({ node, invite }, args, { rolegraph: { graph } }) => itemPage(graph, invite.adds, node, args),
    }),
    covers: t.field({
      type: CoverageItemConnection,
      description: 'All that it covers of what was asked; by name, each with the lines that say so.',
      args: t.arg.connectionArgs(),
      resolve: ({ node, invite }, args, { rolegraph: { graph } }) => itemPage(graph, invite.covers, node, args),
    }),
    alternates: t.field({
      type: InviteAlternatesConnection,
      description:
        'Roles outside the plan, and not excluded, that cover everything which this invite covers and no other invite ' +
        'does: with any one of them in its place, the plan covers no less. First those who cover most of what was ' +
        "asked, then those who have most of the groups' responsibilities, then by title; none where the others cover " +
        'all that this invite does.',
      args: t.arg.connectionArgs(),
      resolve: ({ invite }, args) =>
        connectionOf(pageOf(invite.alternates(), alternatesByCoverage, args), (alternate) => ({
          node: alternate.role,
          alternate,
        })),
    }),
  }),
});

const InviteConnection = builder.connectionObject(
  {
    name: 'InviteConnection',
    description: 'A page of the roles of a plan; its totalCount is how many are invited.',
    type: RoleRef,
  },
  InviteEdge,
);

builder.objectType(InvitePlanRef, {
  description:
    'Who must be in the room: the fewest roles that cover everything asked (a minimum set cover). Roles are ' +
    "ordered by how much of what was asked they cover, then by how many of the responsibilities that the groups' " +
    'lines name they have, most first, then by title. Of equally good plans it is the one whose ranks in this order ' +
    'have the least sum or, where a limited search does not decide that, the least sum found.',
  fields: (t) => ({
    invites: t.field({
      type: InviteConnection,
      description: 'Who is invited, in the order of what each adds, most first.',
      args: t.arg.connectionArgs(),
      resolve: ({ invites }, args) =>
        connectionOf(pageOf(invites, invitesByRank, args), (invite) => ({ node: invite.role, invite })),
    }),
    optimal: t.boolean({
      description:
        'Whether it is proven that no plan is better: none that covers all that can be covered has fewer roles or, where ' +
        'maxInvites does not allow that, none covers more. The search for a plan is limited by the number of its ' +
        'operations, never by time. Where it reaches that limit first, this is false and the plan is the best one found; ' +
        'the same question always gets the same plan.',
      resolve: ({ optimal }) => optimal,
    }),
    lowerBound: t.int({
      description: 'No plan that covers all that can be covered has fewer roles than this, with or without maxInvites.',
      resolve: ({ lowerBound }) => lowerBound,
    }),
    upperBound: t.int({
      description: 'No plan within maxInvites covers more than this; coveredCount where the plan is optimal.',
      resolve: ({ upperBound }) => upperBound,
    }),
    itemCount: t.int({ description: 'How much there is to cover.', resolve: ({ items }) => items.length }),
    coveredCount: t.int({
      description: 'How much of it the plan covers.',
      resolve: ({ coveredCount }) => coveredCount,
    }),
    uncovered: t.field({
      type: CoverageItemConnection,
      description:
        'What the plan leaves uncovered: what nobody carries but excluded roles, or nobody at all, and what ' +
        'maxInvites leaves no room for.',
      args: t.arg.connectionArgs(),
      resolve: ({ uncovered }, args, { rolegraph: { graph } }) =>
        coveragePage(graph, uncovered, args, setOfRoles(graph)),
    }),
  }),
});

builder.queryField('invitePlan', (t) =>
  t.field({
    type: InvitePlanRef,
    description:
      'Who must be in the room, so that every category, responsibility or topic of some groups is covered: ' +
      '`invitePlan(input: { cover: ["pillar:security", "pillar:reliability"], by: TOPIC })`.',
    args: { input: t.arg({ type: InvitePlanInput, required: true, description: 'What to cover, and with whom.' }) },
    resolve: (_root, { input }, { rolegraph: { graph, work } }) => {
      const { cover, by, maxInvites } = input;
      checkLength('input.cover', cover, 'groups');
      const request = {
        groups: groupsOf(graph, cover, 'input.cover'),
        unit: by,
        mustInclude: boundedRoles(graph, input.mustInclude, 'input.mustInclude'),
        exclude: boundedRoles(graph, input.exclude, 'input.exclude'),
        ...(maxInvites != null && { maxInvites }),
      };
      return work.run(invitePlan(graph, request));
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

/** A page of what a role carries, with the lines that say so. */
function itemPage(graph: CatalogGraph, items: readonly CoverageItem[], role: Role, given: PageArguments) {
  return coveragePage(graph, items, given, setOfRoles(graph, [role]));
}
