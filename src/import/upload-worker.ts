import { open } from 'node:fs/promises';
import { catalogBeginning, looksLikeCatalog } from '../catalog/convert/looks-like-catalog.ts';
import type { Finding } from '../catalog/finding.ts';
import { formatDiff } from '../catalog/format-diff.ts';
import type { CatalogReading } from '../catalog/read/read-catalog.ts';
import { openStore } from '../store/open-store.ts';
import { StoreError } from '../store/store-error.ts';
import type { ChangeCounts, StoredCatalog } from '../store/stored-catalog.ts';
import { replyFromWorker } from '../workers/reply-from-worker.ts';
import type { ImportedVersion, ImportResult, ImportStage } from './catalog-importer.ts';
import { countChanges } from './count-changes.ts';
import { importCatalog } from './import-catalog.ts';
import type { ImportObserver } from './import-observer.ts';
import { importTurn } from './import-turn.ts';
import { uploadJob, type UploadJob, type UploadReply } from './upload-job.ts';

/** The most lines of differences that a client gets. */
const mostLines = 200;

/** Imports what a client has sent while the server answers requests in its own thread. */
await replyFromWorker(async (given, report): Promise<UploadReply> => {
  const job = uploadJob.parse(given);
  try {
    return { result: await importUpload(job, report) };
  } catch (error) {
    if (error instanceof GivenUp) return { isGivenUp: true };
    if (!(error instanceof StoreError)) throw error;
    const { code, message, cause, current } = error;
    return { failure: { code, message, current, cause: cause instanceof Error ? cause.message : undefined } };
  }
});

/** The client has disconnected before anything was written. */
class GivenUp extends Error {}

async function importUpload(job: UploadJob, report: (stage: ImportStage) => void): Promise<ImportResult> {
  const { file, dryRun, expectedSequence, importedBy, store, turn } = job;
  const { beginWriting } = importTurn(turn);
  let read: Pick<CatalogReading, 'findings' | 'omitted'> = { findings: [], omitted: { errors: 0, warnings: 0 } };
  let changes: ChangeCounts | null = null;
  let diff: readonly string[] = [];
  const observer: ImportObserver = {
    run: async ({ step, work }) => {
      report({ step });
      if (step === 'WRITING' && !beginWriting()) throw new GivenUp();
      return work((progress) => {
        report({ step, progress });
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
  const outcome = await importCatalog(
    [{ location: file }],
    () => openStore(store, 'COMMAND'),
    { dryRun, expectedSequence, importedBy, convert: 'NEVER' },
    observer,
  );
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
