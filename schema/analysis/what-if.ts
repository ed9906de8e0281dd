import type { CoverageItems } from '../../src/analysis/coverage/coverage-item.ts';
import {
  mostComparedPositions,
  positionOverlapsByScore,
  positionOverlapsOf,
  type PositionOverlap,
  type PositionOverlaps,
} from '../../src/analysis/coverage/position-overlaps.ts';
import { positionsByTitle, type Position, type Team } from '../../src/analysis/coverage/team.ts';
import { whatIf, type WhatIf } from '../../src/analysis/coverage/what-if.ts';
import type { RoleGroup } from '../../src/graph/nodes/node.ts';
import { pageOf } from '../../src/graph/lists/page.ts';
import { once } from '../../src/collections/memoize.ts';
import { builder } from '../builder.ts';
import { connectionOf } from '../lists/connection.ts';
import type { RequestGraph } from '../context.ts';
import { namedRoles, requiredRoles, RoleByInput } from '../nodes/look-up.ts';
import { RoleRef } from '../refs.ts';
import { coverageByTeam, CoverageRef, groupsOrAll, ofDescription } from './coverage.ts';
import { CoverageItemsRef } from './coverage-items.ts';
import { SinglePointConnection, singlePointPage } from './single-points.ts';

/** A team and what it is asked about. */
interface TeamState {
  readonly team: Team;
  readonly groups: readonly RoleGroup[];
  readonly overlaps: () => PositionOverlaps | Promise<PositionOverlaps>;
}

/** What is asked of it several times is computed once. */
function stateOf(team: Team, groups: readonly RoleGroup[], { graph, work }: RequestGraph): TeamState {
  return { team, groups, overlaps: once(() => work.run(positionOverlapsOf(graph, team))) };
}

const PositionRef = builder.objectRef<Position>('Position').implement({
  description: 'A place in a team: one role, or several that were merged into one.',
  fields: (t) => ({
    title: t.string({
      description: 'The titles of its roles, joined by ` + `, e.g. `Backup Administrator + Systems Administrator`.',
      resolve: ({ roles }) => roles.map(({ title }) => title).join(' + '),
    }),
    roles: t.field({
      type: [RoleRef],
      description: 'Its roles, by title.',
      resolve: ({ roles }) => roles,
    }),
  }),
});

const PositionConnection = builder.connectionObject(
  { name: 'PositionConnection', description: 'A page of the positions of a team.', type: PositionRef },
  { name: 'PositionEdge', description: 'A position, at its place in the list.' },
);

const PositionOverlapRef = builder.objectRef<PositionOverlap>('PositionOverlap').implement({
  description:
    'What two positions of a team have in common, in the numbers of `RoleOverlap`; a position of several roles has the ' +
    'traits of all of them.',
  fields: (t) => ({
    positions: t.field({
      type: [PositionRef],
      description: 'The two, by title.',
      resolve: ({ positions }) => positions,
    }),
    score: t.exposeFloat('score', {
      description: 'sharedWeight / totalWeight, 0 to 1; rounded to 6 decimals.',
    }),
    sharedWeight: t.exposeFloat('sharedWeight', {
      description: 'The weights of the traits that both have, added up; rounded to 6 decimals.',
    }),
    totalWeight: t.exposeFloat('totalWeight', {
      description: 'The weights of the traits that either has, added up; rounded to 6 decimals.',
    }),
  }),
});

const PositionOverlapConnection = builder.connectionObject(
  {
    name: 'PositionOverlapConnection',
    description: 'A page of the overlaps of the positions of a team.',
    type: PositionOverlapRef,
  },
  { name: 'PositionOverlapEdge', description: 'The overlap of two positions, at its place in the list.' },
);

