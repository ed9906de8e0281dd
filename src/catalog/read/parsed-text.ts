import type { DocumentPath } from '../document-path.ts';

/** A text parsed to plain data: mappings, lists, text, numbers, true, false and null. */
export interface ParsedText {
  readonly value: unknown;
  /** Walks through the text again, which takes as long as parsing it, but needs no memory in between. */
  readonly walk: (visitor: DocumentVisitor) => void;
}

/**
 * Receives the parts of a document in the order of its text. Offsets are those of the first character. `path` leads to the
 * part and may be called only during the event.
 */
export interface DocumentVisitor {
  /** A list or mapping begins. */
  opened(offset: number, isMapping: boolean, path: () => DocumentPath): void;
  closed(): void;
  /** A key of the mapping that was opened last and is not closed yet. */
  key(key: string, offset: number, path: () => DocumentPath): void;
  /** A text, number, true, false or null, or an alias in YAML. */
  scalar(offset: number): void;
}

/** Reports a problem of a text that does not end reading: where it is, and what. */
export type ReportProblem = (path: DocumentPath, offset: number, describe: () => string, see?: RelatedText) => void;

/** Another position in the text that the reader needs. */
export interface RelatedText {
  readonly what: string;
  readonly path: DocumentPath;
  readonly offset: number;
}

/** A problem because of which a text cannot be parsed. */
export class UnreadableText extends Error {
  readonly path: DocumentPath;
  readonly offset: number;

  constructor(path: DocumentPath, offset: number, message: string) {
    super(message);
    this.path = path;
    this.offset = offset;
  }
}
