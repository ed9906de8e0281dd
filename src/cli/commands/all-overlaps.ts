import { intersectionsOf } from '../../analysis/comparisons/intersections.ts';
import { itemAt } from '../../collections/item-at.ts';
import type { CatalogGraph } from '../../graph/catalog-graph.ts';
import type { GroupKind } from '../../graph/nodes/node-kind.ts';
import { pluralNames, type RoleGroup } from '../../graph/nodes/node.ts';
import { overlapsOf, type GroupOverlap } from '../../graph/overlaps/group-overlap.ts';
import { runToCompletion } from '../../scheduling/steps.ts';
import { labelled } from '../node-fields.ts';
import { scoreText, type Report } from '../output/report.ts';
import { rightAligned, type Table } from '../output/table.ts';
import { counted } from '../../text/in-words.ts';

/** The most groups whose matrix is printed as a square; CSV has any number. */
const mostInSquare = 20;

/** `rolegraph overlap --all`: every combination of groups that roles are in, as the columns of an UpSet plot. */
export function combinationsReport(graph: CatalogGraph, kind: GroupKind, of: readonly RoleGroup[]): Report {
  const ids = of.length === 0 ? null : of.map(({ id }) => id);
  const data = combinationsOf(runToCompletion(intersectionsOf(graph, { kind, of: ids })));
  const main: Table = {
    columns: [
      { heading: 'Ids', onlyCsv: true },
      'In all of these',
      rightAligned('Groups'),
      rightAligned('In these only'),
      rightAligned('In these and any others'),
    ],
    rows: data.intersections.map(({ groups, exclusiveRoleCount, sharedRoleCount }) => [
      groups.map(({ id }) => id),
      groups.map(({ label }) => label),
      groups.length,
      exclusiveRoleCount,
      sharedRoleCount,
    ]),
  };
  const compared = of.length === 0 ? `the ${pluralNames[kind]}` : counted(of.length, 'group');
  const roles = data.intersections.reduce((sum, { exclusiveRoleCount }) => sum + exclusiveRoleCount, 0);
  const summary =
    `${counted(main.rows.length, 'combination')} of ${compared} that roles are in; ` +
    `each of the ${counted(roles, 'role')} is in one of them only.`;
  return { data, main, summary, parts: [main] };
}

/** The answer of the GraphQL field `intersections`. */
function combinationsOf(overlaps: readonly GroupOverlap[]) {
  return {
    intersections: overlaps.map(({ groups, exclusiveRoleCount, sharedRoleCount }) => ({
      groups: groups.map(labelled),
      exclusiveRoleCount,
      sharedRoleCount,
    })),
  };
}

/** The names of the GraphQL fields that list all groups of a kind. */
const fieldOfKind = {
  PILLAR: 'pillars',
  CATEGORY: 'categories',
  ORGANIZATION_TYPE: 'organizationTypes',
} as const satisfies Readonly<Record<GroupKind, string>>;

/** `rolegraph overlap --matrix`: how many roles every two groups of a kind share. */
export function matrixReport(graph: CatalogGraph, kind: GroupKind): Report {
  const all = graph.groupsOfKind(kind);
  const groups = all.map((group) => ({
    ...labelled(group),
    roleCount: group.roleCount,
    overlaps: overlapsOf(graph, group).map(({ groups, sharedRoleCount, jaccard, overlapCoefficient }) => ({
      groups: groups.map(labelled),
      sharedRoleCount,
      jaccard,
      overlapCoefficient,
    })),
  }));
  const main: Table = {
    columns: [
      { heading: 'Id', onlyCsv: true },
      'Group',
      { heading: 'Other id', onlyCsv: true },
      'Other group',
      rightAligned('Shared roles'),
      rightAligned('Jaccard index'),
      rightAligned('Coefficient'),
    ],
    rows: groups.flatMap(({ id, label, overlaps }) =>
      overlaps.map(({ groups, sharedRoleCount, jaccard, overlapCoefficient }) => {
        const other = itemAt(groups, 1);
        return [id, label, other.id, other.label, sharedRoleCount, scoreText(jaccard), scoreText(overlapCoefficient)];
      }),
    ),
  };
  const summary =
    `The ${counted(all.length, 'group')} of this kind (${pluralNames[kind]}), and how many roles every two of them ` +
    'share; on the diagonal, how many are in one.';
  const parts = all.length > mostInSquare ? [main] : [squareOf(all)];
  return { data: { [fieldOfKind[kind]]: groups }, main, summary, parts };
}

/** Each row begins with the number of its group, which heads the group's column. */
function squareOf(groups: readonly RoleGroup[]): Table {
  return {
    columns: ['Group', ...groups.map((_, index) => rightAligned(String(index + 1)))],
    rows: groups.map((group, index) => [`${index + 1} ${group.label}`, ...Array.from(group.sharedRoleCounts)]),
  };
}