const TeamStateRef = builder.objectRef<TeamState>('TeamState').implement({
  description: 'A team as it is, or as it would be.',
  fields: (t) => ({
    positions: t.field({
      type: PositionConnection,
      description: 'Its positions, by title.',
      args: t.arg.connectionArgs(),
      resolve: ({ team }, args) => connectionOf(pageOf(team.positions, positionsByTitle, args), (node) => ({ node })),
    }),
    coverage: t.field({
      type: CoverageRef,
      description: 'What it covers, and what not.',
      resolve: ({ team, groups }, _args, { rolegraph: { graph, work } }) =>
        work.run(coverageByTeam(graph, team, groups)),
    }),
    singlePoints: t.field({
      type: SinglePointConnection,
      description: 'What exactly one of its positions carries: the most critical position first, then by title.',
      args: t.arg.connectionArgs(),
      resolve: (state, args, { rolegraph }) => singlePointPage(state, args, rolegraph),
    }),
    overlaps: t.field({
      type: PositionOverlapConnection,
      description:
        `Which of its positions have something in common, strongest first, then by title. An error for a team of more ` +
        `than ${mostComparedPositions} positions.`,
      args: t.arg.connectionArgs(),
      resolve: async ({ overlaps }, args) =>
        connectionOf(pageOf((await overlaps()).overlaps, positionOverlapsByScore, args), (node) => ({ node })),
    }),
    meanOverlap: t.float({
      description:
        `How alike its positions are: the mean score of all pairs, those that have nothing in common included, 0 to ` +
        `1; rounded to 6 decimals. 0 for fewer than two positions; an error for a team of more than ` +
        `${mostComparedPositions}.`,
      resolve: async ({ overlaps }) => (await overlaps()).meanScore,
    }),
  }),
});

const WhatIfRef = builder.objectRef<WhatIf>('WhatIf').implement({
  description: 'A team before and after a change, and what the change does. Nothing of it is stored.',
  fields: (t) => {
    const items = (description: string, of: (changed: WhatIf) => CoverageItems, shown: 'before' | 'after') =>
      t.field({
        type: CoverageItemsRef,
        description,
        resolve: (changed) => ({ items: of(changed), roles: changed[shown].roles }),
      });
    return {
      before: t.field({
        type: TeamStateRef,
        description: 'The team as it is.',
        resolve: ({ before, groups }, _args, { rolegraph }) => stateOf(before, groups, rolegraph),
      }),
      after: t.field({
        type: TeamStateRef,
        description: 'The team as it would be.',
        resolve: ({ after, groups }, _args, { rolegraph }) => stateOf(after, groups, rolegraph),
      }),
      lost: items('What is covered before and not after, with the lines before.', ({ lost }) => lost, 'before'),
      gained: items('What is covered after and not before, with the lines after.', ({ gained }) => gained, 'after'),
      newlySingle: items(
        'What several positions carry before and exactly one after, with the lines after.',
        ({ newlySingle }) => newlySingle,
        'after',
      ),
      noLongerSingle: items(
        'What exactly one position carries before and several after, with the lines after.',
        ({ noLongerSingle }) => noLongerSingle,
        'after',
      ),
    };
  },
});

const WhatIfInput = builder.inputType('WhatIfInput', {
  description:
    'A team and what is to be tried with it: roles leave, then others come, then some become one. E.g. ' +
    '`{ remove: [{ title: "Backup Administrator" }] }`.',
  fields: (t) => ({
    team: t.field({
      type: [RoleByInput],
      description: 'The roles of the team; every role of the catalog where it is not given.',
    }),
    remove: t.field({ type: [RoleByInput], description: 'Roles of the team that leave it.' }),
    add: t.field({ type: [RoleByInput], description: 'Roles that come to the team, and are not in it yet.' }),
    merge: t.field({
      type: [t.listRef(RoleByInput)],
      description:
        'Lists of two or more roles of the team, or of those that come to it: each list becomes one position.',
    }),
    of: t.idList({ description: ofDescription }),
  }),
});

builder.queryField('whatIf', (t) =>
  t.field({
    type: WhatIfRef,
    description:
      'What changes if roles leave a team, come to it or become one: coverage, single points and overlaps before and ' +
      'after. Nothing is stored. E.g. `whatIf(input: { remove: [{ title: "Backup Administrator" }] })`.',
    args: { input: t.arg({ type: WhatIfInput, required: true, description: 'The team and the change.' }) },
    resolve: async (_root, { input }, { rolegraph: { graph, work } }) => {
      const { team } = input;
      const change = {
        team: team == null ? undefined : requiredRoles(graph, team, 'input.team'),
        remove: namedRoles(graph, input.remove, 'input.remove'),
        add: namedRoles(graph, input.add, 'input.add'),
        merge: (input.merge ?? []).map((roles) => namedRoles(graph, roles, 'input.merge')),
      };
      const groups = groupsOrAll(graph, input.of, 'input.of');
      return work.run(whatIf(graph, change, groups));
    },
  }),
);
