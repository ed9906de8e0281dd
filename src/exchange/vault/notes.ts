import { stringify } from 'yaml';
import { inWords } from '../../text/in-words.ts';
import {
  isGroup,
  kindNames,
  type Appearance,
  type Node,
  type Responsibility,
  type Role,
  type RoleGroup,
  type Topic,
} from '../../graph/nodes/node.ts';
import type { EdgeList } from '../../graph/selection/edge-list.ts';
import type { Edge } from '../../graph/selection/edges.ts';
import { batchesOf, textsOfNodes, type NodeTexts } from '../batched-texts.ts';
import { cleanText } from '../clean-text.ts';
import type { ExchangedGraph } from '../exchanged-graph.ts';
import type { ZippedFile } from '../zip.ts';
import { blockText, inlineText, pageLink, wikiLink } from './markdown.ts';
import { noteFolders, notePathsOf } from './note-names.ts';

/** How many notes are made between two reads of texts: roles bring their lines with them. */
const notesPerBatch = 250;

/** What notes are made from. */
interface Vault {
  readonly graph: ExchangedGraph;
  readonly paths: ReadonlyMap<Node, string>;
  readonly overlapsOf: ReadonlyMap<Node, readonly Edge[]>;
}

/** A note for each role, group and topic of a selection, and one that says what the vault is and leads to the others. */
export async function* notesOf(graph: ExchangedGraph): AsyncGenerator<ZippedFile> {
  const vault = { graph, paths: notePathsOf(graph.nodes), overlapsOf: overlapsByNode(graph.edges) };
  yield file('Catalog', catalogNote(vault));
  for (const batch of batchesOf(vault.paths.keys(), notesPerBatch)) {
    const lines = batch.flatMap((node) => (node.kind === 'ROLE' ? node.appearances : []));
    const texts = await textsOfNodes(graph, [...batch, ...lines]);
    for (const node of batch) yield file(vault.paths.get(node) ?? node.id, noteOf(vault, node, texts));
  }
}

function file(path: string, text: string): ZippedFile {
  return { name: `${path}.md`, parts: [text] };
}

function overlapsByNode(edges: EdgeList): ReadonlyMap<Node, readonly Edge[]> {
  const byNode = new Map<Node, Edge[]>();
  for (const edge of edges.ofKind('OVERLAPS_WITH')) {
    for (const node of [edge.source, edge.target]) {
      const overlaps = byNode.get(node);
      if (overlaps === undefined) byNode.set(node, [edge]);
      else overlaps.push(edge);
    }
  }
  return byNode;
}

function catalogNote({ graph, paths }: Vault): string {
  const { catalog, title, cut, importedAt, address } = graph;
  const matter = {
    version: catalog.version,
    revision: catalog.revision,
    imported: importedAt.toISOString(),
    selection: title,
    ...(address !== null && { address }),
  };
  const lists = Object.entries(noteFolders).map(([kind, folder]) => {
    const links = Array.from(paths, ([node, path]) => ({ node, path })).filter(({ node }) => node.kind === kind);
    return section(
      folder,
      sortedByIndex(links).map(({ node, path }) => wikiLink(path, node.label)),
    );
  });
  return note(matter, catalog.name, [cut === null ? '' : `${inlineText(cut)}\n`, ...lists]);
}

function sortedByIndex<T extends { readonly node: Node }>(items: readonly T[]): readonly T[] {
  return items.toSorted((a, b) => a.node.index - b.node.index);
}

function noteOf(vault: Vault, node: Node, texts: NodeTexts): string {
  const summary = texts.summaryOf(node);
  const parts = [
    summary === null ? '' : `${blockText(summary)}\n`,
    ...(node.kind === 'ROLE' ? roleSections(vault, node, texts) : []),
    ...(node.kind === 'TOPIC' ? topicSections(vault, node) : []),
    ...(isGroup(node) ? groupSections(vault, node) : []),
    section('Overlaps', overlapItems(vault, node)),
  ];
  return note(matterOf(node), node.label, parts);
}

/** What is in front of the text: properties, by which tools filter and tables are made. */
function matterOf(node: Node) {
  const { id, kind } = node;
  const identity = 'externalId' in node ? { externalId: node.externalId, sameAs: node.sameAs } : {};
  const names = (nodes: readonly { readonly name: string }[]) => nodes.map(({ name }) => name);
  const ofRole =
    node.kind === 'ROLE'
      ? {
          aliases: node.alternateTitles,
          pillars: names(node.pillars),
          organizationTypes: names(node.organizationTypes),
        }
      : {};
  return { id, tags: [kindNames[kind].replaceAll(' ', '-')], ...ofRole, ...identity };
}

