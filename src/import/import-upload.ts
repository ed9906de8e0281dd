import { open } from 'node:fs/promises';
import { catalogBeginning, looksLikeCatalog } from '../catalog/convert/looks-like-catalog.ts';
import type { Finding } from '../catalog/finding.ts';
import { formatDiff } from '../catalog/format-diff.ts';
import type { CatalogReading } from '../catalog/read/read-catalog.ts';
import type { GraphStore } from '../store/graph-store.ts';
import type { ChangeCounts, StoredCatalog } from '../store/stored-catalog.ts';
import type { ImportedVersion, ImportResult, ImportStage, Upload } from './catalog-importer.ts';
import { countChanges } from './count-changes.ts';
import { importCatalog } from './import-catalog.ts';
import type { ImportObserver } from './import-observer.ts';

/** The most lines of differences that a client gets. */
const mostLines = 200;

/** The client has disconnected before anything was written. */
export class NothingWritten extends Error {
  override readonly name = 'NothingWritten';
}

/**
 * Imports what a client has sent. Only catalogs are accepted: what other files become should be looked at first.
 *
 * @param openStore as that of importCatalog.
 * @param beginWriting asked once, before anything is written: false gives the import up.
 * @throws StoreError; NothingWritten if it was given up.
 */
export async function importUpload(
  { file, dryRun, expectedSequence, importedBy }: Upload,
  openStore: () => Promise<GraphStore>,
  onStage: (stage: ImportStage) => void,
  beginWriting: () => boolean,
): Promise<ImportResult> {
  let read: Pick<CatalogReading, 'findings' | 'omitted'> = { findings: [], omitted: { errors: 0, warnings: 0 } };
  let changes: ChangeCounts | null = null;
  let diff: readonly string[] = [];
  const observer: ImportObserver = {
    run: async ({ step, work }) => {
      if (step === 'WRITING' && !beginWriting()) throw new NothingWritten();
      onStage({ step });
      return work((progress) => {
        onStage({ step, progress });
      });
    },
    converted: () => undefined,
    checked: ({ findings, omitted }) => {
      read = { findings, omitted };
    },
    compared: (difference) => {
      if (difference.kind !== 'CHANGED') return;
      changes = countChanges(difference.diff);
      diff = formatDiff(difference.diff, { most: mostLines }).split('\n');
    },
  };
  const options = { dryRun, expectedSequence, importedBy, convert: 'NEVER' } as const;
  const outcome = await importCatalog([{ location: file }], openStore, options, observer);
  if (outcome.kind === 'INVALID') {
    const findings = [...(await otherForm(file)), ...read.findings];
    return { status: 'INVALID', current: undefined, previous: undefined, changes, diff, ...read, findings };
  }
  const { kind, before, after } = outcome;
  if (kind === 'UNCHANGED') changes = { added: 0, changed: 0, removed: 0 };
  return { status: kind, current: versionOf(after), previous: versionOf(before), changes, diff, ...read };
}

function versionOf(catalog: StoredCatalog | undefined): ImportedVersion | undefined {
  return catalog && { sequence: catalog.sequence, revision: catalog.revision };
}

/** What is said first of a file that is not a catalog at all. */
async function otherForm(file: string): Promise<readonly Finding[]> {
  const opened = await open(file);
  try {
    const { bytesRead, buffer } = await opened.read(Buffer.alloc(catalogBeginning));
    if (looksLikeCatalog(buffer.subarray(0, bytesRead).toString())) return [];
  } finally {
    await opened.close();
  }
  const message =
    'this does not look like a catalog: it has neither appearances nor pillars or organizationTypes; only catalogs are imported ' +
    'over HTTP. "rolegraph convert" makes a catalog of tables, handbooks and files of other tools';
  return [{ severity: 'error', file, line: 1, path: '', message }];
}
