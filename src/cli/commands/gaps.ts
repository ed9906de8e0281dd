import {
  additionsOf,
  coverageByGroup,
  coverageFromCatalog,
  coverageOf,
  itemsCarriedBy,
  thinOf,
  type Coverage,
} from '../../analysis/coverage/coverage.ts';
import {
  itemCount,
  itemsWhere,
  type CoverageItem,
  type CoverageItems,
  type Shares,
} from '../../analysis/coverage/coverage-item.ts';
import { requirementsOf, scopeOf, type Scope } from '../../analysis/coverage/requirements.ts';
import { singlePointsByCriticality, singlePointsOf } from '../../analysis/coverage/single-points.ts';
import { positionsOfStaff } from '../../analysis/coverage/staff.ts';
import { peopleOf, teamCover, teamOf, type Position, type TeamCover } from '../../analysis/coverage/team.ts';
import { RoleSet } from '../../collections/role-set.ts';
import type { CatalogGraph } from '../../graph/catalog-graph.ts';
import { maxPageSize } from '../../graph/lists/page.ts';
import { runToCompletion } from '../../scheduling/steps.ts';
import { counted, inWords } from '../../text/in-words.ts';
import { grouped } from '../../text/quoted-text.ts';
import type { ExitCode } from '../exit-codes.ts';
import { answerQuestion } from '../answer-question.ts';
import { labelled, titled } from '../node-fields.ts';
import { itemLabels, listedItems, mostInCell, pageFields, type ListedItems } from '../output/listed-items.ts';
import { moreText, percentText, type Report, type ReportOptions } from '../output/report.ts';
import { rightAligned, type Table } from '../output/table.ts';
import type { Terminal } from '../output/terminal.ts';
import { chosenScope, type ScopeChoice } from '../scope-choices.ts';
import { groupCells, itemFields, itemWithPeople } from '../team/covered-items.ts';
import { namedTeam, type NamedTeam, type TeamOptions } from '../team/named-team.ts';
import { memberFields, notThereLines, teamText } from '../team/people-text.ts';
import { readTeam } from '../team/read-team.ts';

export interface GapsOptions extends ReportOptions, Partial<TeamOptions> {
  /** The file of the team: roles, or people with their roles. */
  readonly team: string;
  readonly from?: ScopeChoice;
}

/** `rolegraph gaps`: what nobody of a team does, what it covers of groups, and what only one role or person does. */
export async function gaps(terminal: Terminal, words: readonly string[], options: GapsOptions): Promise<ExitCode> {
  const from = chosenScope(options.from, words, 'gaps');
  const team = await readTeam(options.team, terminal.stdin);
  return answerQuestion(terminal, options, { absent: '--absent' }, async ({ names, graph }) => {
    const scope = scopeOf(words.length === 0 ? undefined : await names.distinctGroups(words), from);
    const named = await namedTeam(team, names, options);
    return gapsReport(answerOf(graph, named, scope), notThereLines(named));
  });
}

type GapsAnswer = ReturnType<typeof answerOf>;

