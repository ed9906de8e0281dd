import type { ExchangedGraph } from './exchanged-graph.ts';

/** What a file is, in sentences for formats that have a place for a comment: what was selected, what is missing, and of what. */
export function aboutGraph({ title, cut, catalog }: ExchangedGraph): string {
  const { name, version, revision } = catalog;
  return [`${title}.`, ...(cut === null ? [] : [cut]), `From ${name} ${version}, revision ${revision}.`].join(' ');
}
