import { catalogRevision } from '../catalog/canonical-catalog.ts';
import type { Catalog } from '../catalog/catalog.ts';
import { diffCatalogs } from '../catalog/diff-catalogs.ts';
import { formatDiff } from '../catalog/format-diff.ts';
import { catalogOfGraph } from '../graph/structure/catalog-of-graph.ts';
import { graphFormat, type Graph } from '../graph/structure/graph.ts';
import { graphOfCatalog } from '../graph/structure/graph-of-catalog.ts';
import type { Generation, GraphStore, ImportProgress } from '../store/graph-store.ts';
import { importConflict, StoreError } from '../store/store-error.ts';
import { runStep } from './output/step.ts';
import { coloured, counted, type Terminal } from './output/terminal.ts';

/** How many added, changed and removed entries a summary lists. */
const mostListed = 40;

/**
 * Puts a catalog in the place of the current one, and tells what that changes.
 *
 * @param options.dryRun whether to tell only.
 * @throws StoreError
 */
export async function replaceCurrent(
  store: GraphStore,
  catalog: Catalog,
  { dryRun }: { readonly dryRun?: true },
  { stdout, stderr }: Pick<Terminal, 'stdout' | 'stderr'>,
): Promise<void> {
  const { current, revision, difference } = await runStep(
    { title: 'Comparing it with the current catalog', work: () => compared(store, catalog, dryRun === true) },
    stderr,
  );
  const what = `${catalog.name} ${catalog.version}`;
  const importedLine =
    `${coloured('good', 'Imported', stdout)} ${what}: ${counted(catalog.roles.length, 'role')}, ` +
    `${counted(catalog.appearances.length, 'appearance')}. A running server serves it within a second.`;
  if (difference === undefined) {
    // The catalog that ships is current, too, in a database that is empty; whoever imports it wants it to be there.
    const imported = dryRun === true ? undefined : await store.prepare();
    if ((await store.current()).revision !== current.revision) throw importConflict();
    const told = imported === undefined ? `Nothing to change: ${what} is the current catalog already.` : importedLine;
    stdout.write(`${told}\n`);
    return;
  }
  stdout.write(`${difference}\n`);
  if (dryRun === true) {
    stdout.write('Nothing was written: this was a dry run.\n');
    return;
  }
  await runStep(
    {
      title: 'Writing',
      work: (tell) =>
        store.replace(current, graphOfCatalog(catalog, revision), (progress) => {
          tell(described(progress));
        }),
    },
    stderr,
  );
  stdout.write(`${importedLine}\n`);
}

/** The current generation, the catalog's revision, and what the catalog changes about it, as text; undefined where it changes nothing. */
async function compared(
  store: GraphStore,
  catalog: Catalog,
  isDryRun: boolean,
): Promise<{ readonly current: Generation; readonly revision: string; readonly difference: string | undefined }> {
  const current = await store.current();
  const revision = catalogRevision(catalog);
  const stored = await readable(store, current);
  if (stored === undefined) {
    const what = current.format < graphFormat ? 'was stored by an older version of Rolegraph' : 'is damaged';
    const consequence = isDryRun ? 'would be' : 'is';
    return {
      current,
      revision,
      difference: `The current catalog ${what} and cannot be compared; it ${consequence} replaced whole.`,
    };
  }
  // By what is read and not by what it is said to be: in a database, somebody may have changed it.
  const before = catalogOfGraph(stored);
  if (catalogRevision(before) === revision) return { current, revision, difference: undefined };
  return { current, revision, difference: formatDiff(diffCatalogs(before, catalog), { most: mostListed }) };
}

/** The graph of a generation; undefined where importing another one is what mends it. */
async function readable(store: GraphStore, generation: Generation): Promise<Graph | undefined> {
  if (generation.format < graphFormat) return undefined;
  try {
    return await store.graph(generation);
  } catch (error) {
    // One that a newer version stored is not to be replaced by an older one: the failure says what to do.
    const isNewer = generation.format > graphFormat;
    if (error instanceof StoreError && error.code === 'DAMAGED' && !isNewer) return undefined;
    throw error;
  }
}

/** "12,000 of 48,000 rows (25%)". */
function described({ written, total }: ImportProgress): string {
  const percent = total === 0 ? 100 : Math.floor((100 * written) / total);
  return `${written.toLocaleString('en-US')} of ${counted(total, 'row')} (${percent}%)`;
}
