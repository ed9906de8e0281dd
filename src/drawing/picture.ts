import type { Mark } from './scene/scene.ts';

/**
 * What a picture shows, before its heading and foot are set around it: a sentence first, then the content.
 *
 * Every kind of picture is two functions: one from the graph to plain data, in steps, and one from this data and a width to a
 * Drawing. The second knows no graph, so that a page can draw what it has received.
 */
export interface Drawing {
  /** The answer as a short sentence without a full stop, e.g. "139 roles, where they stand and what they share". */
  readonly title: string;
  /** What else is worth saying first, in full sentences. */
  readonly lead: string;
  /** The answer in full sentences, for people who do not see the picture. */
  readonly description: string;
  /** Within the given width; the origin is the top left corner of the content. */
  readonly marks: readonly Mark[];
  readonly height: number;
  /** What is left out, and other remarks, in full sentences; below the content. */
  readonly remarks: readonly string[];
}

/** How wide the content of a picture is drawn, in pixels. */
export interface DrawingOptions {
  readonly width: number;
}

/** The same as a table: for a sheet, and for people who do not see pictures. */
export interface PictureTable {
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
}
