import type { CatalogGraph } from '../../graph/catalog-graph.ts';
import { rolesByTitle } from '../../graph/lists/orders.ts';
import type { GroupKind } from '../../graph/nodes/node-kind.ts';
import type { RoleGroup } from '../../graph/nodes/node.ts';
import { overlapOf } from '../../graph/overlaps/group-overlap.ts';
import type { ExitCode } from '../exit-codes.ts';
import { UsageError } from '../command-error.ts';
import { answerQuestion } from '../answer-question.ts';
import { combinationsReport, matrixReport } from './all-overlaps.ts';
import { named } from '../node-fields.ts';
import { pageFields } from '../output/listed-items.ts';
import { scoreText, type Report, type ReportOptions } from '../output/report.ts';
import { rightAligned, type Table } from '../output/table.ts';
import { counted } from '../../text/in-words.ts';
import type { Terminal } from '../output/terminal.ts';

export interface OverlapOptions extends ReportOptions {
  readonly all?: true;
  readonly matrix?: true;
  readonly kind: GroupKind;
}

/** `rolegraph overlap`: what groups share, by numbers and by role; or all combinations or all pairs of groups. */
export function overlap(
  terminal: Terminal,
  words: readonly string[],
  { all, matrix, kind, ...options }: OverlapOptions,
): Promise<ExitCode> {
  return answerQuestion(terminal, options, { of: 'What is compared' }, async ({ names, graph }) => {
    if (matrix === true && words.length > 0) {
      throw new UsageError('--matrix lists all pairs of a kind; give --kind, and no groups.');
    }
    if (words.length === 0 && all !== true && matrix !== true) {
      throw new UsageError('Give 2 to 16 groups, or --all or --matrix to compare all groups of a kind.');
    }
    const groups = await names.groups(words);
    if (all === true) return combinationsReport(graph, groups[0]?.kind ?? kind, groups);
    if (matrix === true) return matrixReport(graph, kind);
    return overlapReport(answerOf(graph, groups));
  });
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
        nodes: roles.map(({ id, title, label, pillars, organizationTypes }) => ({
          id,
          title,
          label,
          pillars: pillars.map(named),
          organizationTypes: organizationTypes.map(named),
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
    rows: roles.nodes.map(({ id, label, pillars, organizationTypes }) => [
      id,
      label,
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
