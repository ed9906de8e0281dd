import type { CoverageItems } from '../../src/analysis/coverage/coverage-item.ts';
import {
  mostComparedPositions,
  positionOverlapsByScore,
  positionOverlapsOf,
  type PositionOverlap,
  type PositionOverlaps,
} from '../../src/analysis/coverage/position-overlaps.ts';
import { positionsByTitle, type Position, type TeamCover } from '../../src/analysis/coverage/team.ts';
import { whatIf, type WhatIf } from '../../src/analysis/coverage/what-if.ts';
import { once } from '../../src/collections/memoize.ts';
import { builder } from '../builder.ts';
import { plainPage } from '../lists/connection.ts';
import type { RequestGraph } from '../context.ts';
import { namedRoles, requiredRoles, RoleByInput } from '../nodes/look-up.ts';
import { RoleRef } from '../refs.ts';
import { coverageByTeam, CoverageRef, ofDescription, requestedScope } from './coverage.ts';
import { CarrierScopeEnum, countedItems, CoverageItemsRef, fromDescription, type Counted } from './coverage-item.ts';
import { SinglePointConnection, singlePointPage } from './single-points.ts';

/** A team, and what it covers. */
interface TeamState {
  readonly cover: TeamCover;
  readonly overlaps: () => PositionOverlaps | Promise<PositionOverlaps>;
}

/** The overlaps are computed once, even if several fields need them. */
function stateOf(cover: TeamCover, { graph, work }: RequestGraph): TeamState {
  return { cover, overlaps: once(() => work.run(positionOverlapsOf(graph, cover.team))) };
}

const PositionRef = builder.objectRef<Position>('Position').implement({
  description: 'A position in a team: one role, or several roles that were merged.',
  fields: (t) => ({
    title: t.string({
      description: 'The titles of the roles, joined by ` + `, e.g. `Backup Administrator + Systems Administrator`.',
      resolve: ({ roles }) => roles.map(({ title }) => title).join(' + '),
    }),
    roles: t.expose('roles', { type: [RoleRef], description: 'The roles of the position, by title.' }),
  }),
});

const PositionConnection = builder.connectionObject(
  { name: 'PositionConnection', description: 'A page of the positions of a team.', type: PositionRef },
  { name: 'PositionEdge', description: 'A position of a team.' },
);

const PositionOverlapRef = builder.objectRef<PositionOverlap>('PositionOverlap').implement({
  description:
    'What two positions of a team have in common, with the numbers of `RoleOverlap`. A position of several roles has the ' +
    'traits of all of them.',
  fields: (t) => ({
    positions: t.expose('positions', { type: [PositionRef], description: 'The two positions, by title.' }),
    score: t.exposeFloat('score', {
      description: 'sharedWeight / totalWeight, 0 to 1, rounded to 6 decimals.',
    }),
    sharedWeight: t.exposeFloat('sharedWeight', {
      description: 'The sum of the weights of the traits that both positions have, rounded to 6 decimals.',
    }),
    totalWeight: t.exposeFloat('totalWeight', {
      description:
        'The sum of the weights of the traits that at least one of the positions has, rounded to 6 decimals.',
    }),
  }),
});

const PositionOverlapConnection = builder.connectionObject(
  {
    name: 'PositionOverlapConnection',
    description: 'A page of the overlaps of the positions of a team.',
    type: PositionOverlapRef,
  },
  { name: 'PositionOverlapEdge', description: 'The overlap of two positions.' },
);

const TeamStateRef = builder.objectRef<TeamState>('TeamState').implement({
  description: 'A team before or after a change.',
  fields: (t) => ({
    positions: t.field({
      type: PositionConnection,
      description: 'The positions of the team, by title.',
      args: t.arg.connectionArgs(),
      resolve: ({ cover }, args) => plainPage(cover.team.positions, positionsByTitle, args),
    }),
    coverage: t.field({
      type: CoverageRef,
      description: 'What the team covers, and what it does not.',
      resolve: ({ cover }, _args, { rolegraph }) => coverageByTeam(cover, rolegraph),
    }),
    singlePoints: t.field({
      type: SinglePointConnection,
      description: 'The positions that are single points of failure, most critical first, then by title.',
      args: t.arg.connectionArgs(),
      resolve: ({ cover }, args, { rolegraph }) => singlePointPage(cover, args, rolegraph),
    }),
    overlaps: t.field({
      type: PositionOverlapConnection,
      description:
        'The overlaps of the pairs of positions that have something in common, strongest first, then by title. An error ' +
        `if the team has more than ${mostComparedPositions} positions.`,
      args: t.arg.connectionArgs(),
      resolve: async ({ overlaps }, args) => plainPage((await overlaps()).overlaps, positionOverlapsByScore, args),
    }),
    meanOverlap: t.float({
      description:
        'The mean overlap score of all pairs of positions, including those that have nothing in common, 0 to 1, rounded ' +
        'to 6 decimals. 0 if there are fewer than two positions; an error if there are more than ' +
        `${mostComparedPositions}.`,
      resolve: async ({ overlaps }) => (await overlaps()).meanScore,
    }),
  }),
});

