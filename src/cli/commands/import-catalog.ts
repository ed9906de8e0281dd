import type { Catalog } from '../../catalog/catalog.ts';
import { catalogRevision } from '../../catalog/canonical-catalog.ts';
import { diffCatalogs } from '../../catalog/diff-catalogs.ts';
import { formatDiff } from '../../catalog/format-diff.ts';
import { readCatalog } from '../../catalog/read-catalog.ts';
import { readConfig } from '../../config.ts';
import { catalogOfGraph } from '../../graph/catalog-of-graph.ts';
import { graphOfCatalog } from '../../graph/graph-of-catalog.ts';
import type { GraphStore } from '../../store/graph-store.ts';
import { exitCodes, type ExitCode } from '../exit-codes.ts';
import { findingCounts, writeFindings } from '../findings-report.ts';
import { openStore } from '../open-store.ts';
import { coloured, counted, type Terminal } from '../terminal.ts';

export interface ImportOptions {
  readonly dryRun?: true;
}

/** How many added, changed and removed entries a summary lists. */
const mostListed = 40;

/** `rolegraph import`: checks a catalog, tells what it changes, and keeps it in place of the current one. */
export async function importCatalog(location: string, options: ImportOptions, terminal: Terminal): Promise<ExitCode> {
  const config = readConfig(terminal.env);
  const reading = await readCatalog(location);
  writeFindings(reading, terminal.stderr);
  if (reading.catalog === undefined) {
    const { errors } = findingCounts(reading);
    const message = `Nothing was imported: ${location} has ${counted(errors, 'error')}.`;
    terminal.stderr.write(`${coloured('bad', message, terminal.stderr)}\n`);
    return exitCodes.refused;
  }
  const store = await openStore(config);
  try {
    await replaceCurrent(store, reading.catalog, options, terminal);
    return exitCodes.done;
  } finally {
    await store.close();
  }
}

async function replaceCurrent(
  store: GraphStore,
  catalog: Catalog,
  { dryRun }: ImportOptions,
  { stdout }: Terminal,
): Promise<void> {
  const current = await store.current();
  const what = `${catalog.name} ${catalog.version}`;
  if (current.revision === catalogRevision(catalog)) {
    stdout.write(`Nothing to change: ${what} is the current catalog already.\n`);
    return;
  }
  const diff = diffCatalogs(catalogOfGraph(await store.graph(current)), catalog);
  stdout.write(`${formatDiff(diff, { most: mostListed })}\n`);
  if (dryRun === true) {
    stdout.write('Nothing was written: this was a dry run.\n');
    return;
  }
  await store.replace(current, graphOfCatalog(catalog));
  stdout.write(
    `${coloured('good', 'Imported', stdout)} ${what}: ${counted(catalog.roles.length, 'role')}, ` +
      `${counted(catalog.appearances.length, 'appearance')}. A running server serves it within a second.\n`,
  );
}
