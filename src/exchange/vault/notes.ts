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
import { collectInSteps, forEachInSteps, mapInSteps, type Steps } from '../../scheduling/steps.ts';
import { batchesOf, textsOfNodes, type NodeTexts } from '../batched-texts.ts';
import { inChunks } from '../../text/chunks.ts';
import { cleanText } from '../../text/clean-text.ts';
import type { ExchangedGraph } from '../exchanged-graph.ts';
import { withPauses, type Pause } from '../pauses.ts';
import type { ZippedFile } from '../zip.ts';
import { blockText, inlineText, pageLink, wikiLink } from './markdown.ts';
import { noteFolders, notePathsOf } from './note-names.ts';

/** How many notes are made between two reads of texts: roles bring their lines with them. */
const notesPerBatch = 250;

/** A part of a note, in texts that follow each other, because there may be one for each role; empty for nothing. */
type Section = readonly string[];

/** What notes are made from. */
interface Vault {
  readonly graph: ExchangedGraph;
  readonly paths: ReadonlyMap<Node, string>;
  readonly overlapsOf: ReadonlyMap<Node, readonly Edge[]>;
}

/** A note for each role, group and topic of a selection, and one that says what the vault is and leads to the others. */
export async function* notesOf(graph: ExchangedGraph): AsyncGenerator<ZippedFile | Pause> {
  const paths = yield* withPauses(notePathsOf(graph.nodes));
  const overlapsOf = yield* withPauses(overlapsByNode(graph.edges));
  const vault = { graph, paths, overlapsOf };
  yield file('Catalog', yield* withPauses(catalogNote(vault)));
  for (const batch of batchesOf(vault.paths.keys(), notesPerBatch)) {
    const lines = batch.flatMap((node) => (node.kind === 'ROLE' ? node.appearances : []));
    const texts = await textsOfNodes(graph, [...batch, ...lines]);
    for (const node of batch) {
      yield file(vault.paths.get(node) ?? node.id, yield* withPauses(noteOf(vault, node, texts)));
    }
  }
}

function file(path: string, texts: Iterable<string>): ZippedFile {
  return { name: `${path}.md`, parts: inChunks(texts) };
}

function* overlapsByNode(edges: EdgeList): Steps<ReadonlyMap<Node, readonly Edge[]>> {
  const byNode = new Map<Node, Edge[]>();
  const overlaps = yield* collectInSteps(edges.ofKind('OVERLAPS_WITH'));
  yield* forEachInSteps(overlaps, (edge) => {
    for (const node of [edge.source, edge.target]) {
      const ofNode = byNode.get(node);
      if (ofNode === undefined) byNode.set(node, [edge]);
      else ofNode.push(edge);
    }
  });
  return byNode;
}

function* catalogNote({ graph, paths }: Vault): Steps<readonly string[]> {
  const { catalog, title, cut, importedAt, address } = graph;
  const matter = {
    version: catalog.version,
    revision: catalog.revision,
    imported: importedAt.toISOString(),
    selection: title,
    ...(address !== null && { address }),
  };
  const lists: Section[] = [];
  for (const [kind, folder] of Object.entries(noteFolders)) {
    const links = Array.from(paths, ([node, path]) => ({ node, path })).filter(({ node }) => node.kind === kind);
    links.sort((a, b) => a.node.index - b.node.index);
    lists.push(section(folder, yield* mapInSteps(links, ({ node, path }) => wikiLink(path, node.label))));
  }
  return note(matter, catalog.name, [cut === null ? [] : [`${inlineText(cut)}\n`], ...lists]);
}

function* noteOf(vault: Vault, node: Node, texts: NodeTexts): Steps<readonly string[]> {
  const summary = texts.summaryOf(node);
  const sections = [
    summary === null ? [] : [`${blockText(summary)}\n`],
    ...(node.kind === 'ROLE' ? roleSections(vault, node, texts) : []),
    ...(node.kind === 'TOPIC' ? [yield* topicSection(vault, node)] : []),
    ...(isGroup(node) ? yield* groupSections(vault, node) : []),
    section('Overlaps', yield* overlapItems(vault, node)),
  ];
  return note(matterOf(node), node.label, sections);
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

function roleSections(vault: Vault, role: Role, texts: NodeTexts): readonly Section[] {
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

function* topicSection(vault: Vault, topic: Topic): Steps<Section> {
  const items: string[] = [];
  for (const { name, roles } of topic.responsibilities) {
    items.push(withAfter(inlineText(name), yield* linksTo(vault, roles)));
    yield;
  }
  return section('Responsibilities', items);
}

function* groupSections(vault: Vault, group: RoleGroup): Steps<readonly Section[]> {
  const categories = group.kind === 'CATEGORY' ? [] : group.categories;
  const owners = group.kind === 'CATEGORY' ? group.owners : [];
  return [
    section('Part of', yield* linksTo(vault, owners)),
    section('Categories', yield* linksTo(vault, categories)),
    section('Roles', yield* linksTo(vault, group.roles)),
  ];
}

/** The strongest first. */
function* overlapItems(vault: Vault, node: Node): Steps<readonly string[]> {
  const overlaps = vault.overlapsOf.get(node) ?? [];
  const items: string[] = [];
  for (const { source, target, weight } of overlaps.toSorted((a, b) => b.weight - a.weight)) {
    const other = source === node ? target : source;
    const shared = node.kind === 'ROLE' && other.kind === 'ROLE' ? sharedNames(node, other) : '';
    items.push(`${linkTo(vault, other)} (${weight.toFixed(2)})${shared}`);
    yield;
  }
  return items;
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

function linksTo(vault: Vault, nodes: readonly Node[]): Steps<readonly string[]> {
  return mapInSteps(nodes, (node) => linkTo(vault, node));
}

function withAfter(text: string, links: readonly string[]): string {
  return links.length === 0 ? text : `${text}: ${links.join(', ')}`;
}

function section(heading: string, items: readonly string[]): Section {
  return items.length === 0 ? [] : [`## ${heading}\n\n`, ...items.map((item) => `- ${item}\n`)];
}

/** @param matter values that are null or empty lists are left out. */
function note(
  matter: Readonly<Record<string, unknown>>,
  title: string,
  sections: readonly Section[],
): readonly string[] {
  const given = Object.entries(matter).filter(
    ([, value]) => value !== null && !(Array.isArray(value) && value.length === 0),
  );
  const front = cleanText(stringify(Object.fromEntries(given), { lineWidth: 0 }));
  const texts = sections.filter(({ length }) => length > 0).flatMap((each) => ['\n', ...each]);
  return [`---\n${front}---\n\n# ${inlineText(title)}\n`, ...texts];
}
