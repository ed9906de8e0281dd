import { nodeKinds, type NodeKind } from '../../graph/nodes/node-kind.ts';
import { kindNames } from '../../graph/nodes/node.ts';
import { hitsByScore, type SearchHit } from '../../graph/search/search-index.ts';
import { runToCompletion } from '../../scheduling/steps.ts';
import type { ExitCode } from '../exit-codes.ts';
import { answerQuestion } from '../answer-question.ts';
import { pageFields } from '../output/listed-items.ts';
import { moreText, type Report, type ReportOptions } from '../output/report.ts';
import type { Table } from '../output/table.ts';
import { counted, type Terminal } from '../output/terminal.ts';

export interface SearchOptions extends ReportOptions {
  readonly kind?: readonly NodeKind[];
  readonly first: number;
}

/** `rolegraph search`: what has a text in its title, name or summary, best first. */
export function search(
  terminal: Terminal,
  words: readonly string[],
  { kind, first, ...options }: SearchOptions,
): Promise<ExitCode> {
  const query = words.join(' ');
  return answerQuestion(terminal, options, { query: 'The text' }, async ({ stored }) => {
    const index = await stored.searchIndex();
    return searchReport(answerOf(runToCompletion(index.search(query, new Set(kind ?? nodeKinds))), query, first));
  });
}

/** The answer of the GraphQL field `search`, over as many pages as are wanted. */
function answerOf(hits: readonly SearchHit[], query: string, first: number) {
  return {
    search: {
      ...pageFields(hits, hitsByScore(query), first),
      edges: hits.slice(0, first).map(({ node, matched, score }) => {
        const kind: NodeKind = node.kind;
        return { kind, label: node.label, matched, score, node: { id: node.id } };
      }),
    },
  };
}

function searchReport(data: ReturnType<typeof answerOf>): Report {
  const { totalCount, edges } = data.search;
  const main: Table = {
    columns: ['Kind', 'Name', 'Matched', 'Score', 'Id'],
    rows: edges.map(({ kind, label, matched, score, node }) => [kindNames[kind], label, matched, score, node.id]),
  };
  const shown: Table = {
    columns: ['Kind', 'Name', 'Found in', 'Id'],
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