const WhatIfRef = builder.objectRef<WhatIf & { readonly counted: Counted }>('WhatIf').implement({
  description: 'A team before and after a change, and the effects of the change. Nothing is stored.',
  fields: (t) => {
    const items = (description: string, of: (changed: WhatIf) => CoverageItems, shown: 'before' | 'after') =>
      t.field({
        type: CoverageItemsRef,
        description,
        resolve: (changed) => ({ items: of(changed), roles: changed[shown].team.roles, counted: changed.counted }),
      });
    return {
      from: t.field({
        type: CarrierScopeEnum,
        description: 'Which roles carry the items: what was asked for, or the default.',
        resolve: ({ requirements }) => requirements.scope.from,
      }),
      before: t.field({
        type: TeamStateRef,
        description: 'The team before the change.',
        resolve: ({ before }, _args, { rolegraph }) => stateOf(before, rolegraph),
      }),
      after: t.field({
        type: TeamStateRef,
        description: 'The team after the change.',
        resolve: ({ after }, _args, { rolegraph }) => stateOf(after, rolegraph),
      }),
      lost: items(
        'The items that are covered before and not after, with the lines before.',
        ({ lost }) => lost,
        'before',
      ),
      gained: items(
        'The items that are covered after and not before, with the lines after.',
        ({ gained }) => gained,
        'after',
      ),
      newlySingle: items(
        'The items that several positions cover before and exactly one after, with the lines after.',
        ({ newlySingle }) => newlySingle,
        'after',
      ),
      noLongerSingle: items(
        'The items that exactly one position covers before and several after, with the lines after.',
        ({ noLongerSingle }) => noLongerSingle,
        'after',
      ),
    };
  },
});

const WhatIfInput = builder.inputType('WhatIfInput', {
  description:
    'A team and the changes to try: first roles leave, then roles join, then roles are merged. E.g. ' +
    '`{ remove: [{ title: "Backup Administrator" }] }`.',
  fields: (t) => ({
    team: t.field({
      type: [RoleByInput],
      description: 'The roles of the team; all roles of the catalog if it is not given.',
    }),
    remove: t.field({ type: [RoleByInput], description: 'Roles of the team that leave.' }),
    add: t.field({ type: [RoleByInput], description: 'Roles that join the team and are not in it yet.' }),
    merge: t.field({
      type: [t.listRef(RoleByInput)],
      description: 'Lists of two or more roles of the team or of roles that join it. Each list becomes one position.',
    }),
    of: t.idList({ description: ofDescription }),
    from: t.field({ type: CarrierScopeEnum, description: fromDescription }),
  }),
});

builder.queryField('whatIf', (t) =>
  t.field({
    type: WhatIfRef,
    description:
      'What changes if roles leave a team, join it or are merged: coverage, single points of failure and overlaps before ' +
      'and after. Nothing is stored. E.g. `whatIf(input: { remove: [{ title: "Backup Administrator" }] })`.',
    args: { input: t.arg({ type: WhatIfInput, required: true, description: 'The team and the changes to try.' }) },
    resolve: async (_root, { input }, { rolegraph }) => {
      const { graph, work } = rolegraph;
      const { team } = input;
      const change = {
        team: team == null ? undefined : requiredRoles(graph, team, 'input.team'),
        remove: namedRoles(graph, input.remove, 'input.remove'),
        add: namedRoles(graph, input.add, 'input.add'),
        merge: (input.merge ?? []).map((roles) => namedRoles(graph, roles, 'input.merge')),
      };
      const scope = requestedScope(graph, input.of, input.from, 'input.of');
      const changed = await work.run(whatIf(graph, change, scope));
      return { ...changed, counted: countedItems(changed.requirements, rolegraph) };
    },
  }),
);
