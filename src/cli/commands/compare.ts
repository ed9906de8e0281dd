import {
  comparisonOfGroups,
  distinctResponsibilities,
  distinctRoles,
  sharedResponsibilities,
  type GroupComparison,
} from '../../analysis/comparisons/group-comparison.ts';
import {
  comparisonOfRoles,
  maxComparedRoles,
  minComparedRoles,
  type RoleComparison,
  type RoleTraits,
} from '../../analysis/comparisons/role-comparison.ts';
import type { CatalogGraph } from '../../graph/catalog-graph.ts';
import { responsibilitiesByName, rolesByTitle } from '../../graph/lists/orders.ts';
import { groupKinds, type NodeKind } from '../../graph/nodes/node-kind.ts';
import { kindNames, pluralNames, type Responsibility, type Role } from '../../graph/nodes/node.ts';
import { runToCompletion } from '../../scheduling/steps.ts';
import { counted, inWords } from '../../text/in-words.ts';
import { answerQuestion } from '../answer-question.ts';
import { UsageError } from '../command-error.ts';
import type { ExitCode } from '../exit-codes.ts';
import { labelled, named } from '../node-fields.ts';
import { pageFields } from '../output/listed-items.ts';
import { scoreText, type Report, type ReportOptions } from '../output/report.ts';
import { rightAligned, type Cell, type Table } from '../output/table.ts';
import type { Terminal } from '../output/terminal.ts';

/** `rolegraph compare`: what several roles or several groups share, and what only one of them has. */
export function compare(terminal: Terminal, words: readonly string[], options: ReportOptions): Promise<ExitCode> {
  return answerQuestion(terminal, options, {}, async ({ names, graph }) => {
    // "performance" is the beginning of a role's title, too; with names of pillars it means the pillar.
    const kinds = [groupKinds, roleKinds].find((each) => names.areAll(words, each)) ?? [...roleKinds, ...groupKinds];
    const nodes = await names.nodes(words, kinds);
    const roles = nodes.filter((node) => node.kind === 'ROLE');
    if (roles.length === 0) {
      const ids = nodes.map(({ id }) => id);
      return groupsReport(groupsAnswer(graph, comparisonOfGroups(graph, ids, 'What is compared')));
    }
    const group = nodes.find((node) => node.kind !== 'ROLE');
    if (group !== undefined) {
      throw new UsageError(
        `${roles[0]?.label} is a role and ${group.label} is not. Compare roles with roles, or groups with groups.`,
      );
    }
    if (roles.length < minComparedRoles || roles.length > maxComparedRoles) {
      throw new UsageError(
        `What is compared has ${counted(roles.length, 'distinct role')}; it takes ${minComparedRoles} to ${maxComparedRoles}.`,
      );
    }
    return rolesReport(rolesAnswer(comparisonOfRoles(graph, roles)));
  });
}

const roleKinds = ['ROLE'] as const;

type Named = ReturnType<typeof named>;

const traitNames = ['pillars', 'organizationTypes', 'categories', 'topics', 'responsibilities'] as const;
type TraitName = (typeof traitNames)[number];

const kindOfTrait = {
  pillars: 'PILLAR',
  organizationTypes: 'ORGANIZATION_TYPE',
  categories: 'CATEGORY',
  topics: 'TOPIC',
  responsibilities: 'RESPONSIBILITY',
} as const satisfies Readonly<Record<TraitName, NodeKind>>;

function traitsOf(traits: RoleTraits): Readonly<Record<TraitName, readonly Named[]>> {
  const { pillars, organizationTypes, categories, topics, responsibilities } = traits;
  return {
    pillars: pillars.map(named),
    organizationTypes: organizationTypes.map(named),
    categories: categories.map(named),
    topics: topics.map(named),
    responsibilities: responsibilities.map(named),
  };
}

/** The answer of the GraphQL field `compareRoles`. */
function rolesAnswer({ roles, shared, distinct, overlaps }: RoleComparison) {
  return {
    compareRoles: {
      roles: roles.map(labelled),
      shared: traitsOf(shared),
      distinct: distinct.map(({ role, traits }) => ({ role: labelled(role), traits: traitsOf(traits) })),
      overlaps: overlaps.map(({ roles, score, overlapCoefficient }) => ({
        roles: roles.map(labelled),
        score,
        overlapCoefficient,
      })),
    },
  };
}

/** What roles do says more than where they are listed, so it comes first. */
const traitsByWeight = traitNames.toReversed();

