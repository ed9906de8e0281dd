import { z } from 'zod';
import { nodeKinds, type NodeKind } from '../../graph/nodes/node-kind.ts';
import { kindNames } from '../../graph/nodes/node.ts';
import { pageInfoFields, pageInfoShape, type CatalogQuery } from '../query-client.ts';
import { exitCodes, type ExitCode } from '../exit-codes.ts';
import { withCatalog } from '../open-catalog.ts';
import { moreText, writeReport, type Report, type ReportOptions } from '../output/report.ts';
import type { Table } from '../output/table.ts';
import { counted, type Terminal } from '../output/terminal.ts';

export interface SearchOptions extends ReportOptions {
  readonly kind?: readonly NodeKind[];
  readonly first: number;
}

const answer = z.strictObject({
  search: z.strictObject({
    totalCount: z.int(),
    pageInfo: pageInfoShape,
    edges: z.array(
      z.strictObject({
        kind: z.enum(nodeKinds),
        label: z.string(),
        matched: z.string(),
        score: z.number(),
        node: z.strictObject({ id: z.string() }),
      }),
    ),
  }),
});

const query: CatalogQuery<z.infer<typeof answer>> = {
  document: `query Search($query: String!, $kinds: [NodeKind!], $first: Int, $after: String) {
    search(query: $query, kinds: $kinds, first: $first, after: $after) {
      totalCount
      ${pageInfoFields}
      edges { kind label matched score node { id } }
    }
  }`,
  data: answer,
  terms: { query: 'The text' },
};

/** `rolegraph search`: what has a text in its title, name or summary, best first. */
export async function search(
  words: readonly string[],
  { kind, first, ...options }: SearchOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const variables = { query: words.join(' '), kinds: kind };
  const data = await withCatalog(terminal, ({ client }) =>
    client.queryPages(query, variables, ({ search: { pageInfo, edges } }) => ({ pageInfo, items: edges }), first),
  );
  writeReport(searchReport(data), options, terminal);
  return exitCodes.done;
}

export function searchReport(data: z.infer<typeof answer>): Report {
  const { totalCount, edges } = data.search;
  const main: Table = {
    columns: ['Kind', 'Name', 'Matched', 'Score', 'Id'].map((heading) => ({ heading })),
    rows: edges.map(({ kind, label, matched, score, node }) => [kindNames[kind], label, matched, score, node.id]),
  };
  const shown: Table = {
    columns: ['Kind', 'Name', 'Found in', 'Id'].map((heading) => ({ heading })),
    rows: edges.map(({ kind, label, matched, node }) => [
      kindNames[kind],
      label,
      matched === label ? null : matched,
      node.id,
    ]),
  };
  const summary = totalCount === 0 ? 'Nothing was found.' : `${counted(totalCount, 'match', 'matches')}, best first:`;
  const more = moreText(totalCount, edges.length);
  return { data, main, summary, parts: [shown], more: more === '' ? '' : `${more}; --first shows them.` };
}
