import {
  additionsOf,
  coverageByGroup,
  coverageOf,
  itemsCarriedBy,
  type Coverage,
} from '../../analysis/coverage/coverage.ts';
import {
  itemCount,
  type CoverageItem,
  type CoverageItems,
  type Shares,
} from '../../analysis/coverage/coverage-item.ts';
import { requirementsOf, scopeOf, type Scope } from '../../analysis/coverage/requirements.ts';
import { singlePointsByCriticality, singlePointsOf } from '../../analysis/coverage/single-points.ts';
import { positionsOf, teamCover, teamOf } from '../../analysis/coverage/team.ts';
import type { CatalogGraph } from '../../graph/catalog-graph.ts';
import { maxPageSize } from '../../graph/lists/page.ts';
import type { Role } from '../../graph/nodes/role.ts';
import { runToCompletion } from '../../scheduling/steps.ts';
import type { ExitCode } from '../exit-codes.ts';
import { answerQuestion } from '../answer-question.ts';
import { itemLabels, listedItems, mostInCell, pageFields } from '../output/listed-items.ts';
import { moreText, percentText, type Report, type ReportOptions } from '../output/report.ts';
import { rightAligned, type Table } from '../output/table.ts';
import type { Terminal } from '../output/terminal.ts';
import { readTeam } from '../read-team.ts';

export interface GapsOptions extends ReportOptions {
  /** The file that names the team's roles. */
  readonly team: string;
}

/** `rolegraph gaps`: what a team covers of groups, what none of its roles covers, and what only one does. */
export async function gaps(terminal: Terminal, words: readonly string[], options: GapsOptions): Promise<ExitCode> {
  const team = await readTeam(options.team, terminal.stdin);
  return answerQuestion(terminal, options, {}, async ({ names, graph }) => {
    const groups = words.length === 0 ? undefined : await names.distinctGroups(words);
    return gapsReport(answerOf(graph, await names.rolesOfLines(team), scopeOf(groups, undefined)));
  });
}

type GapsAnswer = ReturnType<typeof answerOf>;

/** The answer of the GraphQL fields `coverage` and `singlePoints`, with all pages of what is not covered. */
function answerOf(graph: CatalogGraph, roles: readonly Role[], scope: Scope) {
  const team = runToCompletion(teamOf(graph, positionsOf(roles)));
  const cover = runToCompletion(teamCover(team, runToCompletion(requirementsOf(graph, scope))));
  const coverage = runToCompletion(coverageOf(cover));
  const points = runToCompletion(singlePointsOf(cover));
  return {
    coverage: {
      from: scope.from,
      shares: sharesByName(coverage.shares),
      groups: runToCompletion(coverageByGroup(graph, cover)).map((ofGroup) => {
        const { group, shares, covered, uncovered } = ofGroup;
        const { id, label } = group;
        return {
          group: { id, label },
          shares: sharesByName(shares),
          covered: byUnit(covered, ({ length }) => ({ totalCount: length })),
          uncovered: byUnit(uncovered, (list) => listedItems(list)),
        };
      }),
      additions: firstAdditions(graph, coverage),
    },
    singlePoints: {
      ...pageFields(points, singlePointsByCriticality),
      nodes: points.map(({ position, criticality, items }) => ({
        roles: position.roles.map(({ id, title, label }) => ({ id, title, label })),
        criticality,
        items: byUnit(items, (list) => listedItems(list, maxPageSize)),
      })),
    },
  };
}

function firstAdditions(graph: CatalogGraph, coverage: Coverage) {
  const additions = runToCompletion(additionsOf(graph, coverage));
  return {
    totalCount: additions.length,
    nodes: additions.slice(0, 5).map(({ role, gain }) => ({
      role: { id: role.id, title: role.title, label: role.label },
      gain,
      adds: { itemCount: itemCount(runToCompletion(itemsCarriedBy(role, coverage.uncovered, coverage.requirements))) },
    })),
  };
}

/** The results for the lists of all kinds, each under the name that the list has in answers. */
function byUnit<T>({ CATEGORY, RESPONSIBILITY, TOPIC }: CoverageItems, made: (items: readonly CoverageItem[]) => T) {
  return { categories: made(CATEGORY), responsibilities: made(RESPONSIBILITY), topics: made(TOPIC) };
}

function sharesByName({ CATEGORY, RESPONSIBILITY, TOPIC }: Shares) {
  return { categories: CATEGORY, responsibilities: RESPONSIBILITY, topics: TOPIC };
}

/** What coverage is counted in: the lists of each answer. */
const units = ['categories', 'responsibilities', 'topics'] as const;

const singular = { categories: 'category', responsibilities: 'responsibility', topics: 'topic' };

export function gapsReport(data: GapsAnswer): Report {
  const { groups, additions, shares } = data.coverage;
  const { totalCount, nodes } = data.singlePoints;
  return {
    data,
    main: uncoveredTable(groups),
    summary: `The team covers ${percentText(shares.responsibilities ?? 1)} of all responsibilities.`,
    parts: [
      coveredTable(groups),
      aloneTable(nodes),
      moreText(totalCount, nodes.length),
      additionsTable(additions.nodes),
      moreText(additions.totalCount, additions.nodes.length),
    ],
  };
}

type GroupCoverage = GapsAnswer['coverage']['groups'][number];

function uncoveredTable(groups: readonly GroupCoverage[]): Table {
  return {
    columns: ['Group id', 'Group', 'Kind', 'Not covered', 'Id'],
    rows: groups.flatMap(({ group, uncovered }) =>
      units.flatMap((unit) =>
        uncovered[unit].edges.map(({ label, node }) => [group.id, group.label, singular[unit], label, node.id]),
      ),
    ),
  };
}

function coveredTable(groups: readonly GroupCoverage[]): Table {
  return {
    columns: ['Group', 'What', rightAligned('Covered'), rightAligned('Of'), 'Not covered'],
    rows: groups.flatMap(({ group, covered, uncovered }) =>
      units.map((unit) => [
        group.label,
        unit,
        covered[unit].totalCount,
        covered[unit].totalCount + uncovered[unit].totalCount,
        itemLabels(uncovered[unit], mostInCell),
      ]),
    ),
  };
}

/** A row for each kind of what only one role has, so that lists of two kinds are not read as one. */
function aloneTable(nodes: GapsAnswer['singlePoints']['nodes']): Table {
  return {
    columns: ['If this role is missing', rightAligned('Loses'), 'What', 'Nobody else has'],
    rows: nodes.flatMap(({ roles, criticality, items }) =>
      units
        .filter((unit) => items[unit].totalCount > 0)
        .map((unit) => [
          roles.map(({ label }) => label),
          percentText(criticality),
          unit,
          itemLabels(items[unit], mostInCell),
        ]),
    ),
  };
}

function additionsTable(additions: GapsAnswer['coverage']['additions']['nodes']): Table {
  return {
    columns: ['One more would add', rightAligned('Gain'), rightAligned('Items')],
    rows: additions.map(({ role, gain, adds }) => [role.label, percentText(gain), adds.itemCount]),
  };
}
