import {
  additionsByGain,
  additionsOf,
  coverageByGroup,
  coverageFromCatalog,
  coverageOf,
  itemsCarriedBy,
  thinOf,
  type Addition,
  type CatalogCoverage,
  type Coverage,
  type Uncovered,
} from '../../src/analysis/coverage/coverage.ts';
import { eachUnit, itemsWhere, type CoverageItems } from '../../src/analysis/coverage/coverage-item.ts';
import { requirementsOf, scopeOf, type CarrierScope } from '../../src/analysis/coverage/requirements.ts';
import { positionsOfStaff, type TeamMember } from '../../src/analysis/coverage/staff.ts';
import {
  peopleOf,
  teamCover,
  teamOf,
  type Position,
  type Team,
  type TeamCover,
} from '../../src/analysis/coverage/team.ts';
import { once } from '../../src/collections/memoize.ts';
import type { CatalogGraph } from '../../src/graph/catalog-graph.ts';
import { pageOf } from '../../src/graph/lists/page.ts';
import { groupsOf } from '../../src/graph/named-nodes.ts';
import type { RoleGroup } from '../../src/graph/nodes/node.ts';
import { builder } from '../builder.ts';
import type { RequestGraph } from '../context.ts';
import { connectionOf } from '../lists/connection.ts';
import { RoleConnection, rolePage } from '../lists/connections.ts';
import { RoleByInput } from '../nodes/look-up.ts';
import { RoleGroupRef, RoleRef } from '../refs.ts';
import {
  CarrierScopeEnum,
  countedItems,
  CoverageItemsRef,
  fromDescription,
  setOfRoles,
  SharesRef,
  type Counted,
} from './coverage-item.ts';
import { absentDescription, requestedTeam, staffDescription, TeamMemberInput, TeamMemberRef } from './staff.ts';

/** What a team covers of one group or of several together. */
interface CoverageByTeam {
  readonly cover: TeamCover;
  readonly coverage: Coverage;
  readonly counted: Counted;
  readonly absence?: Absence | undefined;
}

/** People who are absent, and what the team covers with them. */
interface Absence {
  readonly people: readonly TeamMember[];
  readonly everybody: () => Promise<TeamCover>;
}

interface GroupCoverage extends CoverageByTeam {
  readonly group: RoleGroup;
}

export async function coverageByTeam(cover: TeamCover, rolegraph: RequestGraph): Promise<CoverageByTeam> {
  const coverage = await rolegraph.work.run(coverageOf(cover));
  return { cover, coverage, counted: countedItems(cover.requirements, rolegraph) };
}

/** What the arguments `of` and `from` ask about: the whole catalog if no groups are given. */
export function requestedScope(
  graph: CatalogGraph,
  ids: readonly string[] | null | undefined,
  from: CarrierScope | null | undefined,
  argument: string,
) {
  return scopeOf(ids == null ? undefined : groupsOf(graph, ids, argument), from, argument);
}

export const ofDescription =
  'The pillars, categories and organization types whose items must be covered, by id or name: `["Security"]`. With `from: ' +
  'MEMBERS`, what two of them have counts for each, also if one is part of the other. The whole catalog if it is not given. ' +
  'An empty list is an error.';

/** The fields that the coverage of one group and of several have in common. */
const sharesField = {
  type: SharesRef,
  description: 'The shares of the items that are covered.',
  resolve: ({ coverage }: CoverageByTeam) => coverage.shares,
};

const coveredField = {
  type: CoverageItemsRef,
  description: "The items that the team covers, with the team's lines; with `from: MEMBERS` lines of the item's group.",
  resolve: ({ cover, coverage, counted }: CoverageByTeam) => ({
    items: coverage.covered,
    roles: cover.team.roles,
    counted,
    cover,
  }),
};

/** Items that no role of the team covers, so without lines. */
function missing(description: string, itemsOf: (coverage: Coverage) => CoverageItems) {
  return {
    type: CoverageItemsRef,
    description,
    resolve: (
      { coverage, counted }: CoverageByTeam,
      _args: object,
      { rolegraph: { graph } }: { readonly rolegraph: RequestGraph },
    ) => ({ items: itemsOf(coverage), roles: setOfRoles(graph), counted }),
  };
}

const uncoveredField = missing(
  'The items that no role of the team covers, those of `nobody` among them.',
  ({ uncovered }) => uncovered,
);

