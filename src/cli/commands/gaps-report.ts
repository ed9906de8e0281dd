import { itemLabels, labelWithOwners, mostInCell } from '../output/listed-items.ts';
import { percentText, moreText, type Report } from '../output/report.ts';
import { rightAligned, type Table } from '../output/table.ts';
import type { GapsAnswer } from './gaps.ts';

/** What coverage is counted in: the lists of each answer. */
const units = ['categories', 'responsibilities', 'topics'] as const;

const singular = { categories: 'category', responsibilities: 'responsibility', topics: 'topic' };

export function gapsReport(data: GapsAnswer): Report {
  const { groups, additions, share } = data.coverage;
  const { totalCount, nodes } = data.singlePoints;
  return {
    data,
    main: uncoveredTable(groups),
    summary: `The team covers ${percentText(share)} of all items (the mean of categories, responsibilities and topics).`,
    parts: [
      coveredTable(groups),
      aloneTable(nodes),
      moreText(totalCount, nodes.length),
      additionsTable(additions.nodes),
      moreText(additions.totalCount, additions.nodes.length),
    ],
  };
}

type Coverage = GapsAnswer['coverage'];

function uncoveredTable(groups: Coverage['groups']): Table {
  return {
    columns: ['Group id', 'Group', 'Kind', 'Not covered', 'Id'],
    rows: groups.flatMap(({ group, uncovered }) =>
      units.flatMap((unit) =>
        uncovered[unit].edges.map(({ label, node }) => [
          group.id,
          labelWithOwners(group.name, group),
          singular[unit],
          labelWithOwners(label, node),
          node.id,
        ]),
      ),
    ),
  };
}

function coveredTable(groups: Coverage['groups']): Table {
  return {
    columns: ['Group', 'What', rightAligned('Covered'), rightAligned('Of'), 'Not covered'],
    rows: groups.flatMap(({ group, covered, uncovered }) =>
      units.map((unit) => [
        labelWithOwners(group.name, group),
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
          roles.map(({ title }) => title),
          percentText(criticality),
          unit,
          itemLabels(items[unit], mostInCell),
        ]),
    ),
  };
}

function additionsTable(additions: Coverage['additions']['nodes']): Table {
  return {
    columns: ['One more would add', rightAligned('Gain'), rightAligned('Items')],
    rows: additions.map(({ role, gain, adds }) => [role.title, percentText(gain), adds.itemCount]),
  };
}
