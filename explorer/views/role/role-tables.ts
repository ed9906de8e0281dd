import type { RoleDetails } from '../../state/questions/role-questions.ts';
import type { Table } from '../../state/table.ts';
import { list, percent } from '../../words/format.ts';
import { words } from '../../words/words.ts';
import { lineCells } from '../evidence/line-cells.ts';
import { whereIs } from './where-is.ts';

const { table } = words.role;

/** What a role does where, by which line, and its closest roles. */
export function roleTables(role: RoleDetails): readonly Table[] {
  return [linesTable(role), closeRolesTable(role)];
}

/** A row for each duty of each line; a line without duties has one, too. */
function linesTable({ label, appearances }: RoleDetails): Table {
  return {
    title: table.lines(label),
    columns: [table.where, table.category, table.duty, table.involvement, table.source, table.line, table.words],
    rows: appearances.flatMap((line) => {
      const { category, involvements } = line;
      const where = [whereIs(line), category.name];
      const evidence = lineCells(line);
      if (involvements.length === 0) return [[...where, null, null, ...evidence]];
      return involvements.map(({ involvement, responsibility }) => [
        ...where,
        responsibility.name,
        list(involvement.map((kind) => table.involvements[kind])),
        ...evidence,
      ]);
    }),
  };
}

function closeRolesTable({ label, overlaps }: RoleDetails): Table {
  return {
    title: table.closest(label),
    columns: [table.role, table.share, table.bothDo, table.bothStandIn],
    rows: overlaps.edges.map(({ node, overlap }) => [
      node.label,
      percent(overlap.score),
      list(overlap.sharedResponsibilities.map(({ name }) => name)),
      list(overlap.sharedCategories.map((category) => category.label)),
    ]),
  };
}