const nobodyField = missing(
  'The items that nobody covers: no role carries them, in the team or outside, such as responsibilities on which roles ' +
    'are only consulted or informed or, without groups, that the catalog names and no line gives to a role. No addition to the team covers them; somebody must be made responsible.',
  ({ nobody }) => nobody,
);

const CatalogCoverageRef = builder
  .objectRef<CatalogCoverage & { readonly team: Team; readonly counted: Counted }>('CatalogCoverage')
  .implement({
    description:
      'What a team would cover if any role could carry the items by any line of the catalog (`from: CATALOG`).',
    fields: (t) => ({
      shares: t.expose('shares', {
        type: SharesRef,
        description: 'The shares that would be covered, as the answer with `from: CATALOG` has them.',
      }),
      adds: t.field({
        type: CoverageItemsRef,
        description:
          'The uncovered items that roles of the team carry elsewhere, with these lines. Empty with `from: CATALOG`.',
        resolve: ({ adds, team, counted }) => ({ items: adds, roles: team.roles, counted }),
      }),
    }),
  });

/** An addition, and what it was found for. */
interface FoundAddition extends Addition {
  readonly coverage: Uncovered;
  readonly counted: Counted;
}

const AdditionRef = builder.objectRef<FoundAddition>('Addition').implement({
  description: 'What one more role would add to a team.',
  fields: (t) => ({
    role: t.expose('role', { type: RoleRef, description: 'The role.' }),
    gain: t.exposeFloat('gain', {
      description:
        'The increase of the covered share of responsibilities, 0 to 1, rounded to 6 decimals. 0 if the role adds only ' +
        'categories or topics.',
    }),
    adds: t.field({
      type: CoverageItemsRef,
      description: 'The uncovered items that this role would cover, with the lines of the role.',
      resolve: async ({ role, coverage, counted }, _args, { rolegraph: { graph, work } }) => ({
        items: await work.run(itemsCarriedBy(role, coverage.uncovered, coverage.requirements)),
        roles: setOfRoles(graph, [role]),
        counted,
      }),
    }),
  }),
});

export const AdditionConnection = builder.connectionObject(
  { name: 'AdditionConnection', description: 'A page of roles that would add to a team.', type: AdditionRef },
  { name: 'AdditionEdge', description: 'A role that would add to a team.' },
);

const GroupCoverageRef = builder.objectRef<GroupCoverage>('GroupCoverage').implement({
  description: 'What a team covers of one group.',
  fields: (t) => ({
    group: t.expose('group', { type: RoleGroupRef, description: 'The group.' }),
    shares: t.field(sharesField),
    roles: t.field({
      type: RoleConnection,
      description: 'The roles of the team that are in the group, by title.',
      args: t.arg.connectionArgs(),
      resolve: ({ cover, group }, args, { rolegraph: { graph } }) =>
        rolePage(graph.rolesIn(group.roleSet.intersection(cover.team.roles)), args),
    }),
    covered: t.field(coveredField),
    uncovered: t.field(uncoveredField),
    nobody: t.field(nobodyField),
  }),
});