function roleSections(vault: Vault, role: Role, texts: NodeTexts): readonly string[] {
  const withTopics = (responsibility: Responsibility) =>
    withAfter(
      inlineText(responsibility.name),
      responsibility.topics.map((topic) => linkTo(vault, topic)),
    );
  const only = (kind: 'CONSULTED' | 'INFORMED') =>
    role.responsibilitiesInvolving([kind]).filter((each) => !role.performs(each));
  return [
    section('Responsibilities', role.responsibilities.map(withTopics)),
    section('Consulted on', only('CONSULTED').map(withTopics)),
    section('Informed about', only('INFORMED').map(withTopics)),
    section(
      'Where it appears',
      role.appearances.map((appearance) => appearanceItem(vault, appearance, texts)),
    ),
  ];
}

function appearanceItem(vault: Vault, appearance: Appearance, texts: NodeTexts): string {
  const { category, place, reference, responsibilities } = appearance;
  const { note: added, quote } = texts.ofAppearance(appearance);
  const url = reference?.url ?? null;
  const under = [...category.owners, category].map((node) => linkTo(vault, node)).join(', ');
  const duties = responsibilities.map(({ name }) => inlineText(name)).join('; ');
  return [
    `${under}: ${url === null ? inlineText(place) : pageLink(url, place)}`,
    ...(duties === '' ? [] : [`    - ${duties}`]),
    ...(added === null ? [] : [`    - Note: ${inlineText(added)}`]),
    ...(quote === null ? [] : [`    - "${inlineText(quote)}"`]),
  ].join('\n');
}

function topicSections(vault: Vault, topic: Topic): readonly string[] {
  const items = topic.responsibilities.map((responsibility) =>
    withAfter(
      inlineText(responsibility.name),
      responsibility.roles.map((role) => linkTo(vault, role)),
    ),
  );
  return [section('Responsibilities', items)];
}

function groupSections(vault: Vault, group: RoleGroup): readonly string[] {
  const categories = group.kind === 'CATEGORY' ? [] : group.categories;
  const owners = group.kind === 'CATEGORY' ? group.owners : [];
  return [
    section(
      'Part of',
      owners.map((owner) => linkTo(vault, owner)),
    ),
    section(
      'Categories',
      categories.map((category) => linkTo(vault, category)),
    ),
    section(
      'Roles',
      group.roles.map((role) => linkTo(vault, role)),
    ),
  ];
}

/** The strongest first. */
function overlapItems({ graph, paths, overlapsOf }: Vault, node: Node): readonly string[] {
  const overlaps = overlapsOf.get(node) ?? [];
  return overlaps
    .toSorted((a, b) => b.weight - a.weight)
    .map(({ source, target, weight }) => {
      const other = source === node ? target : source;
      const shared = node.kind === 'ROLE' && other.kind === 'ROLE' ? sharedNames(node, other) : '';
      return `${linkTo({ graph, paths, overlapsOf }, other)} (${weight.toFixed(2)})${shared}`;
    });
}

function sharedNames(role: Role, other: Role): string {
  const ofOther = new Set(other.responsibilities);
  const shared = role.responsibilities.filter((each) => ofOther.has(each)).map(({ name }) => inlineText(name));
  return shared.length === 0 ? '' : `: ${inWords(shared)}`;
}

/** A link to the note of a node; its name if the selection has no such note. */
function linkTo({ paths }: Vault, node: Node): string {
  const path = paths.get(node);
  return path === undefined ? inlineText(node.label) : wikiLink(path, node.label);
}

function withAfter(text: string, links: readonly string[]): string {
  return links.length === 0 ? text : `${text}: ${links.join(', ')}`;
}

function section(heading: string, items: readonly string[]): string {
  return items.length === 0 ? '' : `## ${heading}\n\n${items.map((item) => `- ${item}\n`).join('')}`;
}

/** @param matter values that are null or empty lists are left out. */
function note(matter: Readonly<Record<string, unknown>>, title: string, parts: readonly string[]): string {
  const given = Object.entries(matter).filter(
    ([, value]) => value !== null && !(Array.isArray(value) && value.length === 0),
  );
  const front = cleanText(stringify(Object.fromEntries(given), { lineWidth: 0 }));
  return [`---\n${front}---\n\n# ${inlineText(title)}\n`, ...parts.filter((part) => part !== '')].join('\n');
}