/** The answer of the GraphQL fields `coverage` and `singlePoints`, with all pages of what is not covered. */
function answerOf(graph: CatalogGraph, { positions, absent }: NamedTeam, scope: Scope) {
  const requirements = runToCompletion(requirementsOf(graph, scope));
  const coverOf = (some: readonly Position[]) =>
    runToCompletion(teamCover(runToCompletion(teamOf(graph, some)), requirements));
  const cover = coverOf(positions);
  const { team } = cover;
  const everybody = absent.length === 0 ? cover : coverOf([...positions, ...positionsOfStaff(absent)]);
  const coverage = runToCompletion(coverageOf(cover));
  const fromCatalog = runToCompletion(coverageFromCatalog(graph, team, coverage));
  const onlyAbsent = runToCompletion(itemsWhere(coverage.uncovered, (item) => everybody.countOf(item) > 0));
  const points = runToCompletion(singlePointsOf(cover));
  /** An item that the team does not cover, with the first of those who could. */
  const gapOf = (item: CoverageItem) => {
    const carriers = requirements.carriersOf(item);
    const isCarrier = new RoleSet(graph.roles.length, carriers);
    const elsewhere = fromCatalog.requirements.carriersOf(item).filter((role) => !isCarrier.has(role));
    return {
      ...itemFields(item),
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
      people: peopleOf(team).map(memberFields),
      absent: absent.map(memberFields),
      onlyAbsent: itemsWithPeople(onlyAbsent, everybody),
      thin: itemsWithPeople(runToCompletion(thinOf(cover, coverage)), cover),
      shares: sharesByName(coverage.shares),
      covered: countsOf(coverage.covered),
      uncovered: byUnit(coverage.uncovered, (list) => ({ ...listedItems(list), edges: list.map(gapOf) })),
      fromCatalog: { shares: sharesByName(fromCatalog.shares) },
      groups: runToCompletion(coverageByGroup(graph, cover)).map(({ group, shares, covered, uncovered }) => ({
        group: labelled(group),
        shares: sharesByName(shares),
        covered: countsOf(covered),
        uncovered: countsOf(uncovered),
      })),
      additions: firstAdditions(graph, coverage),
    },
    singlePoints: {
      ...pageFields(points, singlePointsByCriticality),
      nodes: points.map(({ position, criticality, items }) => ({
        person: position.person === undefined ? null : memberFields(position.person),
        roles: position.roles.map(titled),
        criticality,
        items: byUnit(items, (list) => listedItems(list, maxPageSize)),
      })),
    },
  };
}

/** Items, each with the people who carry it. */
function itemsWithPeople(items: CoverageItems, cover: TeamCover) {
  return byUnit(items, (list) => ({
    ...listedItems(list),
    edges: list.map((item) => ({ ...itemWithPeople(item, cover), fullTimeEquivalent: cover.fullTimeOf(item) })),
  }));
}

/** The most roles that are named for one gap. */
const mostNamed = 3;

