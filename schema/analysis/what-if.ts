import { Handovers } from '../../src/analysis/coverage/handover.ts';
import { membersNamed } from '../../src/analysis/coverage/staff.ts';
import { ArgumentError } from '../../src/graph/argument-error.ts';
import type { CoverageItems } from '../../src/analysis/coverage/coverage-item.ts';
import {
  mostComparedPositions,
  positionOverlapsByScore,
  positionOverlapsOf,
  type PositionOverlap,
  type PositionOverlaps,
} from '../../src/analysis/coverage/position-overlaps.ts';
import { positionsByTitle, type TeamCover } from '../../src/analysis/coverage/team.ts';
import { whatIf, type StaffChange, type WhatIf } from '../../src/analysis/coverage/what-if.ts';
import { once } from '../../src/collections/memoize.ts';
import { builder } from '../builder.ts';
import { plainPage } from '../lists/connection.ts';
import type { RequestGraph } from '../context.ts';
import { namedRoles, requiredRoles, RoleByInput } from '../nodes/look-up.ts';
import { AdditionConnection, coverageByTeam, CoverageRef, ofDescription, requestedScope } from './coverage.ts';
import { CarrierScopeEnum, countedItems, CoverageItemsRef, fromDescription, type Counted } from './coverage-item.ts';
import { handoverPage, hiresPage, HandoverConnection } from './handover.ts';
import { PositionRef } from './position.ts';
import { SinglePointConnection, singlePointPage } from './single-points.ts';
import {
  absentDescription,
  membersOf,
  requestedStaff,
  rolesOfPerson,
  staffDescription,
  TeamMemberInput,
} from './staff.ts';

/** A team, and what it covers. */
interface TeamState {
  readonly cover: TeamCover;
  readonly overlaps: () => PositionOverlaps | Promise<PositionOverlaps>;
}

/** The overlaps are computed once, even if several fields need them. */
function stateOf(cover: TeamCover, { graph, work }: RequestGraph): TeamState {
  return { cover, overlaps: once(() => work.run(positionOverlapsOf(graph, cover.team))) };
}

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
      description: 'The positions of the team, by title; people by name.',
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

interface CountedWhatIf extends WhatIf {
  readonly counted: Counted;
  readonly handovers: Handovers;
}

