import {
  additionsByGain,
  additionsOf,
  allOwners,
  carriedBy,
  coverageOf,
  type Addition,
  type Coverage,
} from '../../src/analysis/coverage/coverage.ts';
import { positionsOf, teamOf, type Team } from '../../src/analysis/coverage/team.ts';
import type { RoleGroup } from '../../src/graph/nodes/node.ts';
import type { CatalogGraph } from '../../src/graph/catalog-graph.ts';
import { groupsOf } from '../../src/graph/named-nodes.ts';
import { pageOf } from '../../src/graph/lists/page.ts';
import type { Steps } from '../../src/scheduling/steps.ts';
import { builder } from '../builder.ts';
import { connectionOf } from '../lists/connection.ts';
import type { Context } from '../context.ts';
import { RoleConnection, rolePage } from '../lists/connections.ts';
import { requiredRoles, RoleByInput } from '../nodes/look-up.ts';
import { RoleGroupRef, RoleRef } from '../refs.ts';
import { setOfRoles } from './coverage-item.ts';
import { CoverageItemsRef } from './coverage-items.ts';

/** What a team covers, of one group or of several together. */
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

/** The groups that an argument names; where it is not given, those that have everything. */
export function groupsOrAll(graph: CatalogGraph, ids: readonly string[] | null | undefined, argument: string) {
  return ids == null ? allOwners(graph) : groupsOf(graph, ids, argument);
}

export const ofDescription =
  'What is to be carried: ids of pillars, categories and organization types; the whole catalog where it is not given. ' +
  'An empty list is an error.';

const shareDescription =
  'How much of what there is to carry is covered, 0 to 1: the mean of three shares, of categories, responsibilities and ' +
  'topics, of those kinds of which there is anything; rounded to 6 decimals. 1 where there is nothing to carry.';

/** What coverages of one group and of several have alike. */
const shareField = { description: shareDescription, resolve: ({ coverage }: CoverageByTeam) => coverage.share };

const coveredField = (description: string) => ({
  type: CoverageItemsRef,
  description,
  resolve: ({ team, coverage }: CoverageByTeam) => ({ items: coverage.covered, roles: team.roles }),
});

const uncoveredField = {
  type: CoverageItemsRef,
  description: 'What nobody of the team carries.',
  resolve: ({ coverage }: CoverageByTeam, _args: object, { rolegraph: { graph } }: Context) => ({
    items: coverage.uncovered,
    roles: setOfRoles(graph),
  }),
};

const AdditionRef = builder.objectRef<Addition & { readonly coverage: Coverage }>('Addition').implement({
  description: 'What one more role would add.',
  fields: (t) => ({
    role: t.field({ type: RoleRef, description: 'The role.', resolve: ({ role }) => role }),
    gain: t.exposeFloat('gain', {
      description: 'By how much the covered share would grow, 0 to 1; rounded to 6 decimals.',
    }),
    adds: t.field({
      type: CoverageItemsRef,
      description: 'What is uncovered and would not be any more, with the lines by which this role carries it.',
      resolve: async ({ role, coverage }, _args, { rolegraph: { graph, work } }) => ({
        items: await work.run(carriedBy(role, coverage.uncovered)),
        roles: setOfRoles(graph, [role]),
      }),
    }),
  }),
});

const AdditionConnection = builder.connectionObject(
  { name: 'AdditionConnection', description: 'A page of what more roles would add.', type: AdditionRef },
  { name: 'AdditionEdge', description: 'What one more role would add, at its place in the list.' },
);

const GroupCoverageRef = builder.objectRef<GroupCoverage>('GroupCoverage').implement({
  description: 'What a team covers of one group.',
  fields: (t) => ({
    group: t.field({ type: RoleGroupRef, description: 'The group.', resolve: ({ group }) => group }),
    share: t.float(shareField),
    roles: t.field({
      type: RoleConnection,
      description: 'Who of the team is in the group, by title.',
      args: t.arg.connectionArgs(),
      resolve: ({ team, group }, args, { rolegraph: { graph } }) => {
        return rolePage(graph.rolesIn(group.roleSet.intersection(team.roles)), args);
      },
    }),
    covered: t.field(
      coveredField("What the team carries of it, with the team's lines, of this group or of any other."),
    ),
    uncovered: t.field(uncoveredField),
  }),
});

export const CoverageRef = builder.objectRef<CoverageByTeam>('Coverage').implement({
  description:
    'What a team covers: of all groups together, and of each. A role carries the categories that it is listed in, the ' +
    'responsibilities that any line says it has, and their topics.',
  fields: (t) => ({
    roles: t.field({
      type: RoleConnection,
      description: 'The team, by title.',
      args: t.arg.connectionArgs(),
      resolve: ({ team }, args, { rolegraph: { graph } }) => rolePage(graph.rolesIn(team.roles), args),
    }),
    share: t.float(shareField),
    covered: t.field(coveredField("What the team carries of all the groups, with the team's lines.")),
    uncovered: t.field(uncoveredField),
    groups: t.field({
      type: [GroupCoverageRef],
      description: 'Each of the groups, in the order asked; all pillars, then all organization types, where none is.',
      resolve: ({ team, groups }, _args, { rolegraph: { graph, work } }) =>
        work.run(coverageByGroup(graph, team, groups)),
    }),
    additions: t.field({
      type: AdditionConnection,
      description: 'The roles that would add anything, each as one more: most gain first, then by title.',
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
      'What the people we have cover, and what not. E.g. `coverage(roles: [{ title: "SRE" }, { title: "Backup Administrator" }], ' +
      'of: ["pillar:reliability"])`.',
    args: {
      roles: t.arg({
        type: [RoleByInput],
        required: true,
        description: 'The roles of the team; one that is named twice counts once.',
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
