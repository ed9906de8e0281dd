import {
  singlePointsByCriticality,
  singlePointsOf,
  type SinglePoint,
} from '../../src/analysis/coverage/single-points.ts';
import { positionsOf, teamOf, type Team } from '../../src/analysis/coverage/team.ts';
import type { RoleGroup } from '../../src/graph/nodes/node.ts';
import type { PageArguments } from '../../src/graph/lists/page.ts';
import { builder } from '../builder.ts';
import { plainPage } from '../lists/connection.ts';
import type { RequestGraph } from '../context.ts';
import { requiredRoles, RoleByInput } from '../nodes/look-up.ts';
import { RoleRef } from '../refs.ts';
import { groupsOrAll, ofDescription } from './coverage.ts';
import { CoverageItemsRef, setOfRoles } from './coverage-item.ts';

const SinglePointRef = builder.objectRef<SinglePoint>('SinglePoint').implement({
  description: 'A single point of failure: a role, with the items that no other role covers.',
  fields: (t) => ({
    roles: t.field({
      type: [RoleRef],
      description: 'The role. Several roles, by title, if `whatIf` merged them into one position.',
      resolve: ({ position }) => position.roles,
    }),
    criticality: t.exposeFloat('criticality', {
      description:
        'The share of the items that would no longer be covered without the role, 0 to 1, rounded to 6 decimals: the mean ' +
        'of the shares of categories, responsibilities and topics, without those kinds that have no items.',
    }),
    items: t.field({
      type: CoverageItemsRef,
      description: 'The items that only this role covers, with their source lines.',
      resolve: ({ position, items }, _args, { rolegraph: { graph } }) => ({
        items,
        roles: setOfRoles(graph, position.roles),
      }),
    }),
  }),
});

export const SinglePointConnection = builder.connectionObject(
  { name: 'SinglePointConnection', description: 'A page of single points of failure.', type: SinglePointRef },
  { name: 'SinglePointEdge', description: 'A single point of failure.' },
);

/** The requested page of the single points of a team. */
export async function singlePointPage(
  { team, groups }: { readonly team: Team; readonly groups: readonly RoleGroup[] },
  given: PageArguments,
  { graph, work }: RequestGraph,
) {
  const points = await work.run(singlePointsOf(graph, team, groups));
  return plainPage(points, singlePointsByCriticality, given);
}

builder.queryField('singlePoints', (t) =>
  t.field({
    type: SinglePointConnection,
    description:
      'The roles that are single points of failure, in the whole catalog or in a team: roles that cover items which no other ' +
      'role covers, most critical first, then by title. E.g. `singlePoints(of: ["pillar:security"])`.',
    args: {
      ...t.arg.connectionArgs(),
      of: t.arg.idList({ description: ofDescription }),
      roles: t.arg({
        type: [RoleByInput],
        description:
          'The roles of the team; all roles of the catalog if it is not given. A role that is named twice counts once.',
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