const WhatIfRef = builder.objectRef<CountedWhatIf>('WhatIf').implement({
  description: 'A team before and after a change, and the effects of the change. Nothing is stored.',
  fields: (t) => {
    const items = (description: string, of: (changed: WhatIf) => CoverageItems, shown: 'before' | 'after') =>
      t.field({
        type: CoverageItemsRef,
        description,
        resolve: (changed) => ({
          items: of(changed),
          roles: changed[shown].team.roles,
          counted: changed.counted,
          cover: changed[shown],
        }),
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
      handover: t.field({
        type: HandoverConnection,
        description:
          'The responsibilities among `lost`, by name, each with who of the team after the change is nearest to it.',
        args: t.arg.connectionArgs(),
        resolve: ({ handovers }, args, { rolegraph }) => handoverPage(handovers, args, rolegraph),
      }),
      hires: t.field({
        type: AdditionConnection,
        description:
          'The roles to look for: those that would carry the lost responsibilities that nobody of the team is near to, most of ' +
          'them first, then by title. Empty if somebody is near to each.',
        args: t.arg.connectionArgs(),
        resolve: ({ handovers, counted }, args, { rolegraph }) => hiresPage(handovers, counted, args, rolegraph),
      }),
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

const TakeOverInput = builder.inputType('TakeOverInput', {
  description:
    'Roles that a person takes over. E.g. `{ name: "Carla Diaz", roles: [{ title: "Backup Administrator" }] }`.',
  fields: (t) => ({
    name: t.string({ required: true, description: 'The name of somebody who stays or joins.' }),
    roles: t.field({
      type: [RoleByInput],
      required: true,
      description: 'The roles, at least one, which the person does not have yet.',
    }),
  }),
});

const WhatIfInput = builder.inputType('WhatIfInput', {
  description:
    'A team and the changes to try. A team of roles: first roles leave, then roles join, then roles are merged, e.g. ' +
    '`{ remove: [{ title: "Backup Administrator" }] }`. A team of people: first people leave, then people join, then roles are ' +
    'taken over, e.g. `{ staff: $staff, leave: ["Ben Ito"] }`.',
  fields: (t) => ({
    team: t.field({
      type: [RoleByInput],
      description: 'The roles of the team; all roles of the catalog if neither team nor staff is given.',
    }),
    staff: t.field({
      type: [TeamMemberInput],
      description: `${staffDescription} Not together with team, remove, add and merge.`,
    }),
    absent: t.stringList({ description: absentDescription }),
    leave: t.stringList({
      description: 'People in `staff` who leave, by name or by a beginning of it that only one has.',
    }),
    join: t.field({ type: [TeamMemberInput], description: 'People who join, with names that nobody who stays has.' }),
    takeOver: t.field({ type: [TakeOverInput], description: 'Roles that people who stay or join take over.' }),
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
      'What changes if roles or people leave a team or join it, if roles are merged or people take roles over: coverage, single ' +
      'points of failure and overlaps before and after, who could take over what is lost, and which roles to look for. Nothing ' +
      'is stored. E.g. `whatIf(input: { remove: [{ title: "Backup Administrator" }] })`.',
    args: { input: t.arg({ type: WhatIfInput, required: true, description: 'The team and the changes to try.' }) },
    resolve: async (_root, { input }, { rolegraph }) => {
      const { graph, work } = rolegraph;
      const { team } = input;
      const change = requestedStaffChange(rolegraph, input) ?? {
        team: team == null ? undefined : requiredRoles(graph, team, 'input.team'),
        remove: namedRoles(graph, input.remove, 'input.remove'),
        add: namedRoles(graph, input.add, 'input.add'),
        merge: (input.merge ?? []).map((roles) => namedRoles(graph, roles, 'input.merge')),
      };
      const scope = requestedScope(graph, input.of, input.from, 'input.of');
      const changed = await work.run(whatIf(graph, change, scope));
      const counted = countedItems(changed.requirements, rolegraph);
      return { ...changed, counted, handovers: new Handovers(graph, changed) };
    },
  }),
);

/**
 * The change to a team of people that an input asks for; undefined where it has none.
 *
 * @throws ArgumentError where it has both people and roles, or changes of people without people.
 */
function requestedStaffChange(rolegraph: RequestGraph, input: typeof WhatIfInput.$inferInput): StaffChange | undefined {
  const { graph, acceptPeople } = rolegraph;
  const ofPeople = (['leave', 'join', 'takeOver'] as const).find((name) => input[name] != null);
  if (ofPeople !== undefined) acceptPeople(`input.${ofPeople}`);
  const requested = requestedStaff(rolegraph, input, 'input.');
  if (requested === undefined) {
    if (ofPeople === undefined) return undefined;
    throw new ArgumentError(
      `input.${ofPeople}`,
      `input.${ofPeople} is about people, but input.staff is not given. Give the people of the team in input.staff.`,
    );
  }
  const ofRoles = (['team', 'remove', 'add', 'merge'] as const).find((name) => input[name] != null);
  if (ofRoles !== undefined) {
    throw new ArgumentError(
      `input.${ofRoles}`,
      `input.${ofRoles} is about a team of roles, and input.staff gives people. Use leave, join and takeOver for people.`,
    );
  }
  return {
    staff: requested.staff,
    absent: requested.absent,
    leave: membersNamed(requested.staff, input.leave ?? [], 'input.leave'),
    join: input.join == null || input.join.length === 0 ? [] : membersOf(graph, input.join, 'input.join'),
    takeOver: (input.takeOver ?? []).map(({ name, roles }) => ({
      name,
      roles: rolesOfPerson(graph, name, roles, 'input.takeOver.roles'),
    })),
  };
}
