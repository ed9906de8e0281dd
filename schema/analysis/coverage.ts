import {
  additionsByGain,
  additionsOf,
  allOwners,
  itemsCoveredBy,
  coverageOf,
  type Addition,
  type Coverage,
} from '../../src/analysis/coverage/coverage.ts';
import { positionsOf, teamOf, type Team } from '../../src/analysis/coverage/team.ts';
import type { CatalogGraph } from '../../src/graph/catalog-graph.ts';
import { pageOf } from '../../src/graph/lists/page.ts';
import { groupsOf } from '../../src/graph/named-nodes.ts';
import type { RoleGroup } from '../../src/graph/nodes/node.ts';
import type { Steps } from '../../src/scheduling/steps.ts';
import { builder } from '../builder.ts';
import type { Context } from '../context.ts';
import { connectionOf } from '../lists/connection.ts';
import { RoleConnection, rolePage } from '../lists/connections.ts';
import { requiredRoles, RoleByInput } from '../nodes/look-up.ts';
import { RoleGroupRef, RoleRef } from '../refs.ts';
import { CoverageItemsRef, setOfRoles } from './coverage-item.ts';

/** What a team covers of one group or of several together. */
interface CoverageByTeam {
  readonly team: Team;
  readonly groups: readonly RoleGroup[];
  readonly coverage: Coverage;
}

interface GroupCoverage extends CoverageByTeam {
  readonly group: RoleGroup;
}

export function* coverageByTeam(graph: CatalogGraph, team: Team, groups: readonly RoleGroup[]): Steps<CoverageByTeam> {
  return { team, groups, coverage: yield* coverageOf(graph, team, groups) };
}

function* coverageByGroup(graph: CatalogGraph, team: Team, groups: readonly RoleGroup[]): Steps<GroupCoverage[]> {
  const each: GroupCoverage[] = [];
  for (const group of groups) each.push({ group, ...(yield* coverageByTeam(graph, team, [group])) });
  return each;
}

/** The groups with the given ids, or all pillars and organization types if no ids are given. */
export function groupsOrAll(graph: CatalogGraph, ids: readonly string[] | null | undefined, argument: string) {
  return ids == null ? allOwners(graph) : groupsOf(graph, ids, argument);
}

export const ofDescription =
  'The pillars, categories and organization types whose items must be covered, by id or name: `["Security"]`. The whole ' +
  'catalog if it is not given. An empty list is an error.';

/** The fields that the coverage of one group and of several have in common. */
const shareField = {
  description:
    'The share of the items that is covered, 0 to 1, rounded to 6 decimals: the mean of the shares of categories, ' +
    'responsibilities and topics, without those kinds that have no items. 1 if there are no items.',
  resolve: ({ coverage }: CoverageByTeam) => coverage.share,
};

const coveredField = {
  type: CoverageItemsRef,
  description: "The items that the team covers, with the team's lines, which may be of any group.",
  resolve: ({ team, coverage }: CoverageByTeam) => ({ items: coverage.covered, roles: team.roles }),
};

const uncoveredField = {
  type: CoverageItemsRef,
  description: 'The items that no role of the team covers.',
  resolve: ({ coverage }: CoverageByTeam, _args: object, { rolegraph: { graph } }: Context) => ({
    items: coverage.uncovered,
    roles: setOfRoles(graph),
  }),
};

const AdditionRef = builder.objectRef<Addition & { readonly coverage: Coverage }>('Addition').implement({
  description: 'What one more role would add to a team.',
  fields: (t) => ({
    role: t.expose('role', { type: RoleRef, description: 'The role.' }),
    gain: t.exposeFloat('gain', {
      description: 'The increase of the covered share, 0 to 1, rounded to 6 decimals.',
    }),
    adds: t.field({
      type: CoverageItemsRef,
      description: 'The uncovered items that this role would cover, with the lines of the role.',
      resolve: async ({ role, coverage }, _args, { rolegraph: { graph, work } }) => ({
        items: await work.run(itemsCoveredBy(role, coverage.uncovered)),
        roles: setOfRoles(graph, [role]),
      }),
    }),
  }),
});

const AdditionConnection = builder.connectionObject(
  { name: 'AdditionConnection', description: 'A page of roles that would add to a team.', type: AdditionRef },
  { name: 'AdditionEdge', description: 'A role that would add to a team.' },
);

const GroupCoverageRef = builder.objectRef<GroupCoverage>('GroupCoverage').implement({
  description: 'What a team covers of one group.',
  fields: (t) => ({
    group: t.expose('group', { type: RoleGroupRef, description: 'The group.' }),
    share: t.float(shareField),
    roles: t.field({
      type: RoleConnection,
      description: 'The roles of the team that are in the group, by title.',
      args: t.arg.connectionArgs(),
      resolve: ({ team, group }, args, { rolegraph: { graph } }) =>
        rolePage(graph.rolesIn(group.roleSet.intersection(team.roles)), args),
    }),
    covered: t.field(coveredField),
    uncovered: t.field(uncoveredField),
  }),
});

export const CoverageRef = builder.objectRef<CoverageByTeam>('Coverage').implement({
  description:
    'What a team covers of all groups together and of each group. A role covers the categories that list it, the ' +
    'responsibilities that any line gives to it, and the topics of these.',
  fields: (t) => ({
    roles: t.field({
      type: RoleConnection,
      description: 'The roles of the team, by title.',
      args: t.arg.connectionArgs(),
      resolve: ({ team }, args, { rolegraph: { graph } }) => rolePage(graph.rolesIn(team.roles), args),
    }),
    share: t.float(shareField),
    covered: t.field(coveredField),
    uncovered: t.field(uncoveredField),
    groups: t.field({
      type: [GroupCoverageRef],
      description:
        'The coverage of each group, in the order of the request; of all pillars, then all organization types, if no ' +
        'groups are given.',
      resolve: ({ team, groups }, _args, { rolegraph: { graph, work } }) =>
        work.run(coverageByGroup(graph, team, groups)),
    }),
    additions: t.field({
      type: AdditionConnection,
      description:
        'The roles outside the team that would each cover at least one uncovered item, greatest gain first, then by title.',
      args: t.arg.connectionArgs(),
      resolve: async ({ coverage }, args, { rolegraph: { graph, work } }) => {
        const additions = await work.run(additionsOf(graph, coverage));
        return connectionOf(pageOf(additions, additionsByGain, args), (addition) => ({
          node: { ...addition, coverage },
        }));
      },
    }),
  }),
});

builder.queryField('coverage', (t) =>
  t.field({
    type: CoverageRef,
    description:
      'What a team covers of some groups, and what it does not. E.g. `coverage(roles: [{ title: "SRE" }, ' +
      '{ title: "Backup Administrator" }], of: ["pillar:reliability"])`.',
    args: {
      roles: t.arg({
        type: [RoleByInput],
        required: true,
        description: 'The roles of the team, at least one. A role that is named twice counts once.',
      }),
      of: t.arg.idList({ description: ofDescription }),
    },
    resolve: async (_root, args, { rolegraph: { graph, work } }) => {
      const roles = requiredRoles(graph, args.roles, 'roles');
      const groups = groupsOrAll(graph, args.of, 'of');
      const team = await work.run(teamOf(graph, positionsOf(roles)));
      return work.run(coverageByTeam(graph, team, groups));
    },
  }),
);
