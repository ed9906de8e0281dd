import { nodeKinds, type NodeKind } from '../../graph/nodes/node-kind.ts';
import { kindNames } from '../../graph/nodes/node.ts';
import { hitsByScore, type SearchRelaxation, type SearchResult } from '../../graph/search/search-index.ts';
import { runToCompletion } from '../../scheduling/steps.ts';
import type { ExitCode } from '../exit-codes.ts';
import { answerQuestion } from '../answer-question.ts';
import { excerpt } from '../output/excerpt.ts';
import { pageFields } from '../output/listed-items.ts';
import { moreText, type Report, type ReportOptions } from '../output/report.ts';
import type { Table } from '../output/table.ts';
import { counted } from '../../text/in-words.ts';
import type { Terminal } from '../output/terminal.ts';

export interface SearchOptions extends ReportOptions {
  readonly kind?: readonly NodeKind[];
  readonly first: number;
}

/** `rolegraph search`: what has a text in its title, name, summary, note or quote, or does what it says; best first. */
export function search(
  terminal: Terminal,
  words: readonly string[],
  { kind, first, ...options }: SearchOptions,
): Promise<ExitCode> {
  const query = words.join(' ');
  return answerQuestion(terminal, options, { query: 'The text' }, async ({ stored }) => {
    const index = await stored.searchIndex();
    const found = runToCompletion(index.search(query, new Set(kind ?? nodeKinds)));
    return searchReport(answerOf(found, query, first), words);
  });
}

/** The answer of the GraphQL field `search`, over as many pages as are wanted. */
function answerOf({ hits, relaxed }: SearchResult, query: string, first: number) {
  return {
    search: {
      ...pageFields(hits, hitsByScore(query), first),
      relaxed,
      edges: hits.slice(0, first).map(({ node, matched, isHidden, score }) => {
        const kind: NodeKind = node.kind;
        return { kind, label: node.label, matched, hidden: isHidden, score, node: { id: node.id } };
      }),
    },
  };
}

const relaxationTexts: Readonly<Record<SearchRelaxation, string>> = {
  WORDS_LEFT_OUT: 'Not all of these have every word that you gave.',
  MORE_TYPOS: 'Nothing has the words as you spelled them; these are similar.',
};

/** What is shown next to a label: nothing if that is what matched, and a part of a long text. */
function foundIn(label: string, matched: string, isHidden: boolean, words: readonly string[]): string | null {
  const other = matched === label ? '' : excerpt(matched, words);
  return (isHidden ? `${other} (by a word that is not shown)`.trim() : other) || null;
}

function searchReport(data: ReturnType<typeof answerOf>, given: readonly string[]): Report {
  const words = given.flatMap((text) => text.split(/\s+/)).filter((word) => word !== '');
  const { totalCount, edges, relaxed } = data.search;
  const main: Table = {
    columns: ['Kind', 'Name', 'Matched', 'Score', 'Id', 'Hidden'],
    rows: edges.map(({ kind, label, matched, hidden, score, node }) => [
      kindNames[kind],
      label,
      matched,
      score,
      node.id,
      hidden ? 'yes' : null,
    ]),
  };
  const shown: Table = {
    columns: ['Kind', 'Name', 'Found in', 'Id'],
    rows: edges.map(({ kind, label, matched, hidden, node }) => [
      kindNames[kind],
      label,
      foundIn(label, matched, hidden, words),
      node.id,
    ]),
  };
  const found = totalCount === 0 ? 'Nothing was found.' : `${counted(totalCount, 'match', 'matches')}, best first:`;
  const summary = [...relaxed.map((relaxation) => relaxationTexts[relaxation]), found].join('\n');
  const more = moreText(totalCount, edges.length);
  return { data, main, summary, parts: [shown], more: more === '' ? '' : `${more}; --first shows them.` };
}
