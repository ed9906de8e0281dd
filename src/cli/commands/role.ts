import { z } from 'zod';
import { pageInfoFields, pageInfoShape, type CatalogQuery } from '../query-client.ts';
import { exitCodes, type ExitCode } from '../exit-codes.ts';
import { scoreText } from '../output/number-text.ts';
import { withCatalog } from '../open-catalog.ts';
import { moreText, writeReport, type Report, type ReportOptions } from '../output/report.ts';
import { listSeparator, type Table } from '../output/table.ts';
import type { Terminal } from '../output/terminal.ts';

const named = z.strictObject({ id: z.string(), name: z.string() });

const answer = z.strictObject({
  role: z
    .strictObject({
      id: z.string(),
      title: z.string(),
      alternateTitles: z.array(z.string()),
      summary: z.string().nullable(),
      pillars: z.array(named),
      organizationTypes: z.array(named),
      categories: z.array(
        z.strictObject({
          id: z.string(),
          name: z.string(),
          pillar: named.nullable(),
          organizationTypes: z.array(named),
        }),
      ),
      topics: z.array(named),
      responsibilities: z.strictObject({
        totalCount: z.int(),
        pageInfo: pageInfoShape,
        edges: z.array(
          z.strictObject({
            node: named,
            appearances: z.array(
              z.strictObject({
                source: z.strictObject({
                  source: z.strictObject({ slug: z.string() }),
                  line: z.int(),
                }),
              }),
            ),
          }),
        ),
      }),
      overlaps: z.strictObject({
        totalCount: z.int(),
        edges: z.array(
          z.strictObject({
            node: z.strictObject({ id: z.string(), title: z.string() }),
            overlap: z.strictObject({ score: z.number(), sharedResponsibilities: z.array(named) }),
          }),
        ),
      }),
    })
    // Not null: the id that is asked for is that of a role of the same generation.
    .nullable(),
});

const query: CatalogQuery<z.infer<typeof answer>> = {
  document: `query Role($id: ID!, $first: Int, $after: String) {
    role(by: { id: $id }) {
      id
      title
      alternateTitles
      summary
      pillars { id name }
      organizationTypes { id name }
      categories { id name pillar { id name } organizationTypes { id name } }
      topics { id name }
      responsibilities(first: $first, after: $after) {
        totalCount
        ${pageInfoFields}
        edges { node { id name } appearances { source { source { slug } line } } }
      }
      overlaps(first: 5) {
        totalCount
        edges { node { id title } overlap { score sharedResponsibilities { id name } } }
      }
    }
  }`,
  data: answer,
};

/** `rolegraph role`: a role, where it appears, its responsibilities with source lines, and the most similar roles. */
export async function role(words: readonly string[], options: ReportOptions, terminal: Terminal): Promise<ExitCode> {
  const data = await withCatalog(terminal, ({ names, client }) =>
    client.queryPages(query, { id: names.roleId(words.join(' ')) }, ({ role }) => ({
      pageInfo: role?.responsibilities.pageInfo ?? { hasNextPage: false, endCursor: null },
      items: role?.responsibilities.edges ?? [],
    })),
  );
  writeReport(roleReport(data), options, terminal);
  return exitCodes.done;
}

export function roleReport(data: z.infer<typeof answer>): Report {
  const { role } = data;
  if (role === null) throw new Error('a role of this generation was not found in it');
  const { alternateTitles, responsibilities, overlaps } = role;
  const facts = [
    ['Pillars', role.pillars],
    ['Organization types', role.organizationTypes],
    ['Topics', role.topics],
  ] as const;
  const main: Table = {
    columns: [{ heading: 'Id', onlyCsv: true }, { heading: 'Responsibility' }, { heading: 'Said by' }],
    rows: responsibilities.edges.map(({ node, appearances }) => [
      node.id,
      node.name,
      appearances.map(({ source: { source, line } }) => `${source.slug}:${line}`),
    ]),
  };
  const categories: Table = {
    columns: [{ heading: 'Listed in' }, { heading: 'Of' }],
    rows: role.categories.map(({ name, pillar, organizationTypes }) => [
      name,
      pillar === null ? organizationTypes.map((type) => type.name) : pillar.name,
    ]),
  };
  const closest: Table = {
    columns: [
      { heading: 'Closest roles' },
      { heading: 'Score', align: 'right' },
      { heading: 'Shared responsibilities' },
    ],
    rows: overlaps.edges.map(({ node, overlap: { score, sharedResponsibilities } }) => [
      node.title,
      scoreText(score),
      sharedResponsibilities.map(({ name }) => name),
    ]),
  };
  const titles = alternateTitles.length === 0 ? '' : `, also ${alternateTitles.join(listSeparator)}`;
  const summary = `${role.title}${titles}${role.summary === null ? '' : `\n${role.summary}`}`;
  const listed = facts
    .filter(([, items]) => items.length > 0)
    .map(([name, items]) => `${name}: ${items.map((item) => item.name).join(listSeparator)}`);
  const more = moreText(overlaps.totalCount, overlaps.edges.length);
  return { data, main, summary, parts: [listed.join('\n'), categories, main, closest, more] };
}
