import type { CatalogGraph } from '../../graph/catalog-graph.ts';
import { rolesByTitle } from '../../graph/lists/orders.ts';
import type { RoleGroup } from '../../graph/nodes/node.ts';
import { overlapOf } from '../../graph/overlaps/group-overlap.ts';
import type { ExitCode } from '../exit-codes.ts';
import { answerQuestion } from '../answer-question.ts';
import { pageFields } from '../output/listed-items.ts';
import { scoreText, type Report, type ReportOptions } from '../output/report.ts';
import { rightAligned, type Table } from '../output/table.ts';
import { counted, type Terminal } from '../output/terminal.ts';

/** `rolegraph overlap`: what groups share, by numbers and by role. */
export function overlap(terminal: Terminal, words: readonly string[], options: ReportOptions): Promise<ExitCode> {
  return answerQuestion(terminal, options, {}, async ({ names, graph }) =>
    overlapReport(answerOf(graph, await names.groups(words))),
  );
}

/** The answer of the GraphQL field `overlap`, with all pages of the roles. */
function answerOf(graph: CatalogGraph, groups: readonly RoleGroup[]) {
  const ids = groups.map(({ id }) => id);
  const overlap = overlapOf(graph, ids, 'What is compared');
  const { sharedRoleCount, exclusiveRoleCount, unionRoleCount, jaccard, overlapCoefficient } = overlap;
  const roles = graph.rolesIn(overlap.shared);
  return {
    overlap: {
      groups: groups.map(({ id, label, roleCount }) => ({ id, label, roleCount })),
      sharedRoleCount,
      exclusiveRoleCount,
      unionRoleCount,
      jaccard,
      overlapCoefficient,
      roles: {
        ...pageFields(roles, rolesByTitle),
        nodes: roles.map(({ id, title, pillars, organizationTypes }) => ({
          id,
          title,
          pillars: pillars.map(({ id, name }) => ({ id, name })),
          organizationTypes: organizationTypes.map(({ id, name }) => ({ id, name })),
        })),
      },
    },
  };
}

function overlapReport(data: ReturnType<typeof answerOf>): Report {
  const { groups, sharedRoleCount, exclusiveRoleCount, unionRoleCount, jaccard, overlapCoefficient, roles } =
    data.overlap;
  const main: Table = {
    columns: [{ heading: 'Id', onlyCsv: true }, 'Role', 'Pillars', 'Organization types'],
    rows: roles.nodes.map(({ id, title, pillars, organizationTypes }) => [
      id,
      title,
      pillars.map(({ name }) => name),
      organizationTypes.map(({ name }) => name),
    ]),
  };
  const compared: Table = {
    columns: ['Compared', rightAligned('Roles')],
    rows: [
      ...groups.map(({ label, roleCount }) => [label, roleCount]),
      ['In all of them', sharedRoleCount],
      ['In all of them and in no other of their kind', exclusiveRoleCount],
      ['In any of them', unionRoleCount],
    ],
  };
  const shares =
    `Jaccard index (shared / in any) ${scoreText(jaccard)}, ` +
    `overlap coefficient (shared / smallest) ${scoreText(overlapCoefficient)}`;
  const summary =
    sharedRoleCount === 0 ? 'No role is in all of them.' : `${counted(sharedRoleCount, 'shared role')}; ${shares}.`;
  return { data, main, summary, parts: [compared, main] };
}
