import {
  singlePointsByCriticality,
  singlePointsOf,
  type SinglePoint,
} from '../../src/analysis/coverage/single-points.ts';
import { requirementsOf } from '../../src/analysis/coverage/requirements.ts';
import { positionsOf, teamCover, teamOf, type TeamCover } from '../../src/analysis/coverage/team.ts';
import { pageOf, type PageArguments } from '../../src/graph/lists/page.ts';
import { builder } from '../builder.ts';
import { connectionOf } from '../lists/connection.ts';
import type { RequestGraph } from '../context.ts';
import { requiredRoles, RoleByInput } from '../nodes/look-up.ts';
import { RoleRef } from '../refs.ts';
import { ofDescription, requestedScope } from './coverage.ts';
import {
  CarrierScopeEnum,
  countedItems,
  CoverageItemsRef,
  fromDescription,
  setOfRoles,
  type Counted,
} from './coverage-item.ts';

const SinglePointRef = builder.objectRef<SinglePoint & { readonly counted: Counted }>('SinglePoint').implement({
  description: 'A single point of failure: a role, with the items that no other role covers.',
  fields: (t) => ({
    roles: t.field({
      type: [RoleRef],
      description: 'The role. Several roles, by title, if `whatIf` merged them into one position.',
      resolve: ({ position }) => position.roles,
    }),
    criticality: t.exposeFloat('criticality', {
      description:
        'The share of all responsibilities to cover that would no longer be covered without the role, 0 to 1, rounded to 6 ' +
        'decimals. 0 if only categories or topics would be lost.',
    }),
    items: t.field({
      type: CoverageItemsRef,
      description:
        'The items that only this role covers, with their source lines. `carriersElsewhere` of an item names who does the same ' +
        'outside the group.',
      resolve: ({ position, items, counted }, _args, { rolegraph: { graph } }) => ({
        items,
        roles: setOfRoles(graph, position.roles),
        counted,
      }),
    }),
  }),
});

export const SinglePointConnection = builder.connectionObject(
  { name: 'SinglePointConnection', description: 'A page of single points of failure.', type: SinglePointRef },
  { name: 'SinglePointEdge', description: 'A single point of failure.' },
);

/** The requested page of the single points of a team. */
export async function singlePointPage(cover: TeamCover, given: PageArguments, rolegraph: RequestGraph) {
  const points = await rolegraph.work.run(singlePointsOf(cover));
  const counted = countedItems(cover.requirements, rolegraph);
  return connectionOf(pageOf(points, singlePointsByCriticality, given), (point) => ({ node: { ...point, counted } }));
}

builder.queryField('singlePoints', (t) =>
  t.field({
    type: SinglePointConnection,
    description:
      'The single points of failure of a team: its roles that cover items which no other of its roles covers, most critical ' +
      'first, then by the number of items, then by title. E.g. `singlePoints(roles: [{ title: "SRE" }, { title: "Backup ' +
      'Administrator" }], of: ["pillar:reliability"])`. Without `roles`, the team is the whole catalog. This says as much ' +
      'about the wording of the catalog as about people: a duty that the sources word in a way of its own has one role, ' +
      'whoever does it in your organization.',
    args: {
      ...t.arg.connectionArgs(),
      roles: t.arg({
        type: [RoleByInput],
        description:
          'The roles of the team; all roles of the catalog if it is not given. A role that is named twice counts once.',
      }),
      of: t.arg.idList({ description: ofDescription }),
      from: t.arg({ type: CarrierScopeEnum, description: fromDescription }),
    },
    resolve: async (_root, args, { rolegraph }) => {
      const { graph, work } = rolegraph;
      const scope = requestedScope(graph, args.of, args.from, 'of');
      const roles = args.roles == null ? graph.roles : requiredRoles(graph, args.roles, 'roles');
      const team = await work.run(teamOf(graph, positionsOf(roles)));
      const requirements = await work.run(requirementsOf(graph, scope));
      return singlePointPage(await work.run(teamCover(team, requirements)), args, rolegraph);
    },
  }),
);
