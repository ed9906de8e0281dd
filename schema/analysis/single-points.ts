import {
  singlePointsByCriticality,
  singlePointsOf,
  type SinglePoint,
} from '../../src/analysis/coverage/single-points.ts';
import { requirementsOf, type CarrierScope } from '../../src/analysis/coverage/requirements.ts';
import { peopleOf, teamCover, teamOf, type TeamCover } from '../../src/analysis/coverage/team.ts';
import { pageOf, type PageArguments } from '../../src/graph/lists/page.ts';
import { builder } from '../builder.ts';
import { connectionOf, type ConnectionWith } from '../lists/connection.ts';
import type { RequestGraph } from '../context.ts';
import { RoleByInput } from '../nodes/look-up.ts';
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
import { absentDescription, requestedTeam, staffDescription, TeamMemberInput, TeamMemberRef } from './staff.ts';

/** A single point, and what it was found in. */
type FoundPoint = SinglePoint & { readonly counted: Counted; readonly cover: TeamCover };

const SinglePointRef = builder.objectRef<FoundPoint>('SinglePoint').implement({
  description: 'A single point of failure: a role or a person, with the items that no other role or person covers.',
  fields: (t) => ({
    roles: t.field({
      type: [RoleRef],
      description:
        'The role. Several roles, by title, if `whatIf` merged them into one position, or if a person has several.',
      resolve: ({ position }) => position.roles,
    }),
    person: t.field({
      type: TeamMemberRef,
      nullable: true,
      description: 'The person. Null if the team is not given as `staff`.',
      resolve: ({ position }) => position.person,
    }),
    criticality: t.exposeFloat('criticality', {
      description:
        'The share of all responsibilities to cover that would no longer be covered without the role or person, 0 to 1, rounded to 6 ' +
        'decimals. 0 if only categories or topics would be lost.',
    }),
    items: t.field({
      type: CoverageItemsRef,
      description:
        'The items that only this role or person covers, with their source lines. `carriersElsewhere` of an item names who does the same ' +
        'outside the group.',
      resolve: ({ position, items, counted, cover }, _args, { rolegraph: { graph } }) => ({
        items,
        roles: setOfRoles(graph, position.roles),
        counted,
        cover,
      }),
    }),
  }),
});

/** What a list of single points says about itself. */
interface AboutSinglePoints {
  readonly from: CarrierScope;
  readonly note: string | null;
  readonly countFromCatalog: () => number | Promise<number>;
}

export const SinglePointConnection = builder.connectionObject<
  typeof SinglePointRef,
  ConnectionWith<FoundPoint, object> & AboutSinglePoints
>(
  {
    name: 'SinglePointConnection',
    description: 'A page of single points of failure.',
    type: SinglePointRef,
    fields: (t) => ({
      from: t.expose('from', {
        type: CarrierScopeEnum,
        description: 'Which roles carry the items: what was asked for, or the default.',
      }),
      countFromCatalog: t.int({
        description:
          'The number of single points with `from: CATALOG`. Often fewer: a role of the team may do elsewhere what only one does ' +
          'in the group.',
        resolve: ({ countFromCatalog }) => countFromCatalog(),
      }),
      note: t.exposeString('note', {
        nullable: true,
        description: 'How to read the list, in a sentence, if the team is all roles of the catalog; otherwise null.',
      }),
    }),
  },
  { name: 'SinglePointEdge', description: 'A single point of failure.' },
);

/** Says what a list that counts all roles of the catalog as one team is worth. */
const noteOnCatalog =
  'These are roles of the catalog, not people: a duty that the sources word in a way of its own has one role here, whoever ' +
  'does it in your organization. Give roles to see what hangs on one role of your team.';

/** The requested page of the single points of a team. */
export async function singlePointPage(cover: TeamCover, given: PageArguments, rolegraph: RequestGraph) {
  const { graph, work } = rolegraph;
  const { team, requirements } = cover;
  const hasPeople = peopleOf(team).length > 0;
  const points = await work.run(singlePointsOf(cover));
  const counted = countedItems(requirements, rolegraph);
  const page = pageOf(points, singlePointsByCriticality, given);
  return {
    ...connectionOf(page, (point) => ({ node: { ...point, counted, cover } })),
    from: requirements.scope.from,
    note: hasPeople || team.roles.size < graph.roles.length ? null : noteOnCatalog,
    countFromCatalog: async () => {
      const inCatalog = await counted.inCatalog();
      return (await work.run(singlePointsOf(await work.run(teamCover(team, inCatalog))))).length;
    },
  };
}

builder.queryField('singlePoints', (t) =>
  t.field({
    type: SinglePointConnection,
    description:
      'The single points of failure of a team: its roles or people that cover items which no other of them covers, most critical ' +
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
      staff: t.arg({ type: [TeamMemberInput], description: `${staffDescription} Not together with roles.` }),
      absent: t.arg.stringList({ description: absentDescription }),
      of: t.arg.idList({ description: ofDescription }),
      from: t.arg({ type: CarrierScopeEnum, description: fromDescription }),
    },
    resolve: async (_root, args, { rolegraph }) => {
      const { graph, work } = rolegraph;
      const scope = requestedScope(graph, args.of, args.from, 'of');
      const { positions } = requestedTeam(rolegraph, args, graph.roles);
      const team = await work.run(teamOf(graph, positions));
      const requirements = await work.run(requirementsOf(graph, scope));
      return singlePointPage(await work.run(teamCover(team, requirements)), args, rolegraph);
    },
  }),
);
