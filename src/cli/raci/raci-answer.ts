import { adviceOn, raciCheckResults, raciSummary } from '../../analysis/raci/raci-advice.ts';
import { lettersOf, shownCellsOf, type RaciLine } from '../../analysis/raci/raci-cells.ts';
import { findingsInOrder, rowsInOrder } from '../../analysis/raci/raci-orders.ts';
import type { RaciTable } from '../../analysis/raci/raci-table.ts';
import { rolesByTitle } from '../../graph/lists/orders.ts';
import type { Appearance } from '../../graph/nodes/appearance.ts';
import { runToCompletion } from '../../scheduling/steps.ts';
import type { StoredCatalog } from '../../store/stored-catalog.ts';
import { pageFields } from '../output/listed-items.ts';
import { placeOf } from '../output/source-places.ts';
import { labelled, named, titled } from '../node-fields.ts';

export type RaciAnswer = Awaited<ReturnType<typeof raciAnswerOf>>;
export type Row = RaciAnswer['raci']['rows']['nodes'][number];
export type RoleOfTable = RaciAnswer['raci']['roles']['edges'][number];

/** What of a table an answer has. */
interface Shown {
  /** Whether it has only the activities that have findings. */
  readonly onlyFaulty: boolean;
  /** Whether lines have their quotes, which are read from the store. */
  readonly withQuotes: boolean;
}

/** The answer of the GraphQL field `raci`, with all pages. */
export async function raciAnswerOf(table: RaciTable, stored: StoredCatalog, { onlyFaulty, withQuotes }: Shown) {
  const { graph, request, columns, findings } = table;
  const rows = onlyFaulty ? table.rows.filter((row) => row.findings.length > 0) : table.rows;
  const cells = new Map(rows.map((row) => [row, runToCompletion(shownCellsOf(table, row))]));
  const lines = [...cells.values()].flatMap((ofRow) => ofRow.flatMap((cell) => cell.lines));
  const quoteOf = withQuotes ? await quotesOf(stored, lines) : () => null;
  return {
    raci: {
      summary: runToCompletion(raciSummary(table)),
      checks: raciCheckResults(table),
      groups: request.groups?.map(labelled) ?? null,
      roles: {
        totalCount: columns.length,
        edges: columns.map(({ role, responsible, accountable, consulted, informed }) => ({
          node: { ...titled(role), alternateTitles: role.alternateTitles },
          responsibleCount: responsible,
          accountableCount: accountable,
          consultedCount: consulted,
          informedCount: informed,
        })),
      },
      rows: {
        ...pageFields(rows, rowsInOrder(graph)),
        nodes: rows.map((row) => ({
          responsibility: named(row.responsibility),
          category: row.firstLine === -1 ? null : labelled(graph.appearance(row.firstLine).category),
          findings: row.findings,
          roles: {
            ...pageFields(
              (cells.get(row) ?? []).map(({ role }) => role),
              rolesByTitle,
            ),
            edges: (cells.get(row) ?? []).map(({ role, involvement, lines }) => ({
              node: titled(role),
              letters: lettersOf(involvement),
              involvement,
              lines: lines.map(({ appearance, involvement }) => ({
                involvement,
                appearance: { id: appearance.id, source: documentedPlaceOf(appearance, quoteOf(appearance)) },
              })),
            })),
          },
        })),
      },
      findings: {
        ...pageFields(findings, findingsInOrder(graph)),
        nodes: findings.map((finding) => ({
          check: finding.check,
          responsibility: named(finding.row.responsibility),
          message: runToCompletion(adviceOn(table, finding)),
        })),
      },
    },
  };
}

/** Where a line stands, with the document that its source is. */
function documentedPlaceOf(appearance: Appearance, quote: string | null) {
  const place = placeOf(appearance, quote);
  if (place === null || appearance.reference === null) return null;
  const { slug, label: title, document } = appearance.reference.source;
  return { ...place, source: { slug, title, document } };
}

/** What the lines say word for word; null for those that have no quote. */
async function quotesOf(stored: StoredCatalog, lines: readonly RaciLine[]) {
  const appearances = [...new Set(lines.map(({ appearance }) => appearance))];
  const texts = await stored.texts({
    responsibilitySummaries: [],
    roleSummaries: [],
    appearances: appearances.map(({ index }) => index),
  });
  const quotes = new Map(appearances.map((appearance, at) => [appearance, texts.appearances[at]?.quote ?? null]));
  return (appearance: Appearance) => quotes.get(appearance) ?? null;
}