export const CoverageRef = builder.objectRef<CoverageByTeam>('Coverage').implement({
  description:
    'What a team covers of all groups together and of each group. With `from: MEMBERS`, a role covers the items of a group ' +
    'that it is in, by lines of that group; with `from: CATALOG`, the categories that list it (not only as consulted or informed), the responsibilities that any ' +
    'line gives to it, and the topics of these.',
  fields: (t) => ({
    from: t.field({
      type: CarrierScopeEnum,
      description: 'Which roles carry the items: what was asked for, or the default.',
      resolve: ({ coverage }) => coverage.requirements.scope.from,
    }),
    roles: t.field({
      type: RoleConnection,
      description: 'The roles of the team, by title; of people in `staff`, those of the people who are not absent.',
      args: t.arg.connectionArgs(),
      resolve: ({ cover }, args, { rolegraph: { graph } }) => rolePage(graph.rolesIn(cover.team.roles), args),
    }),
    people: t.field({
      type: [TeamMemberRef],
      description: 'The people of the team who are not absent, by name. Empty if the team is not given as `staff`.',
      resolve: ({ cover }) => peopleOf(cover.team),
    }),
    absent: t.field({
      type: [TeamMemberRef],
      description: 'The people who are absent, in the order of the request.',
      resolve: ({ absence }) => absence?.people ?? [],
    }),
    onlyAbsent: t.field({
      type: CoverageItemsRef,
      description:
        'The uncovered items that people who are absent would cover, with their lines; `people` of an item names them.',
      resolve: async ({ coverage, counted, absence }, _args, { rolegraph: { graph, work } }) => {
        if (absence === undefined) return { items: eachUnit(() => []), roles: setOfRoles(graph), counted };
        const cover = await absence.everybody();
        const items = await work.run(itemsWhere(coverage.uncovered, (item) => cover.countOf(item) > 0));
        return { items, roles: cover.team.roles, counted, cover };
      },
    }),
    thin: t.field({
      type: CoverageItemsRef,
      description:
        'The covered items that rest on less than one full-time person: the shares of the people who carry them sum up to ' +
        'less than 1. Empty if the team is not given as `staff`.',
      resolve: async ({ cover, coverage, counted }, _args, { rolegraph: { work } }) => ({
        items: await work.run(thinOf(cover, coverage)),
        roles: cover.team.roles,
        counted,
        cover,
      }),
    }),
    shares: t.field(sharesField),
    nobody: t.field(nobodyField),
    covered: t.field(coveredField),
    uncovered: t.field(uncoveredField),
    fromCatalog: t.field({
      type: CatalogCoverageRef,
      description: 'What `from: CATALOG` would add. Nothing if that is what was asked for.',
      resolve: async ({ cover: { team }, coverage }, _args, { rolegraph }) => {
        const fromCatalog = await rolegraph.work.run(coverageFromCatalog(rolegraph.graph, team, coverage));
        return { ...fromCatalog, team, counted: countedItems(fromCatalog.requirements, rolegraph) };
      },
    }),
    groups: t.field({
      type: [GroupCoverageRef],
      description:
        'The coverage of each group, in the order of the request; of all pillars, then all organization types, if no ' +
        'groups are given.',
      resolve: async ({ cover, counted }, _args, { rolegraph: { graph, work } }) => {
        const each = await work.run(coverageByGroup(graph, cover));
        return each.map(({ group, ...coverage }) => ({ cover, group, coverage, counted }));
      },
    }),
    additions: t.field({
      type: AdditionConnection,
      description:
        'The roles outside the team that would each cover at least one uncovered item, greatest gain first, then by the ' +
        'number of items that they add, then by title.',
      args: t.arg.connectionArgs(),
      resolve: async (byTeam, args, { rolegraph: { graph, work } }) => {
        const additions = await work.run(additionsOf(graph, byTeam.coverage));
        return connectionOf(pageOf(additions, additionsByGain, args), (addition) => ({
          node: { ...addition, ...byTeam },
        }));
      },
    }),
  }),
});

builder.queryField('coverage', (t) =>
  t.field({
    type: CoverageRef,
    description:
      'What a team covers of some groups, what it does not, and what nobody does. E.g. `coverage(roles: [{ title: "SRE" }, ' +
      '{ title: "Backup Administrator" }], of: ["pillar:reliability"])`.',
    args: {
      roles: t.arg({
        type: [RoleByInput],
        description:
          'The roles of the team, at least one. A role that is named twice counts once. Exactly one of roles and staff is required.',
      }),
      staff: t.arg({ type: [TeamMemberInput], description: staffDescription }),
      absent: t.arg.stringList({ description: absentDescription }),
      of: t.arg.idList({ description: ofDescription }),
      from: t.arg({ type: CarrierScopeEnum, description: fromDescription }),
    },
    resolve: async (_root, args, { rolegraph }) => {
      const { graph, work } = rolegraph;
      const { positions, absent } = requestedTeam(rolegraph, args);
      const scope = requestedScope(graph, args.of, args.from, 'of');
      const requirements = await work.run(requirementsOf(graph, scope));
      const coverOf = async (some: readonly Position[]) =>
        work.run(teamCover(await work.run(teamOf(graph, some)), requirements));
      const byTeam = await coverageByTeam(await coverOf(positions), rolegraph);
      if (absent.length === 0) return byTeam;
      const everybody = once(() => coverOf([...positions, ...positionsOfStaff(absent)]));
      return { ...byTeam, absence: { people: absent, everybody } };
    },
  }),
);
