import { z } from 'zod';
import { pageInfoFields, pageInfoShape, type CatalogQuery } from '../query-client.ts';
import { exitCodes, type ExitCode } from '../exit-codes.ts';
import { labelOfAnswer, ownerFields, ownerShape } from '../names/group-label.ts';
import { scoreText } from '../output/number-text.ts';
import { withCatalog } from '../open-catalog.ts';
import { writeReport, type Report, type ReportOptions } from '../output/report.ts';
import type { Table } from '../output/table.ts';
import { counted, type Terminal } from '../output/terminal.ts';

const named = z.strictObject({ id: z.string(), name: z.string() });

const answer = z.strictObject({
  overlap: z.strictObject({
    groups: z.array(z.strictObject({ id: z.string(), name: z.string(), roleCount: z.int(), ...ownerShape })),
    sharedRoleCount: z.int(),
    exclusiveRoleCount: z.int(),
    unionRoleCount: z.int(),
    jaccard: z.number(),
    overlapCoefficient: z.number(),
    roles: z.strictObject({
      totalCount: z.int(),
      pageInfo: pageInfoShape,
      nodes: z.array(
        z.strictObject({
          id: z.string(),
          title: z.string(),
          pillars: z.array(named),
          organizationTypes: z.array(named),
        }),
      ),
    }),
  }),
});

const query: CatalogQuery<z.infer<typeof answer>> = {
  document: `query Overlap($of: [ID!]!, $first: Int, $after: String) {
    overlap(of: $of) {
      groups { id name roleCount ${ownerFields} }
      sharedRoleCount
      exclusiveRoleCount
      unionRoleCount
      jaccard
      overlapCoefficient
      roles(first: $first, after: $after) {
        totalCount
        ${pageInfoFields}
        nodes { id title pillars { id name } organizationTypes { id name } }
      }
    }
  }`,
  data: answer,
  terms: { of: 'What is compared' },
};

/** `rolegraph overlap`: what groups share, by numbers and by role. */
export async function overlap(words: readonly string[], options: ReportOptions, terminal: Terminal): Promise<ExitCode> {
  const data = await withCatalog(terminal, ({ names, client }) =>
    client.queryPages(query, { of: names.groupIds(words) }, ({ overlap: { roles } }) => ({
      pageInfo: roles.pageInfo,
      items: roles.nodes,
    })),
  );
  writeReport(overlapReport(data), options, terminal);
  return exitCodes.done;
}

export function overlapReport(data: z.infer<typeof answer>): Report {
  const { groups, sharedRoleCount, exclusiveRoleCount, unionRoleCount, jaccard, overlapCoefficient, roles } =
    data.overlap;
  const main: Table = {
    columns: [
      { heading: 'Id', onlyCsv: true },
      { heading: 'Role' },
      { heading: 'Pillars' },
      { heading: 'Organization types' },
    ],
    rows: roles.nodes.map(({ id, title, pillars, organizationTypes }) => [
      id,
      title,
      pillars.map(({ name }) => name),
      organizationTypes.map(({ name }) => name),
    ]),
  };
  const compared: Table = {
    columns: [{ heading: 'Compared' }, { heading: 'Roles', align: 'right' }],
    rows: [
      ...groups.map((group) => [labelOfAnswer(group.name, group), group.roleCount]),
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
