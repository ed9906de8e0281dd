import { pathsBetween, type Path, type Through } from '../../analysis/paths/paths.ts';
import { wordsTo } from '../../analysis/paths/path-sentence.ts';
import { graphNodeKinds, graphNodeOf } from '../../analysis/graph-nodes.ts';
import { itemAt } from '../../collections/item-at.ts';
import type { CatalogGraph } from '../../graph/catalog-graph.ts';
import type { EdgeKind } from '../../graph/nodes/edge-kind.ts';
import { isOfKinds, type Node } from '../../graph/nodes/node.ts';
import { mapInSteps, type Steps } from '../../scheduling/steps.ts';
import { pictureNode, type PictureNode } from '../nodes/picture-node.ts';

/** Which paths are wanted. What the fields mean is said by the GraphQL field `paths`; what is not given is as there. */
export interface PathsParameters {
  /** The node where the paths begin, by its id, title or name. */
  readonly from: string;
  /** Another node, where they end. */
  readonly to: string;
  /** The most edges of a path, 1 to 6; 4 where it is not given. */
  readonly maxLength?: number | undefined;
  /** DUTIES where it is not given. */
  readonly through?: Through | undefined;
  readonly edgeKinds?: readonly EdgeKind[] | undefined;
  /** The most paths, 1 to 20; 3 where it is not given. */
  readonly first?: number | undefined;
}

/** A path. Nodes are given by their positions in the list of nodes. */
export interface PicturedPath {
  readonly nodes: readonly number[];
  /** How each node leads to the next, e.g. "appears in". */
  readonly verbs: readonly string[];
  readonly sentence: string;
  /** How specific the path is, in bits. */
  readonly rarity: number;
}

/** How two nodes are connected. */
export interface PathsData {
  /** Of both ends. */
  readonly labels: readonly [from: string, to: string];
  /** All nodes of all paths, each once. */
  readonly nodes: readonly PictureNode[];
  /** The rarest first. All have the same length. */
  readonly paths: readonly PicturedPath[];
  /** Whether the search was given up before it was known whether there are paths; then there are none here. */
  readonly isGivenUp: boolean;
  /** What was found, in one or two sentences. */
  readonly summary: string;
  readonly maxLength: number;
}

/**
 * The paths of `pathsBetween`.
 *
 * @throws ArgumentError for unknown or ambiguous names, one node given twice, or a number or list out of its range.
 */
export function* pathsData(graph: CatalogGraph, parameters: PathsParameters): Steps<PathsData> {
  const { from, to, maxLength = 4, through = 'DUTIES', edgeKinds, first = 3 } = parameters;
  const { paths, truncated, summary } = yield* pathsBetween(graph, { from, to, maxLength, through, edgeKinds, first });
  const nodes = [...new Set(paths.flatMap((path) => path.nodes))];
  const positions = new Map(nodes.map((node, position) => [node, position]));
  return {
    labels: [graphNodeOf(graph, from, 'from').label, graphNodeOf(graph, to, 'to').label],
    nodes: yield* mapInSteps(nodes, (node) => picturedNode(graph, node)),
    paths: paths.map((path) => picturedPath(path, positions)),
    isGivenUp: truncated,
    summary,
    maxLength,
  };
}

function picturedNode(graph: CatalogGraph, node: Node): PictureNode {
  if (!isOfKinds(node, graphNodeKinds)) throw new Error(`No path goes through ${node.id}`);
  return pictureNode(graph, node);
}

function picturedPath({ nodes, edges, sentence, rarity }: Path, positions: ReadonlyMap<Node, number>): PicturedPath {
  return {
    nodes: nodes.map((node) => positions.get(node) ?? -1),
    verbs: edges.map((edge, index) => wordsTo(edge, itemAt(nodes, index))),
    sentence,
    rarity,
  };
}
