import {
  grainReport,
  sharings,
  type DutyGrain,
  type GrainReport,
  type PairOfGroups,
  type Sharing,
} from '../../analysis/grain/grain-report.ts';
import type { Catalog } from '../../catalog/catalog.ts';
import { CatalogGraph } from '../../graph/catalog-graph.ts';
import { groupKinds, type GroupKind } from '../../graph/nodes/node-kind.ts';
import { graphOfCatalog } from '../../graph/structure/graph-of-catalog.ts';
import { mostInCell } from './listed-items.ts';
import { moreText, percentText, scoreText, type Report } from './report.ts';
import { rightAligned, type Table } from './table.ts';
import { counted } from '../../text/in-words.ts';
import { labelled, named } from '../node-fields.ts';

/** Most rows of each table of the text; JSON has more. */
const mostRows = 20;

/** Most pairs of each kind in JSON: as many as 64 pillars or organization types have. */
const mostPairs = (64 * 63) / 2;

/** Figures about the grain of a catalog: how many responsibilities are shared, which roles are lonely, and so on. */
export function reportOnGrain(catalog: Catalog): Report {
  const graph = CatalogGraph.of(graphOfCatalog(catalog).structure);
  const grain = grainReport(graph);
  const main = tableOfDuties(grain.duties);
  const summary =
    `${counted(grain.duties.length, 'responsibility', 'responsibilities')}, ` +
    `${countOf(grain, 'ACROSS_LINES').toLocaleString('en-US')} of them shared across lines; ` +
    `${counted(graph.roles.length, 'role')}, ${grain.lonelyRoles.length.toLocaleString('en-US')} of them lonely.`;
  const parts = [
    tableOfSharings(grain),
    ...partsOfGroups(grain),
    tableOfTopics(grain),
    ...partsOfLonelyRoles(grain),
    ...partsOfDuplicates(grain),
  ];
  return { data: dataOf(grain, graph.roles.length), main, summary, parts };
}

const sharingTexts: Readonly<Record<Sharing, string>> = {
  NO_ROLE: 'of no role',
  ONE_ROLE: 'of one role',
  ONE_PLACE: 'shared in one place only',
  ACROSS_LINES: 'shared across lines',
};

const kindTexts: Readonly<Record<GroupKind, { readonly one: string; readonly many: string }>> = {
  PILLAR: { one: 'Pillar', many: 'Pillars' },
  ORGANIZATION_TYPE: { one: 'Organization type', many: 'Organization types' },
  CATEGORY: { one: 'Category', many: 'Categories' },
};

function countOf({ duties }: GrainReport, sharing: Sharing): number {
  return duties.filter((each) => each.sharing === sharing).length;
}

function tableOfSharings(grain: GrainReport): Table {
  const { length } = grain.duties;
  const row = (heading: string, count: number) => [heading, count, length === 0 ? null : percentText(count / length)];
  return {
    columns: ['Responsibilities', rightAligned('Number'), rightAligned('Share')],
    rows: [row('all', length), ...sharings.map((sharing) => row(sharingTexts[sharing], countOf(grain, sharing)))],
  };
}

function partsOfGroups({ pairsOfGroups }: GrainReport): readonly (Table | string)[] {
  const kinds = groupKinds.filter((kind) => pairsOfGroups[kind].length > 0);
  const sums: Table = {
    columns: [
      'Pairs of',
      rightAligned('Pairs'),
      rightAligned('That share nothing'),
      rightAligned('Shared responsibilities, in sum'),
    ],
    rows: kinds.map((kind) => {
      const { pairCount, sharingNothing, sum } = sumsOf(pairsOfGroups[kind]);
      return [kindTexts[kind].many, pairCount, sharingNothing, sum];
    }),
  };
  // The many pairs of categories are in JSON only.
  const tables = kinds
    .filter((kind) => kind !== 'CATEGORY')
    .flatMap((kind) => [tableOfPairs(kind, pairsOfGroups[kind]), moreText(pairsOfGroups[kind].length, mostRows)]);
  return [sums, ...tables];
}

function sumsOf(pairs: readonly PairOfGroups[]) {
  return {
    pairCount: pairs.length,
    sharingNothing: pairs.filter(({ sharedDutyCount }) => sharedDutyCount === 0).length,
    sum: pairs.reduce((sum, { sharedDutyCount }) => sum + sharedDutyCount, 0),
  };
}

function tableOfPairs(kind: GroupKind, pairs: readonly PairOfGroups[]): Table {
  const { one } = kindTexts[kind];
  return {
    columns: [one, one, rightAligned('Shared responsibilities')],
    rows: pairs.slice(0, mostRows).map(({ groups: [a, b], sharedDutyCount }) => [a.label, b.label, sharedDutyCount]),
  };
}

