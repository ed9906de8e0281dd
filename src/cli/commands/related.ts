import { reasonOf } from '../../analysis/related/related-reason.ts';
import { relatedByScore, relatedTo, type Related } from '../../analysis/related/related.ts';
import type { NodeKind } from '../../graph/nodes/node-kind.ts';
import { kindNames, type Node } from '../../graph/nodes/node.ts';
import { runToCompletion } from '../../scheduling/steps.ts';
import type { ExitCode } from '../exit-codes.ts';
import { answerQuestion } from '../answer-question.ts';
import { pageFields } from '../output/listed-items.ts';
import { moreText, scoreText, type Report, type ReportOptions } from '../output/report.ts';
import { rightAligned, type Table } from '../output/table.ts';
import { counted } from '../../text/in-words.ts';
import type { Terminal } from '../output/terminal.ts';

export interface RelatedOptions extends ReportOptions {
  readonly kind?: readonly NodeKind[];
  readonly first: number;
}

/** `rolegraph related`: what is most closely related to a node: first what the catalog connects with it. */
export function related(
  terminal: Terminal,
  words: readonly string[],
  { kind, first, ...options }: RelatedOptions,
): Promise<ExitCode> {
  return answerQuestion(terminal, options, { kinds: '--kind' }, async ({ names, graph }) => {
    const node = await names.graphNode(words.join(' '));
    return relatedReport(answerOf(node, runToCompletion(relatedTo(graph, node.id, kind)), first), node.label);
  });
}

/** The answer of the GraphQL field `related`, over as many pages as are wanted. */
function answerOf(to: Node, all: readonly Related[], first: number) {
  return {
    related: {
      ...pageFields(all, relatedByScore(to.id), first),
      edges: all.slice(0, first).map((each) => {
        const { relation, node, score } = each;
        const kind: NodeKind = node.kind;
        return { relation, kind, label: node.label, score, reason: reasonOf(each), node: { id: node.id } };
      }),
    },
  };
}

/** What a relation is called in a table. */
const relationNames: Readonly<Record<Related['relation'], string>> = {
  PERFORMS: 'does it',
  MEMBER: 'is in it',
  TOPIC: 'is its topic',
  SHARES_DUTIES: 'does the same',
  SHARES_CATEGORIES: 'is listed with it',
  ASSOCIATION: 'co-occurs',
};

export function relatedReport(data: ReturnType<typeof answerOf>, to: string): Report {
  const { totalCount, edges } = data.related;
  const main: Table = {
    columns: ['Relation', 'Kind', 'Name', rightAligned('Score'), 'Why', { heading: 'Id', onlyCsv: true }],
    rows: edges.map(({ relation, kind, label, score, reason, node }) => [
      relationNames[relation],
      kindNames[kind],
      label,
      scoreText(score),
      reason,
      node.id,
    ]),
  };
  const summary =
    totalCount === 0
      ? `Nothing is related to ${to}.`
      : `${counted(totalCount, 'node is', 'nodes are')} related to ${to}:`;
  const more = moreText(totalCount, edges.length);
  return { data, main, summary, parts: [main], more: more === '' ? '' : `${more}; --first shows them.` };
}
