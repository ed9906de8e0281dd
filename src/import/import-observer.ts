import type { Conversion, ConvertOptions } from '../catalog/convert/conversion.ts';
import type { CatalogDiff } from '../catalog/diff-catalogs.ts';
import type { CatalogReading } from '../catalog/read/read-catalog.ts';
import type { ImportProgress } from '../store/graph-store.ts';

/** What an import does, in this order. */
export type ImportStep = 'READING' | 'COMPARING' | 'WRITING';

/** One step, to be run by an {@link ImportObserver}. */
export interface ImportTask<T> {
  readonly step: ImportStep;
  /** Does the work of the step. Of the steps, only WRITING reports progress. */
  readonly work: (report: (progress: ImportProgress) => void) => Promise<T>;
  /** Whether a result means that the step failed; a step that throws always did. */
  readonly isRefused?: (result: T) => boolean;
}

/** What an import changes about the current catalog. Where that cannot be read, it is replaced without a comparison. */
export type Difference =
  | { readonly kind: 'CHANGED'; readonly diff: CatalogDiff }
  | { readonly kind: 'UNREADABLE'; readonly reason: 'OLDER_VERSION' | 'DAMAGED' | 'MISSING' };

/**
 * Watches an import. The import calls `run` once for each step, one after the other, and the other methods between steps,
 * so that an observer that draws on a terminal while a step runs is never interrupted.
 */
export interface ImportObserver {
  /** Calls `task.work` once and returns its result, or throws what it throws. May show the step meanwhile. */
  run<T>(task: ImportTask<T>): Promise<T>;
  /** A file of another form was made a catalog, before it is checked. */
  converted(conversion: Conversion): void;
  /** The files were read and checked: with errors, nothing more follows. */
  checked(reading: CatalogReading): void;
  /** The catalog was compared with the current one. Not called where the two are equal. */
  compared(difference: Difference): void;
}

export interface ImportOptions {
  /** Whether to compare only, and write nothing. */
  readonly dryRun: boolean;
  /** See ImportRecord; null if it is not given. */
  readonly importedBy?: string | null;
  /**
   * The sequence of the catalog that this one is meant to replace, 0 where nothing was imported; if not given, whichever is
   * current when the import begins.
   */
  readonly expectedSequence?: number | undefined;
  /** The folder of the documents from which lines are quoted; see readCatalog. */
  readonly sources?: string | undefined;
  /** What is said of files that are no catalogs yet; 'NEVER' if only catalogs are accepted. */
  readonly convert?: ConvertOptions | 'NEVER' | undefined;
}
