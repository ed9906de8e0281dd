import { matchingKey } from '../../text/matching-key.ts';
import type { CatalogGraph } from '../catalog-graph.ts';
import { nodeId } from '../nodes/node-id.ts';
import { nodeKinds, type NodeKind } from '../nodes/node-kind.ts';
import { isOfKinds, type Category, type Node, type NodeOfKind } from '../nodes/node.ts';
import { listedKinds } from '../search/name-index.ts';

/** What a text means that may be an id, a title or a name. */
export type ResolvedName<T extends Node> =
  | { readonly kind: 'FOUND'; readonly node: T }
  /** Several nodes have it as their title or name, at least two. */
  | { readonly kind: 'AMBIGUOUS'; readonly nodes: readonly T[] }
  /** Only a node of a kind that is not wanted has it. */
  | { readonly kind: 'OTHER_KIND'; readonly node: Node }
  /** It is an id that is no longer used, and not exactly one node replaces it. */
  | { readonly kind: 'RETIRED'; readonly replacedBy: readonly Node[] }
  | { readonly kind: 'UNKNOWN' };

/**
 * The node of some kinds that a text means. The first of these that finds any decides:
 *
 * 1. the id: "pillar:security"; one that is no longer used means the only node that replaces it;
 * 2. a title or name, as NameIndex compares them: "Security", "Architecture & Engineering (Sustainability)";
 * 3. the slug: "msp";
 * 4. a kind with a title, name or slug: "organization-type:Vendor";
 * 5. a category after its owner, each by name or slug: "Sustainability/Architecture & Engineering".
 *
 * Appearances have no names, only ids.
 */
export function resolveName<K extends NodeKind>(
  graph: CatalogGraph,
  given: string,
  kinds: readonly K[],
): ResolvedName<NodeOfKind<K>> {
  const [first, ...others] = nodesMeant(graph, given, kinds);
  if (first !== undefined) {
    return others.length === 0 ? { kind: 'FOUND', node: first } : { kind: 'AMBIGUOUS', nodes: [first, ...others] };
  }
  const [other] = nodesMeant(graph, given, nodeKinds);
  if (other !== undefined) return { kind: 'OTHER_KIND', node: other };
  const replacedBy = graph.replacementsOf(given.trim());
  return replacedBy === undefined ? { kind: 'UNKNOWN' } : { kind: 'RETIRED', replacedBy };
}

/** The kind at the beginning of an id, or of what looks like one, and the rest. Undefined if it begins with no kind. */
export function splitId(text: string): { readonly kind: NodeKind; readonly rest: string } | undefined {
  const end = text.indexOf(':') + 1;
  const prefix = text.slice(0, end).trim().toLowerCase().replaceAll(/[ _]/g, '-');
  const kind = nodeKinds.find((each) => nodeId(each, '') === prefix);
  return kind && { kind, rest: text.slice(end).trim() };
}

function nodesMeant<K extends NodeKind>(
  graph: CatalogGraph,
  given: string,
  kinds: readonly K[],
): readonly NodeOfKind<K>[] {
  const text = given.trim();
  const node = graph.currentNode(text);
  if (node !== undefined) return isOfKinds(node, kinds) ? [node] : [];
  const named = nodesNamed(graph, text, kinds);
  if (named.length > 0) return named;
  const id = splitId(text);
  const ofKind = kinds.filter((kind) => kind === id?.kind);
  const byKind = id === undefined ? [] : nodesNamed(graph, id.rest, ofKind);
  if (byKind.length > 0) return byKind;
  return categoriesOfOwner(graph, id === undefined ? text : id.rest).filter((category) =>
    isOfKinds(category, id === undefined ? kinds : ofKind),
  );
}

/** The nodes of some kinds that have a title, a name or else a slug. */
function nodesNamed<K extends NodeKind>(
  graph: CatalogGraph,
  text: string,
  kinds: readonly K[],
): readonly NodeOfKind<K>[] {
  const isWanted = (node: Node) => isOfKinds(node, kinds);
  const named: readonly Node[] = graph.names.meant(text, listedKinds, isWanted);
  return (named.length > 0 ? named : withSlug(graph, text.toLowerCase())).filter((node) => isOfKinds(node, kinds));
}

function withSlug(graph: CatalogGraph, slug: string): readonly Node[] {
  const nodes = nodeKinds.flatMap((kind) => graph.node(nodeId(kind, slug)) ?? []);
  return [...nodes, ...graph.categories.filter((category) => category.slug === slug)];
}

/** The categories that "owner/category" means, each part by name or slug. */
function categoriesOfOwner(graph: CatalogGraph, text: string): readonly Category[] {
  const slash = text.indexOf('/');
  if (slash < 0) return [];
  const owners = nodesNamed(graph, text.slice(0, slash).trim(), ['PILLAR', 'ORGANIZATION_TYPE']);
  const name = text.slice(slash + 1).trim();
  const [key, slug] = [matchingKey(name), name.toLowerCase()];
  const categories = owners.flatMap((owner) => owner.categories);
  const named = categories.filter((category) => key !== '' && matchingKey(category.name) === key);
  return [...new Set(named.length > 0 ? named : categories.filter((category) => category.slug === slug))];
}
