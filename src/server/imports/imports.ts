import type { Logger } from 'pino';
import type { Caller } from '../../access/caller.ts';
import type { CatalogImporter, ImportedVersion, ImportResult, ImportStage } from '../../import/catalog-importer.ts';
import type { GraphStore } from '../../store/graph-store.ts';
import type { ServedCatalog } from '../../store/served-catalog.ts';
import { fasterImport, StoreError } from '../../store/store-error.ts';
import { longestImporter, type StoredCatalog } from '../../store/stored-catalog.ts';
import { logFailure } from '../log-failure.ts';
import { auditLine, type AuditEntry, type AuditOutput } from './audit-log.ts';
import { GivenUp, ImportRefusal } from './import-refusal.ts';

/** Who asks for an import, and how. */
export interface Asker {
  readonly caller: Caller;
  readonly client: string;
  readonly requestId: string;
  readonly via: AuditEntry['via'];
  readonly dryRun: boolean;
}

/** How an import ended. */
export interface EndedImport {
  readonly result: ImportResult;
  /** What was imported, if it is current and requests can be answered from it. */
  readonly served: StoredCatalog | undefined;
}

/** What is imported of what a client sends. */
export interface ToImport {
  readonly file: string;
  readonly expectedSequence: number | undefined;
}

/** An import that has begun: no other one begins until it has ended. */
export interface BegunImport {
  /** @param receive gives what is imported. */
  run(
    receive: () => Promise<ToImport>,
    onStage: (stage: ImportStage) => void,
    signal: AbortSignal,
  ): Promise<EndedImport>;
}

export interface ImportsParts {
  readonly importer: CatalogImporter;
  readonly audit: AuditOutput;
  readonly store: GraphStore;
  readonly served: ServedCatalog;
  readonly logger: Logger;
}

/**
 * The imports of a server over HTTP: one at a time, because each takes memory and holds the store, and each with its lines in the audit
 * log. Whoever is refused is told at once.
 */
export class Imports {
  readonly #parts: ImportsParts;
  #isRunning = false;

  constructor(parts: ImportsParts) {
    this.#parts = parts;
  }

  /**
   * The store's current catalog as of now, however old that is which is served; undefined where nothing is.
   *
   * @throws StoreError
   */
  async current(): Promise<StoredCatalog | undefined> {
    try {
      return await this.#parts.store.current();
    } catch (error) {
      if (error instanceof StoreError && error.code === 'MISSING') return undefined;
      throw error;
    }
  }

  /**
   * Begins an import, unless another one runs or the audit log cannot be written.
   *
   * @param before what is current.
   * @throws ImportRefusal
   */
  async begin(asker: Asker, before: StoredCatalog | undefined): Promise<BegunImport> {
    if (this.#isRunning) throw anotherRuns();
    this.#isRunning = true;
    try {
      await this.#parts.audit.append(auditLine(entryOf(asker, 'begun', null, { previous: before })));
    } catch (error) {
      this.#isRunning = false;
      this.#parts.logger.error({ err: error, requestId: asker.requestId }, 'The audit log cannot be written');
      throw noAudit(error);
    }
    return {
      run: async (receive, onStage, signal) => {
        try {
          return await this.#run(asker, before, receive, onStage, signal);
        } finally {
          this.#isRunning = false;
        }
      },
    };
  }

  async #run(
    asker: Asker,
    before: StoredCatalog | undefined,
    receive: () => Promise<ToImport>,
    onStage: (stage: ImportStage) => void,
    signal: AbortSignal,
  ): Promise<EndedImport> {
    const { importer } = this.#parts;
    const { dryRun, caller } = asker;
    let result: ImportResult;
    try {
      const toImport = await receive();
      const importedBy = caller.name?.slice(0, longestImporter) ?? null;
      const found = await importer.import({ ...toImport, dryRun, importedBy }, onStage, signal);
      result = found.status === 'INVALID' ? { ...found, current: before, previous: before } : found;
    } catch (error) {
      const known = await this.#withCurrent(error);
      await this.#ended(asker, outcomeOf(known), { previous: before });
      throw known;
    }
    await this.#ended(asker, result.status, result);
    return { result, served: await this.#served(asker, result) };
  }

  /** Writes into the audit log that an import was refused before it began. */
  async refused(asker: Asker, error: unknown): Promise<void> {
    await this.#ended(asker, outcomeOf(error), {});
  }

  /** The first line was written, so a failure of the second one does not undo anything; the log has it then. */
  async #ended(asker: Asker, outcome: string, found: Partial<ImportResult>): Promise<void> {
    const entry = entryOf(asker, 'ended', outcome, found);
    try {
      await this.#parts.audit.append(auditLine(entry));
    } catch (error) {
      this.#parts.logger.error(
        { err: error, audit: entry },
        'The audit log cannot be written; this line is missing in it',
      );
    }
  }

  /** Answers requests from what was imported, from now on. */
  async #served({ requestId }: Asker, { status, current }: ImportResult): Promise<StoredCatalog | undefined> {
    const { served, logger } = this.#parts;
    if (status !== 'IMPORTED' && status !== 'UNCHANGED') return undefined;
    try {
      const catalog = await served.renewed();
      // Somebody else may have imported meanwhile.
      return catalog.sequence === current?.sequence ? catalog : undefined;
    } catch (error) {
      logFailure(logger, error, { requestId }, 'What was imported cannot be served');
      return undefined;
    }
  }

  /** A conflict with what is known of the import that was faster. */
  async #withCurrent(error: unknown): Promise<unknown> {
    if (!(error instanceof StoreError && error.code === 'CONFLICT' && error.current === undefined)) return error;
    const current = await this.current().catch(() => undefined);
    return current === undefined
      ? error
      : new StoreError(error.code, error.message, { current: fasterImport(current) });
  }
}

/** What the audit log calls how an import ended that threw. */
function outcomeOf(error: unknown): string {
  if (error instanceof GivenUp) return 'GIVEN_UP';
  return error instanceof ImportRefusal || error instanceof StoreError ? error.code : 'FAILED';
}

function entryOf(
  { caller, client, requestId, via, dryRun }: Asker,
  phase: AuditEntry['phase'],
  outcome: string | null,
  found: { readonly previous?: ImportedVersion | undefined } & Partial<Pick<ImportResult, 'current' | 'changes'>>,
): AuditEntry {
  const { previous, current, changes } = found;
  return {
    time: new Date().toISOString(),
    event: 'import',
    phase,
    outcome,
    caller: caller.name,
    client,
    requestId,
    via,
    dryRun,
    sequenceBefore: previous?.sequence ?? null,
    revisionBefore: previous?.revision ?? null,
    sequenceAfter: current?.sequence ?? null,
    revisionAfter: current?.revision ?? null,
    added: changes?.added ?? null,
    changed: changes?.changed ?? null,
    removed: changes?.removed ?? null,
  };
}

function anotherRuns(): ImportRefusal {
  const message = 'Another import is running on this server, which does one at a time. Try again in a few seconds.';
  return new ImportRefusal(503, 'IMPORT_RUNNING', message, { headers: { 'Retry-After': '5' } });
}

function noAudit(cause: unknown): ImportRefusal {
  const message =
    'Nothing was imported: the audit log of the server cannot be written, and every import must be in it. Whoever runs the server ' +
    'finds the reason in its log.';
  return new ImportRefusal(503, 'AUDIT_LOG_UNAVAILABLE', message, { cause, headers: { 'Retry-After': '60' } });
}