function tableOfTopics({ topics, dutiesWithoutTopic }: GrainReport): Table {
  const rows = topics.map(({ topic, dutyCount, roleCount }) => [topic.name, dutyCount, roleCount]);
  return {
    columns: ['Topic', rightAligned('Responsibilities'), rightAligned('Roles')],
    rows: dutiesWithoutTopic === 0 ? rows : [...rows, ['(none)', dutiesWithoutTopic, null]],
  };
}

function partsOfLonelyRoles({ lonelyRoles }: GrainReport): readonly (Table | string)[] {
  const table: Table = {
    columns: ['Lonely role', rightAligned('Responsibilities'), 'Shares some with co-titled roles'],
    rows: lonelyRoles
      .slice(0, mostRows)
      .map(({ role, sharesWithCoTitled }) => [role.label, role.responsibilityCount, sharesWithCoTitled ? 'yes' : 'no']),
  };
  return [table, moreText(lonelyRoles.length, table.rows.length)];
}

function partsOfDuplicates({ duties, similar }: GrainReport): readonly (Table | string)[] {
  const table: Table = {
    columns: [rightAligned('Similarity'), 'Probable duplicate', 'Lines', 'Of', 'Lines'],
    rows: similar.slice(0, mostRows).map(({ duties: [a, b], score }) => {
      const [ofA, ofB] = [a, b].map(({ index }) => someOf(linesOf(duties[index])));
      return [scoreText(score), a.name, ofA ?? [], b.name, ofB ?? []];
    }),
  };
  return [table];
}

function tableOfDuties(duties: readonly DutyGrain[]): Table {
  return {
    columns: [
      'Id',
      'Responsibility',
      'Topics',
      'Shared',
      'Role count',
      'Roles',
      'Line count',
      'Lines',
      'Most similar',
      'Similarity',
    ],
    rows: duties.map((each) => {
      const { duty, sharing, lines, nearest } = each;
      return [
        duty.id,
        duty.name,
        duty.topics.map(({ name }) => name),
        sharingTexts[sharing],
        duty.roleCount,
        duty.roles.map(({ title }) => title),
        lines.length,
        linesOf(each),
        nearest?.duty.name ?? null,
        nearest?.score ?? null,
      ];
    }),
  };
}

function linesOf(grain: DutyGrain | undefined): readonly string[] {
  return (grain?.lines ?? []).map(({ place }) => place);
}

/** The first texts of a list, and how many more there are. */
function someOf(texts: readonly string[]): readonly string[] {
  const more = moreText(texts.length, mostInCell);
  return more === '' ? texts : [...texts.slice(0, mostInCell), more];
}

function dataOf(grain: GrainReport, roleCount: number) {
  const { duties, lonelyRoles, pairsOfGroups, topics, dutiesWithoutTopic, similar } = grain;
  return {
    responsibilities: {
      total: duties.length,
      ofNoRole: countOf(grain, 'NO_ROLE'),
      ofOneRole: countOf(grain, 'ONE_ROLE'),
      sharedInOnePlace: countOf(grain, 'ONE_PLACE'),
      sharedAcrossLines: countOf(grain, 'ACROSS_LINES'),
      list: duties.map((each) => ({
        id: each.duty.id,
        name: each.duty.name,
        topics: idsOf(each.duty.topics),
        sharing: each.sharing,
        roles: idsOf(each.duty.roles),
        lines: linesOf(each),
        mostSimilar: each.nearest === undefined ? null : { ...named(each.nearest.duty), score: each.nearest.score },
      })),
    },
    roles: {
      total: roleCount,
      lonely: lonelyRoles.map(({ role, sharesWithCoTitled }) => ({
        id: role.id,
        title: role.label,
        responsibilityCount: role.responsibilityCount,
        sharesWithCoTitled,
      })),
    },
    pairs: {
      pillars: dataOfPairs(pairsOfGroups.PILLAR),
      organizationTypes: dataOfPairs(pairsOfGroups.ORGANIZATION_TYPE),
      categories: dataOfPairs(pairsOfGroups.CATEGORY),
    },
    topics: {
      responsibilitiesWithoutTopic: dutiesWithoutTopic,
      list: topics.map(({ topic, dutyCount, roleCount }) => ({
        ...named(topic),
        responsibilityCount: dutyCount,
        roleCount,
      })),
    },
    probableDuplicates: similar.slice(0, mostRows).map(({ duties: pair, score }) => ({
      score,
      responsibilities: pair.map((duty) => ({ ...named(duty), lines: linesOf(duties[duty.index]) })),
    })),
  };
}

function dataOfPairs(pairs: readonly PairOfGroups[]) {
  return {
    ...sumsOf(pairs),
    list: pairs.slice(0, mostPairs).map(({ groups, sharedDutyCount }) => ({
      groups: groups.map(labelled),
      sharedResponsibilityCount: sharedDutyCount,
    })),
  };
}

function idsOf(nodes: readonly { readonly id: string }[]): readonly string[] {
  return nodes.map(({ id }) => id);
}
