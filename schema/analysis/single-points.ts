import {
  singlePointsByCriticality,
  singlePointsOf,
  type SinglePoint,
} from '../../src/analysis/coverage/single-points.ts';
import { positionsOf, teamOf, type Team } from '../../src/analysis/coverage/team.ts';
import type { RoleGroup } from '../../src/graph/nodes/node.ts';
import { pageOf, type PageArguments } from '../../src/graph/lists/page.ts';
import { builder } from '../builder.ts';
import { connectionOf } from '../lists/connection.ts';
import type { RequestGraph } from '../context.ts';
import { requiredRoles, RoleByInput } from '../nodes/look-up.ts';
import { RoleRef } from '../refs.ts';
import { groupsOrAll, ofDescription } from './coverage.ts';
import { setOfRoles } from './coverage-item.ts';
import { CoverageItemsRef } from './coverage-items.ts';

const SinglePointRef = builder.objectRef<SinglePoint>('SinglePoint').implement({
  description: 'A role that leaves a hole where it is missing (a single point of failure): what only it carries.',
  fields: (t) => ({
    roles: t.field({
      type: [RoleRef],
      description: 'The role; several, by title, where `whatIf` merged them into one.',
      resolve: ({ position }) => position.roles,
    }),
    criticality: t.exposeFloat('criticality', {
      description:
        'How much of what there is to carry would be lost with it, 0 to 1: the mean of three shares, of categories, ' +
        'responsibilities and topics, of those kinds of which there is anything; rounded to 6 decimals.',
    }),
    items: t.field({
      type: CoverageItemsRef,
      description: 'What only this role carries, with the lines that say so.',
      resolve: ({ position, items }, _args, { rolegraph: { graph } }) => ({
        items,
        roles: setOfRoles(graph, position.roles),
      }),
    }),
  }),
});

export const SinglePointConnection = builder.connectionObject(
  { name: 'SinglePointConnection', description: 'A page of single points of failure.', type: SinglePointRef },
  { name: 'SinglePointEdge', description: 'A single point of failure, at its place in the list.' },
);

/** The page of a team's single points that the arguments ask for. */
export async function singlePointPage(
  { team, groups }: { readonly team: Team; readonly groups: readonly RoleGroup[] },
  given: PageArguments,
  { graph, work }: RequestGraph,
) {
  const points = await work.run(singlePointsOf(graph, team, groups));
  return connectionOf(pageOf(points, singlePointsByCriticality, given), (node) => ({ node }));
}

builder.queryField('singlePoints', (t) =>
  t.field({
    type: SinglePointConnection,
    description:
      'What exactly one role carries, in the catalog or in a team: the most critical role first, then by title. E.g. ' +
      '`singlePoints(of: ["pillar:security"])`.',
    args: {
      ...t.arg.connectionArgs(),
      of: t.arg.idList({ description: ofDescription }),
      roles: t.arg({
        type: [RoleByInput],
        description:
          'The roles of the team; one that is named twice counts once. Every role of the catalog where it is not given.',
      }),
    },
    resolve: async (_root, args, { rolegraph }) => {
      const { graph, work } = rolegraph;
      const groups = groupsOrAll(graph, args.of, 'of');
      const roles = args.roles == null ? graph.roles : requiredRoles(graph, args.roles, 'roles');
      const team = await work.run(teamOf(graph, positionsOf(roles)));
      return singlePointPage({ team, groups }, args, rolegraph);
    },
  }),
);