function firstAdditions(graph: CatalogGraph, coverage: Coverage) {
  const additions = runToCompletion(additionsOf(graph, coverage));
  return {
    totalCount: additions.length,
    nodes: additions.slice(0, 5).map(({ role, gain }) => {
      const adds = runToCompletion(itemsCarriedBy(role, coverage.uncovered, coverage.requirements));
      return {
        role: titled(role),
        gain,
        adds: { itemCount: itemCount(adds), ...byUnit(adds, (list) => listedItems(list, mostInCell)) },
      };
    }),
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

/** @param notThere lines that say who of the team is not there. */
export function gapsReport(data: GapsAnswer, notThere: readonly string[] = []): Report {
  const { uncovered, groups, additions, onlyAbsent, thin } = data.coverage;
  const { totalCount, nodes } = data.singlePoints;
  const gaps = mostUrgentFirst(uncovered[countedUnit(data.coverage)].edges);
  return {
    data,
    main: uncoveredTable(uncovered),
    summary: [summaryOf(data.coverage), ...notThere].join('\n'),
    parts: [
      peopleTable('Nobody does while absent', 'Who is absent', onlyAbsent.responsibilities.edges),
      nobodyTable(gaps.slice(0, mostGaps)),
      gaps.length > mostGaps ? `${moreText(gaps.length, mostGaps)}; --csv lists all.` : '',
      coveredTable(groups),
      aloneTable(nodes),
      moreText(totalCount, nodes.length),
      ...thinParts(thin.responsibilities.edges),
      additionsTable(additions.nodes, countedUnit(data.coverage)),
      moreText(additions.totalCount, additions.nodes.length),
    ],
  };
}

type WithPeople = GapsAnswer['coverage']['thin']['responsibilities']['edges'][number];

function peopleTable(what: string, who: string, edges: readonly WithPeople[]): Table {
  const inGroup = groupCells(edges);
  return {
    columns: [what, ...inGroup.column, who],
    rows: edges.map(({ label, group, people }) => [label, ...inGroup.cell(group), people.map(({ name }) => name)]),
  };
}

/** What rests on the least time first. */
function thinParts(edges: readonly WithPeople[]): readonly (Table | string)[] {
  const thinnest = edges.toSorted((a, b) => a.fullTimeEquivalent - b.fullTimeEquivalent);
  const shown = thinnest.slice(0, mostGaps);
  const inGroup = groupCells(shown);
  const table = {
    columns: ['Rests on less than one full-time person', ...inGroup.column, rightAligned('Full-time'), 'Who'],
    rows: shown.map(({ label, group, people, fullTimeEquivalent }) => [
      label,
      ...inGroup.cell(group),
      percentText(fullTimeEquivalent),
      people.map(({ name }) => name),
    ]),
  };
  return [table, moreText(edges.length, shown.length)];
}

function summaryOf({ from, people, covered, uncovered, shares, fromCatalog, groups }: GapsAnswer['coverage']): string {
  const [done, missing] = [covered.responsibilities.totalCount, uncovered.responsibilities.totalCount];
  if (shares.responsibilities === null) return categoriesText(covered.categories, uncovered.categories);
  const all = `${grouped(done + missing)} responsibilities`;
  const share = `${teamText(people)} covers ${grouped(done)} of ${all} (${percentText(shares.responsibilities)})`;
  if (from === 'CATALOG') return `${share}, by what its roles do anywhere.`;
  const named = groups.length > mostNamed ? 'each group' : inWords(groups.map(({ group }) => group.label));
  const anywhere = fromCatalog.shares.responsibilities ?? 0;
  const more =
    anywhere > shares.responsibilities ? `it covers ${percentText(anywhere)} (--from catalog)` : 'it covers no more';
  return `${share}, by what its roles do in ${named}. By what they do anywhere, ${more}.`;
}

/** What gaps are counted in: responsibilities or, in a catalog that is only a list of roles, categories. */
function countedUnit({ shares }: GapsAnswer['coverage']): 'categories' | 'responsibilities' {
  return shares.responsibilities === null ? 'categories' : 'responsibilities';
}

type Count = Pick<ListedItems, 'totalCount'>;

function categoriesText({ totalCount: done }: Count, { totalCount: missing }: Count): string {
  if (done + missing === 0) return 'There is nothing to cover.';
  const all = counted(done + missing, 'category', 'categories');
  return `No responsibilities are stated here, so only categories are counted. The team covers ${grouped(done)} of ${all}.`;
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
  const inGroup = groupCells(gaps);
  return {
    columns: ['Nobody on the team', ...inGroup.column, 'Who could'],
    rows: gaps.map((gap) => [gap.label, ...inGroup.cell(gap.group), whoCould(gap)]),
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
      units
        .filter((unit) => shares[unit] !== null)
        .map((unit) => [
          group.label,
          unit,
          covered[unit].totalCount,
          covered[unit].totalCount + uncovered[unit].totalCount,
          percentText(shares[unit] ?? 0),
        ]),
    ),
  };
}

/** A row for each kind of what only one role has, so that lists of two kinds are not read as one. */
function aloneTable(nodes: GapsAnswer['singlePoints']['nodes']): Table {
  const who = nodes.some(({ person }) => person !== null) ? 'person' : 'role';
  return {
    columns: [`If this ${who} is missing`, rightAligned('Loses duties'), 'What', 'Nobody else has'],
    rows: nodes.flatMap(({ person, roles, criticality, items }) =>
      units
        .filter((unit) => items[unit].totalCount > 0)
        .map((unit) => [
          person?.name ?? roles.map(({ label }) => label),
          percentText(criticality),
          unit,
          itemLabels(items[unit], mostInCell),
        ]),
    ),
  };
}

/** The roles to look for next; those that bring no duty, but categories or topics, with how much that is. */
function additionsTable(
  additions: GapsAnswer['coverage']['additions']['nodes'],
  unit: ReturnType<typeof countedUnit>,
): Table {
  return {
    columns: ['Would add most', rightAligned('Gains duties'), rightAligned('Items'), `New ${unit}`],
    rows: additions.map(({ role, gain, adds }) => [
      role.label,
      percentText(gain),
      adds.itemCount,
      itemLabels(adds[unit], mostInCell),
    ]),
  };
}
