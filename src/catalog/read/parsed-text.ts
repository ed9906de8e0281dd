import type { DocumentPath } from '../document-path.ts';

/** A text that was parsed into plain data: mappings, lists, text, numbers, true, false and null. */
export interface ParsedText {
  readonly value: unknown;
  /**
   * Where in the text each path leads: to its key, or to its entry in a list; where nothing is there, to the nearest
   * place above. May take as long as parsing again, which is why places are looked up together, and only if needed.
   */
  offsetsOf(paths: readonly DocumentPath[]): number[];
}

/** Takes what is wrong with a text: where, and what. */
export type ReportProblem = (path: DocumentPath, offset: number, describe: () => string, see?: RelatedText) => void;

/** A place in a text that a reader needs as well. */
export interface RelatedText {
  readonly what: string;
  readonly path: DocumentPath;
  readonly offset: number;
}
