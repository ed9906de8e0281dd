import { readConfig, type Config } from '../config/config.ts';
import { ArgumentError } from '../graph/argument-error.ts';
import type { CatalogGraph } from '../graph/catalog-graph.ts';
import type { StoredCatalog } from '../store/stored-catalog.ts';
import { UsageError } from './command-error.ts';
import { exitCodes, type ExitCode } from './exit-codes.ts';
import { CatalogNames } from './names/catalog-names.ts';
import { openStore } from '../store/open-store.ts';
import { writeReport, type Report, type ReportOptions } from './output/report.ts';
import type { Terminal } from './output/terminal.ts';

/** The catalog that is current when a command starts. */
export interface OpenCatalog {
  readonly stored: StoredCatalog;
  readonly graph: CatalogGraph;
  readonly names: CatalogNames;
}

/**
 * Answers a question about the current catalog of the configured store, and writes the report.
 *
 * @param terms what the command line calls the arguments that may be refused, e.g. "input.maxInvites": "--max".
 * @throws UsageError for a refused argument; StoreError.
 */
export function answerQuestion(
  terminal: Terminal,
  options: ReportOptions,
  terms: Readonly<Record<string, string>>,
  answer: (catalog: OpenCatalog) => Report | Promise<Report>,
): Promise<ExitCode> {
  return withCatalog(terminal, terms, async (catalog) => {
    writeReport(await answer(catalog), options, terminal);
  });
}

/** Does something with the current catalog of the configured store; see answerQuestion. */
export async function withCatalog(
  terminal: Terminal,
  terms: Readonly<Record<string, string>>,
  act: (catalog: OpenCatalog) => Promise<void>,
): Promise<ExitCode> {
  const config = readConfig(terminal.env);
  const store = await openStore(config, 'COMMAND');
  try {
    const stored = await store.current();
    const graph = await stored.graph();
    const names = new CatalogNames(graph, stored, originOf(config, stored), terminal.stderr);
    await act({ stored, graph, names });
    return exitCodes.done;
  } catch (error) {
    if (!(error instanceof ArgumentError)) throw error;
    throw new UsageError(error.message.replaceAll(argumentName, (name) => terms[name] ?? name));
  } finally {
    await store.close();
  }
}

/** Matches names of arguments in messages: paths and camelCase anywhere, plain words only where a sentence names them. */
const argumentName = /\b[a-z]+(?:\.[a-z]|[A-Z])[A-Za-z.]*\b|(?<=^|which )[a-z]+\b/g;

/** Where the current catalog comes from, as the end of a sentence. */
function originOf({ neo4j, dataFolder }: Config, { isShipped }: StoredCatalog): string {
  if (isShipped) return 'which ships with Rolegraph; nothing has been imported';
  return neo4j === undefined ? `which is in the folder ${dataFolder}` : 'which is in Neo4j';
}
