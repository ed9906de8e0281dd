import type { DocumentPath } from '../document-path.ts';

/** A text parsed to plain data: mappings, lists, text, numbers, true, false and null. */
export interface ParsedText {
  readonly value: unknown;
  /**
   * The offset of each path in the text: that of its key or list entry, or of the nearest ancestor that exists. May take
   * as long as parsing again, so look up all paths together, and only if needed.
   */
  offsetsOf(paths: readonly DocumentPath[]): number[];
}

/** Reports a problem of a text: where it is, and what. */
export type ReportProblem = (path: DocumentPath, offset: number, describe: () => string, see?: RelatedText) => void;

/** Another position in the text that the reader needs. */
export interface RelatedText {
  readonly what: string;
  readonly path: DocumentPath;
  readonly offset: number;
}
