import type { ExchangedGraph } from './exchanged-graph.ts';

/**
 * What a file says about the direction of its edges: that all have one, that none has one, or of each edge what is true.
 * Most readers take only files whose edges are all of one sort.
 */
export type Direction = 'directed' | 'undirected' | 'mixed';

/** What an address may say about the form of the file. */
export interface FormatOptions {
  readonly direction?: Direction;
  /** The version of the format, e.g. "1.2". */
  readonly version?: string;
  /** Whether a text begins with a byte order mark, which some spreadsheets need to read it as UTF-8. */
  readonly bom?: boolean;
}

/** For each option that a format takes, the values that it takes; the first one is the default. */
export type FormatParameters = {
  readonly [Name in keyof FormatOptions]: readonly NonNullable<FormatOptions[Name]>[];
};

/** A part of a file. Texts are in UTF-8. An empty part is a pause in work that takes longer than a millisecond. */
export type Part = string | Uint8Array;

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
  readonly parameters: FormatParameters;
  /** The largest graph that it is written for; without it, any. See `refusalOf`. */
  readonly most?: GraphSize;
  /** Asynchronous where texts are read from the store, or a library is. */
  readonly write: (graph: ExchangedGraph, options: FormatOptions) => Iterable<Part> | AsyncIterable<Part>;
}

/**
 * The largest graph for the forms that a browser reads as a whole, or that a tool lays out at once: files of some 100 MB, in
 * which these tools take minutes.
 */
export const mostDrawn: GraphSize = { nodes: 50_000, edges: 250_000 };

/** A limit of a format. What is not given is not limited. */
export interface GraphSize {
  readonly nodes?: number;
  readonly edges?: number;
}

/** Why a format is not written for a graph and what to do about it; null if it is. */
export function refusalOf(
  { name, most = {} }: FileFormat,
  graph: Readonly<Record<'nodes' | 'edges', { readonly length: number }>>,
): string | null {
  for (const things of ['nodes', 'edges'] as const) {
    const limit = most[things];
    const count = graph[things].length;
    if (limit === undefined || count <= limit) continue;
    const [allowed, found] = [limit, count].map((number) => number.toLocaleString('en-US'));
    return (
      `The selection has ${found} ${things}, and ${name} can have at most ${allowed}. ` +
      'Narrow the selection with roots, depth, nodeKinds, edgeKinds, minOverlap or maxNodes, or choose another format.'
    );
  }
  return null;
}