function rolesReport(data: ReturnType<typeof rolesAnswer>): Report {
  const { roles, shared, distinct, overlaps } = data.compareRoles;
  const rowsOf = (holder: string, traits: Readonly<Record<TraitName, readonly Named[]>>): Cell[][] =>
    traitsByWeight.flatMap((trait) =>
      traits[trait].map(({ id, name }) => [holder, kindNames[kindOfTrait[trait]], name, id]),
    );
  const main: Table = {
    columns: ['Has it', 'What', 'Name', { heading: 'Id', onlyCsv: true }],
    rows: [...rowsOf('all', shared), ...distinct.flatMap(({ role, traits }) => rowsOf(`only ${role.label}`, traits))],
  };
  const pairs: Table = {
    columns: ['Pair', rightAligned('Score'), rightAligned('Coefficient')],
    rows: overlaps.map(({ roles, score, overlapCoefficient }) => [
      roles.map(({ label }) => label),
      scoreText(score),
      scoreText(overlapCoefficient),
    ]),
  };
  const counts = traitsByWeight
    .filter((trait) => shared[trait].length > 0)
    .map((trait) => counted(shared[trait].length, kindNames[kindOfTrait[trait]], pluralNames[kindOfTrait[trait]]));
  const all = roles.length === 2 ? 'Both roles' : `All ${roles.length} roles`;
  const summary = counts.length === 0 ? `${all} together share nothing.` : `${all} share ${inWords(counts)}.`;
  return { data, main, summary, parts: [pairs, main] };
}

function rolePage(roles: readonly Role[]) {
  return { ...pageFields(roles, rolesByTitle), nodes: roles.map(labelled) };
}

function dutyPage(duties: readonly Responsibility[]) {
  return { ...pageFields(duties, responsibilitiesByName), nodes: duties.map(named) };
}

/** The answer of the GraphQL field `compareGroups`, with all pages. */
function groupsAnswer(graph: CatalogGraph, { groups, overlap, matrix, distinct }: GroupComparison) {
  return {
    compareGroups: {
      groups: groups.map(({ id, label, roleCount }) => ({ id, label, roleCount })),
      overlap: { roles: rolePage(graph.rolesIn(overlap.shared)) },
      matrix: matrix.map(({ groups, sharedRoleCount, jaccard, overlapCoefficient }) => ({
        groups: groups.map(labelled),
        sharedRoleCount,
        jaccard,
        overlapCoefficient,
      })),
      sharedResponsibilities: dutyPage(runToCompletion(sharedResponsibilities(graph, groups))),
      distinct: distinct.map((distinction) => ({
        group: labelled(distinction.group),
        roles: rolePage(distinctRoles(graph, distinction)),
        responsibilities: dutyPage(runToCompletion(distinctResponsibilities(graph, distinction))),
      })),
    },
  };
}

function groupsReport(data: ReturnType<typeof groupsAnswer>): Report {
  const { groups, overlap, matrix, sharedResponsibilities, distinct } = data.compareGroups;
  const rowsOf = (
    holder: string,
    roles: ReturnType<typeof rolePage>,
    duties: ReturnType<typeof dutyPage>,
  ): Cell[][] => [
    ...roles.nodes.map(({ id, label }) => [holder, 'role', label, id]),
    ...duties.nodes.map(({ id, name }) => [holder, 'responsibility', name, id]),
  ];
  const main: Table = {
    columns: ['Has it', 'What', 'Name', { heading: 'Id', onlyCsv: true }],
    rows: [
      ...rowsOf('all', overlap.roles, sharedResponsibilities),
      ...distinct.flatMap(({ group, roles, responsibilities }) =>
        rowsOf(`only ${group.label}`, roles, responsibilities),
      ),
    ],
  };
  const counts: Table = {
    columns: [
      'Group',
      rightAligned('Roles'),
      rightAligned('Only its own'),
      rightAligned('Responsibilities that only its lines name'),
    ],
    rows: groups.map(({ label, roleCount }, index) => [
      label,
      roleCount,
      distinct[index]?.roles.totalCount ?? 0,
      distinct[index]?.responsibilities.totalCount ?? 0,
    ]),
  };
  const pairs: Table = {
    columns: ['Pair', rightAligned('Shared roles'), rightAligned('Jaccard index'), rightAligned('Coefficient')],
    rows: matrix.map(({ groups, sharedRoleCount, jaccard, overlapCoefficient }) => [
      groups.map(({ label }) => label),
      sharedRoleCount,
      scoreText(jaccard),
      scoreText(overlapCoefficient),
    ]),
  };
  const roles = counted(overlap.roles.totalCount, 'role');
  const duties = counted(sharedResponsibilities.totalCount, 'responsibility', 'responsibilities');
  const summary = `The ${groups.length} groups share ${roles}, and the lines of each name the same ${duties}.`;
  return { data, main, summary, parts: [counts, pairs, main] };
}
