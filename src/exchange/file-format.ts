import type { ExchangedGraph } from './exchanged-graph.ts';

/** How a format says that edges have a direction. Most readers take a file whose edges are all of one sort. */
export const directions = ['directed', 'undirected', 'mixed'] as const;
export type Direction = (typeof directions)[number];

/** What an address may say about the form of the file. A format refuses what it does not take (see `parameters`). */
export interface FormatOptions {
  /** `directed` if it is not given: overlaps, too, have a source and a target then. */
  readonly direction?: Direction;
  /** The version of the format, where it has several, e.g. "1.2". */
  readonly version?: string;
  /** Whether a text begins with a byte order mark, which some spreadsheets need to read it as UTF-8. */
  readonly bom?: boolean;
}

/**
 * A form of file. Writing is pure and deterministic: the same graph and options give the same bytes. The parts are given out
 * one after the other, each some kilobytes long and made in about a millisecond, so that whoever sends them can wait for the
 * reader and give other requests a turn in between.
 */
export interface FileFormat {
  /** The end of the address and of the file's name, without the dot before it, e.g. "gexf" or "nodes.csv". */
  readonly ending: string;
  /** With its charset, if it is a text. */
  readonly mediaType: string;
  /** Its name, e.g. "GEXF 1.3". */
  readonly name: string;
  /** The tools that read it, for people who choose one, e.g. "Gephi, networkx". */
  readonly readers: string;
  /** What addresses may say about this format. */
  readonly parameters: readonly (keyof FormatOptions)[];
  /** The most nodes and edges together that it is written for; undefined if it can be as large as any selection. */
  readonly most?: number;
  readonly write: (graph: ExchangedGraph, options: FormatOptions) => Iterable<string | Uint8Array>;
}
