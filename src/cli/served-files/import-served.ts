import type { CatalogReading } from '../../catalog/read/read-catalog.ts';
import { importCatalog, type ImportOutcome } from '../../import/import-catalog.ts';
import { importObserver, writeOutcome } from '../output/import-report.ts';
import { namesOf } from '../catalog-locations.ts';
import { localUser } from '../local-user.ts';
import { openStore } from '../../store/open-store.ts';
import { writeFindings } from '../output/findings-report.ts';
import type { Terminal } from '../output/terminal.ts';
import type { ImportJob } from './import-job.ts';

/** How many errors, and how many warnings, the terminal shows: one mistake may cause many, and the page /catalog has more. */
const mostShown = 10;

/** How an import ended, and what is wrong with the files. */
export interface ImportReport extends Pick<CatalogReading, 'findings' | 'omitted'> {
  readonly kind: ImportOutcome['kind'];
}

/**
 * Imports files as `rolegraph import` does, and writes what it would, but for findings of which there are many.
 *
 * @param next as writeOutcome takes it.
 * @throws StoreError; ConvertError if a file is not understood.
 */
export async function importServed(
  { locations, sources, convert, store }: ImportJob,
  terminal: Pick<Terminal, 'stdout' | 'stderr'>,
  next: string,
): Promise<ImportReport> {
  const observer = importObserver(namesOf(locations), false, terminal);
  let found: Pick<CatalogReading, 'findings' | 'omitted'> = { findings: [], omitted: { errors: 0, warnings: 0 } };
  const outcome = await importCatalog(
    locations,
    // The catalog that ships is not compared with: nobody has chosen it.
    () => openStore({ ...store, servesShipped: false }, 'COMMAND'),
    { dryRun: false, sources, convert, importedBy: localUser() },
    {
      ...observer,
      checked: (reading) => {
        found = { findings: reading.findings, omitted: reading.omitted };
        writeFindings(reading, terminal.stderr, mostShown);
      },
      compared: (difference) => {
        // Somebody who begins to serve files has nothing to compare them with.
        if (difference.kind === 'CHANGED' || difference.reason !== 'MISSING') observer.compared(difference);
      },
    },
  );
  writeOutcome(outcome, namesOf(locations), terminal, next);
  return { kind: outcome.kind, ...found };
}
