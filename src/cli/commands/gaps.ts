import {
  additionsOf,
  coverageByGroup,
  coverageFromCatalog,
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
import { RoleSet } from '../../collections/role-set.ts';
import type { CatalogGraph } from '../../graph/catalog-graph.ts';
import { maxPageSize } from '../../graph/lists/page.ts';
import type { Role } from '../../graph/nodes/role.ts';
import { runToCompletion } from '../../scheduling/steps.ts';
import { inWords } from '../../text/in-words.ts';
import type { ExitCode } from '../exit-codes.ts';
import { answerQuestion } from '../answer-question.ts';
import { UsageError } from '../command-error.ts';
import { itemLabels, listedItems, mostInCell, pageFields } from '../output/listed-items.ts';
import { moreText, percentText, type Report, type ReportOptions } from '../output/report.ts';
import { rightAligned, type Table } from '../output/table.ts';
import type { Terminal } from '../output/terminal.ts';
import { readTeam } from '../read-team.ts';

/** Who may carry the items of groups, by the value of --from. */
const scopes = { members: 'MEMBERS', catalog: 'CATALOG' } as const;

export interface GapsOptions extends ReportOptions {
  /** The file that names the team's roles. */
  readonly team: string;
  readonly from?: keyof typeof scopes;
}

/** `rolegraph gaps`: what nobody of a team does, what it covers of groups, and what only one of its roles does. */
export async function gaps(terminal: Terminal, words: readonly string[], options: GapsOptions): Promise<ExitCode> {
  const from = options.from && scopes[options.from];
  if (from === 'MEMBERS' && words.length === 0) {
    throw new UsageError(
      '--from members means the members of groups; name at least one, e.g. gaps security --from members.',
    );
  }
  const team = await readTeam(options.team, terminal.stdin);
  return answerQuestion(terminal, options, {}, async ({ names, graph }) => {
    const scope = scopeOf(words.length === 0 ? undefined : await names.distinctGroups(words), from);
    return gapsReport(answerOf(graph, await names.rolesOfLines(team), scope));
  });
}

type GapsAnswer = ReturnType<typeof answerOf>;

/** The answer of the GraphQL fields `coverage` and `singlePoints`, with all pages of what is not covered. */
function answerOf(graph: CatalogGraph, roles: readonly Role[], scope: Scope) {
  const team = runToCompletion(teamOf(graph, positionsOf(roles)));
  const requirements = runToCompletion(requirementsOf(graph, scope));
  const cover = runToCompletion(teamCover(team, requirements));
  const coverage = runToCompletion(coverageOf(cover));
  const fromCatalog = runToCompletion(coverageFromCatalog(graph, team, coverage));
  const points = runToCompletion(singlePointsOf(cover));
  /** An item that the team does not cover, with the first of those who could. */
  const gapOf = (item: CoverageItem) => {
    const carriers = requirements.carriersOf(item);
    const isCarrier = new RoleSet(graph.roles.length, carriers);
    const elsewhere = fromCatalog.requirements.carriersOf(item).filter((role) => !isCarrier.has(role));
    return {
      label: item.node.label,
      group: item.group && { id: item.group.id, label: item.group.label },
      node: { id: item.node.id },
      carrierCount: carriers.length,
      carriers: { nodes: graph.rolesIn(carriers.subarray(0, mostNamed)).map(titled) },
      carriersElsewhere: {
        totalCount: elsewhere.length,
        nodes: graph.rolesIn(elsewhere.subarray(0, mostNamed)).map(titled),
      },
    };
  };
  return {
    coverage: {
      from: scope.from,
      shares: sharesByName(coverage.shares),
      covered: countsOf(coverage.covered),
      uncovered: byUnit(coverage.uncovered, (list) => ({ ...listedItems(list), edges: list.map(gapOf) })),
      fromCatalog: { shares: sharesByName(fromCatalog.shares) },
      groups: runToCompletion(coverageByGroup(graph, cover)).map(({ group, shares, covered, uncovered }) => ({
        group: { id: group.id, label: group.label },
        shares: sharesByName(shares),
        covered: countsOf(covered),
        uncovered: countsOf(uncovered),
      })),
      additions: firstAdditions(graph, coverage),
    },
    singlePoints: {
      ...pageFields(points, singlePointsByCriticality),
      nodes: points.map(({ position, criticality, items }) => ({
        roles: position.roles.map(titled),
        criticality,
        items: byUnit(items, (list) => listedItems(list, maxPageSize)),
      })),
    },
  };
}

/** The most roles that are named for one gap. */
const mostNamed = 3;

function titled({ id, title, label }: Role) {
  return { id, title, label };
}

function firstAdditions(graph: CatalogGraph, coverage: Coverage) {
  const additions = runToCompletion(additionsOf(graph, coverage));
  return {
    totalCount: additions.length,
    nodes: additions.slice(0, 5).map(({ role, gain }) => ({
      role: titled(role),
      gain,
      adds: {
        itemCount: itemCount(runToCompletion(itemsCarriedBy(role, coverage.uncovered, coverage.requirements))),
      },
    })),
  };
}

/** The results for the lists of all kinds, each under the name that the list has in answers. */
function byUnit<T>({ CATEGORY, RESPONSIBILITY, TOPIC }: CoverageItems, made: (items: readonly CoverageItem[]) => T) {
  return { categories: made(CATEGORY), responsibilities: made(RESPONSIBILITY), topics: made(TOPIC) };
}

function countsOf(items: CoverageItems) {
  return byUnit(items, ({ length }) => ({ totalCount: length }));
}

function sharesByName({ CATEGORY, RESPONSIBILITY, TOPIC }: Shares) {
  return { categories: CATEGORY, responsibilities: RESPONSIBILITY, topics: TOPIC };
}

/** What coverage is counted in: the lists of each answer. */
const units = ['categories', 'responsibilities', 'topics'] as const;

const singular = { categories: 'category', responsibilities: 'responsibility', topics: 'topic' };

export function gapsReport(data: GapsAnswer): Report {
  const { uncovered, groups, additions } = data.coverage;
  const { totalCount, nodes } = data.singlePoints;
  const gaps = mostUrgentFirst(uncovered.responsibilities.edges);
  return {
    data,
    main: uncoveredTable(uncovered),
    summary: summaryOf(data.coverage),
    parts: [
      nobodyTable(gaps.slice(0, mostGaps)),
      gaps.length > mostGaps ? `${moreText(gaps.length, mostGaps)}; --csv lists all.` : '',
      coveredTable(groups),
      aloneTable(nodes),
      moreText(totalCount, nodes.length),
      additionsTable(additions.nodes),
      moreText(additions.totalCount, additions.nodes.length),
    ],
  };
}

function summaryOf({ from, covered, uncovered, shares, fromCatalog, groups }: GapsAnswer['coverage']): string {
  const [done, missing] = [covered.responsibilities.totalCount, uncovered.responsibilities.totalCount];
  if (shares.responsibilities === null) return 'There are no responsibilities to cover.';
  const all = `${(done + missing).toLocaleString('en-US')} responsibilities`;
  const counted = `The team covers ${done.toLocaleString('en-US')} of ${all} (${percentText(shares.responsibilities)})`;
  if (from === 'CATALOG') return `${counted}, by what its roles do anywhere.`;
  const named = groups.length > mostNamed ? 'each group' : inWords(groups.map(({ group }) => group.label));
  const anywhere = fromCatalog.shares.responsibilities ?? 0;
  const more =
    anywhere > shares.responsibilities ? `it covers ${percentText(anywhere)} (--from catalog)` : 'it covers no more';
  return `${counted}, by what its roles do in ${named}. By what they do anywhere, ${more}.`;
}

type Uncovered = GapsAnswer['coverage']['uncovered'];
type Gap = Uncovered['responsibilities']['edges'][number];

/** How many of the responsibilities that nobody on the team has are printed. */
const mostGaps = 15;

/** First what no role does at all, then what none does in the group, then what most roles do, because it is missed most. */
function mostUrgentFirst(gaps: readonly Gap[]): readonly Gap[] {
  const nobody = ({ carrierCount, carriersElsewhere }: Gap) => {
    if (carrierCount > 0) return 0;
    return carriersElsewhere.totalCount > 0 ? 1 : 2;
  };
  // Equals stay in the order of their names.
  return gaps.toSorted((a, b) => nobody(b) - nobody(a) || b.carrierCount - a.carrierCount);
}

function nobodyTable(gaps: readonly Gap[]): Table {
  const isOfSeveralGroups = new Set(gaps.map(({ group }) => group?.id)).size > 1;
  return {
    columns: ['Nobody on the team', ...(isOfSeveralGroups ? ['In'] : []), 'Who could'],
    rows: gaps.map((gap) => [gap.label, ...(isOfSeveralGroups ? [gap.group?.label ?? ''] : []), whoCould(gap)]),
  };
}

function whoCould({ carrierCount, carriers, carriersElsewhere }: Gap): string {
  if (carrierCount > 0) return namesOf(carriers.nodes, carrierCount);
  if (carriersElsewhere.totalCount === 0) return 'nobody: no role does it';
  return `nobody here, elsewhere: ${namesOf(carriersElsewhere.nodes, carriersElsewhere.totalCount)}`;
}

function namesOf(roles: readonly { readonly label: string }[], count: number): string {
  const more = moreText(count, roles.length);
  return [...roles.map(({ label }) => label), ...(more === '' ? [] : [more])].join('; ');
}

function uncoveredTable(uncovered: Uncovered): Table {
  return {
    columns: ['Group id', 'Group', 'Kind', 'Not covered', 'Id', 'Carriers', 'Carriers elsewhere'],
    rows: units.flatMap((unit) =>
      uncovered[unit].edges.map(({ label, group, node, carrierCount, carriersElsewhere }) => [
        group?.id ?? '',
        group?.label ?? '',
        singular[unit],
        label,
        node.id,
        carrierCount,
        carriersElsewhere.totalCount,
      ]),
    ),
  };
}

type GroupCoverage = GapsAnswer['coverage']['groups'][number];

function coveredTable(groups: readonly GroupCoverage[]): Table {
  return {
    columns: ['Group', 'What', rightAligned('Covered'), rightAligned('Of'), rightAligned('Share')],
    rows: groups.flatMap(({ group, covered, uncovered, shares }) =>
      units.map((unit) => [
        group.label,
        unit,
        covered[unit].totalCount,
        covered[unit].totalCount + uncovered[unit].totalCount,
        shares[unit] === null ? '' : percentText(shares[unit]),
      ]),
    ),
  };
}

/** A row for each kind of what only one role has, so that lists of two kinds are not read as one. */
function aloneTable(nodes: GapsAnswer['singlePoints']['nodes']): Table {
  return {
    columns: ['If this role is missing', rightAligned('Loses duties'), 'What', 'Nobody else has'],
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
    columns: ['One more would add', rightAligned('Gains duties'), rightAligned('Items')],
    rows: additions.map(({ role, gain, adds }) => [role.label, percentText(gain), adds.itemCount]),
  };
}
