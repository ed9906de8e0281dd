import type { Finding } from '../catalog/finding.ts';
import type { ImportProgress } from '../store/graph-store.ts';
import type { ChangeCounts, StoredCatalog } from '../store/stored-catalog.ts';
import type { ImportStep } from './import-observer.ts';

/** How far an import is. */
export interface ImportStage {
  readonly step: ImportStep;
  /** Only for WRITING, as soon as it is known. */
  readonly progress?: ImportProgress | undefined;
}

/** A catalog that a client has sent. */
export interface Upload {
  /** The path of a file whose name ends in .json or .yaml. */
  readonly file: string;
  /** Whether to compare only, and write nothing. */
  readonly dryRun: boolean;
  /** The sequence that the catalog is meant to replace; undefined: whichever is current. */
  readonly expectedSequence: number | undefined;
  /** See ImportRecord. */
  readonly importedBy: string | null;
}

/** A catalog by the number of its import and by its content. */
export interface ImportedVersion {
  readonly sequence: number;
  readonly revision: string;
}

/** How an import ended. */
export interface ImportResult {
  /**
   * IMPORTED: it is current now. UNCHANGED: its content is that of the current catalog, so nothing was written. NOT_WRITTEN: a dry
   * run found differences. INVALID: it has errors, and nothing was written.
   */
  readonly status: 'IMPORTED' | 'UNCHANGED' | 'NOT_WRITTEN' | 'INVALID';
  /** What is current now; undefined if there is nothing, or the catalog is invalid: then nobody has looked. */
  readonly current: ImportedVersion | undefined;
  /** What it was compared with; undefined where that is missing. */
  readonly previous: ImportedVersion | undefined;
  /** Null where nothing was compared. */
  readonly changes: ChangeCounts | null;
  /** The first differences, each a line for readers. */
  readonly diff: readonly string[];
  /** The first 100 errors and the first 100 warnings; `file` is of no meaning to a client. */
  readonly findings: readonly Finding[];
  /** How many more there are. */
  readonly omitted: { readonly errors: number; readonly warnings: number };
}

/** Imports catalogs that clients send, without holding up the requests of others. */
export interface CatalogImporter {
  /**
   * @param signal gives the import up, unless it has begun to write: then it goes on to its end.
   * @throws StoreError, e.g. CONFLICT; the signal's reason if it was given up; CatalogTooLarge.
   */
  import(upload: Upload, onStage: (stage: ImportStage) => void, signal: AbortSignal): Promise<ImportResult>;
}

/** The catalog does not fit in the memory that the process may use. */
export class CatalogTooLarge extends Error {
  override readonly name = 'CatalogTooLarge';

  constructor(options?: ErrorOptions) {
    super(
      'The server has not enough memory to import a catalog of this size. Whoever runs it can give it more memory, or import ' +
        'with "rolegraph import" on a machine that has it.',
      options,
    );
  }
}

/** A catalog in a text, as a mutation has it. */
export interface GivenText extends Pick<Upload, 'dryRun' | 'expectedSequence'> {
  /** YAML or JSON. */
  readonly catalog: string;
}

/** How the import of a text ended, and the catalog, if it is current and requests can be answered from it. */
export interface TextImport {
  readonly result: ImportResult;
  readonly catalog: StoredCatalog | undefined;
}

/**
 * Imports a text for the caller of a request. It goes on to its end, even if nobody waits for it.
 *
 * @throws errors for clients, and what CatalogImporter throws.
 */
export type ImportText = (given: GivenText) => Promise<TextImport>;
