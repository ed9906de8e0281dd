import type { CatalogGraph } from '../graph/catalog-graph.ts';
import { nodesOf } from '../graph/named-nodes.ts';
import { nodeKinds } from '../graph/nodes/node-kind.ts';
import type { Node } from '../graph/nodes/node.ts';
import { defaultSelection, type GraphSelection, type SelectedGraph } from '../graph/selection/graph-selection.ts';
import type { View } from '../graph/selection/views.ts';
import { inWords } from '../text/in-words.ts';
import { grouped } from '../text/quoted-text.ts';

/** How many roots a title names; a file name has the first of them. */
const mostNamed = 3;
/** The longest file name, in characters, without its ending. */
const longestName = 80;

/** What was selected, as a title: "DevOps Engineer, depth 2", "Overlaps of roles" or "The whole catalog". */
export function titleOf(graph: CatalogGraph, selection: GraphSelection, view: View | undefined): string {
  const roots = rootsOf(graph, selection);
  const isOfKinds = view === undefined && (selection.nodeKinds != null || selection.edgeKinds != null);
  const kinds = isOfKinds ? ['selected kinds'] : [];
  if (roots.length === 0) return [view?.title ?? 'The whole catalog', ...kinds].join(', ');
  const named = inWords(
    roots.map(({ label }) => label),
    mostNamed,
  );
  const depth = selection.depth === defaultSelection.depth ? [] : [`depth ${selection.depth}`];
  return [named, ...depth, ...(view === undefined ? [] : [`view ${view.name}`]), ...kinds].join(', ');
}

/**
 * The name of the file, in ASCII: "rolegraph-devops-engineer-depth-2.gexf", or "rolegraph.gexf" for the whole catalog.
 *
 * @param ending of the format.
 */
export function fileNameOf(
  graph: CatalogGraph,
  selection: GraphSelection,
  view: View | undefined,
  ending: string,
): string {
  const [first, ...others] = rootsOf(graph, selection);
  const parts = [
    'rolegraph',
    ...(first === undefined ? [] : [first.id.slice(first.id.indexOf(':') + 1)]),
    ...(others.length === 0 ? [] : [`and-${others.length}-more`]),
    ...(first === undefined || selection.depth === defaultSelection.depth ? [] : [`depth-${selection.depth}`]),
    ...(view === undefined ? [] : [view.name]),
  ];
  const name = parts.join('-').replace(/[^a-z\d]+/gi, '-');
  return `${name.slice(0, longestName).replace(/-$/, '')}.${ending}`;
}

function rootsOf(graph: CatalogGraph, { roots }: GraphSelection): readonly Node[] {
  return roots == null || roots.length === 0 ? [] : nodesOf(graph, roots, 'roots', nodeKinds);
}

/**
 * What a limit has left out, as a sentence; null if nothing.
 *
 * @param more how to get more.
 */
export function cutOf(
  { nodes, truncated }: Pick<SelectedGraph, 'nodes' | 'truncated'>,
  selection: GraphSelection,
  { mostElements, setting }: { readonly mostElements: number; readonly setting: string },
): string | null {
  if (!truncated) return null;
  const kept = `This is not the whole selection: it has the first ${grouped(nodes.length)} nodes, those nearest to the roots and of most edges`;
  return nodes.length >= selection.maxNodes
    ? `${kept}, because maxNodes is ${grouped(selection.maxNodes)}.`
    : `${kept}, because a file can have at most ${grouped(mostElements)} nodes and edges (${setting}).`;
}
