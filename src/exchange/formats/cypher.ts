import { aboutGraph } from '../about.ts';
import { batchesOf, textsOfNodes, type NodeTexts } from '../batched-texts.ts';
import { cleanText } from '../../text/clean-text.ts';
import type { ExchangedGraph } from '../exchanged-graph.ts';
import type { FileFormat, Part } from '../file-format.ts';
import { withPauses } from '../pauses.ts';
import type { CatalogGraph } from '../../graph/catalog-graph.ts';
import type { NodeKind } from '../../graph/nodes/node-kind.ts';
import { ownNameOf, type Node } from '../../graph/nodes/node.ts';
import { GroupOverlap } from '../../graph/overlaps/group-overlap.ts';
import { roleOverlapOf } from '../../graph/overlaps/role-overlaps.ts';
import type { Edge } from '../../graph/selection/edges.ts';
import { filterInSteps, type Steps } from '../../scheduling/steps.ts';

/**
 * A script for a Neo4j of people's own, with labels, types and properties as in the database of Rolegraph. What is there
 * already is found by its id, so running a script again, or one of another selection, doubles nothing. The ids are those of
 * nodes with a label of their own: those that a Rolegraph server has stored in the same database are not touched.
 */
export const cypherScript: FileFormat = {
  ending: 'cypher',
  mediaType: 'application/x-cypher-query; charset=utf-8',
  name: 'Cypher script',
  readers: 'Neo4j (cypher-shell --file, Neo4j Browser)',
  parameters: {},
  write: parts,
};

/** The labels of kinds, as src/store/neo4j/write writes them. */
const labels: Readonly<Record<NodeKind, string>> = {
  SOURCE: 'Source',
  PILLAR: 'Pillar',
  ORGANIZATION_TYPE: 'OrganizationType',
  CATEGORY: 'Category',
  TOPIC: 'Topic',
  RESPONSIBILITY: 'Responsibility',
  ROLE: 'Role',
  APPEARANCE: 'Appearance',
};

/** The label under which ids are unique. */
const ownLabel = 'RolegraphNode';

/** How many nodes or relationships a statement has: parsing a longer one takes more time than sending a second one. */
const rowsPerStatement = 200;

async function* parts(graph: ExchangedGraph): AsyncGenerator<Part> {
  yield header(graph);
  for (const [kind, label] of Object.entries(labels)) {
    const nodes = yield* withPauses(filterInSteps(graph.nodes, (node) => node.kind === kind));
    for (const batch of batchesOf(nodes, rowsPerStatement)) {
      const texts = await textsOfNodes(graph, batch);
      const rows = batch.map((node) => literal(propertiesOf(node, texts)));
      yield statement(rows, `MERGE (node:${ownLabel} {id: row.id})\nSET node:${label}, node += row`);
    }
  }
  for (const edges of batchesOfKinds(graph.edges)) yield yield* withPauses(edgeStatement(graph.graph, edges));
}

function header(graph: ExchangedGraph): string {
  return [
    `// ${cleanText(aboutGraph(graph)).replaceAll(/\s+/g, ' ')}`,
    '// Run it with: cypher-shell --file FILE. You can run it again: nodes are found by their ids.',
    `// To remove everything that it has written: MATCH (node:${ownLabel}) DETACH DELETE node;`,
    '',
    '// The first label that a database sees becomes the first one of a node, by which tools choose colors.',
    `CREATE (node:${Object.values(labels).join(':')}) DELETE node;`,
    `CREATE CONSTRAINT rolegraph_node_id IF NOT EXISTS FOR (node:${ownLabel}) REQUIRE node.id IS UNIQUE;`,
    '',
  ].join('\n');
}

function statement(rows: readonly string[], clauses: string): string {
  return `UNWIND [\n  ${rows.join(',\n  ')}\n] AS row\n${clauses};\n`;
}

/** Edges are in the order of their kinds; those of a batch have one. */
function* batchesOfKinds(edges: Iterable<Edge>): Generator<readonly Edge[]> {
  for (const batch of batchesOf(edges, rowsPerStatement)) {
    for (const kind of new Set(batch.map((edge) => edge.kind))) yield batch.filter((edge) => edge.kind === kind);
  }
}

function* edgeStatement(graph: CatalogGraph, edges: readonly Edge[]): Steps<string> {
  const rows: string[] = [];
  for (const edge of edges) {
    rows.push(`[${literal(edge.source.id)}, ${literal(edge.target.id)}, ${relationshipOf(graph, edge)}]`);
    if (rows.length % 20 === 0) yield;
  }
  const kind = edges[0]?.kind ?? '';
  return statement(
    rows,
    `MATCH (source:${ownLabel} {id: row[0]}), (target:${ownLabel} {id: row[1]})\n` +
      `MERGE (source)-[edge:${kind}]->(target)\nSET edge += row[2]`,
  );
}

interface Properties {
  readonly [name: string]: Literal;
}
type Literal = string | number | null | readonly Literal[] | Properties;

/** What the database of Rolegraph has of a node, too. What the catalog does not say is null, which removes what was there. */
function propertiesOf(node: Node, { summaryOf, ofAppearance }: NodeTexts): Properties {
  const common = { id: node.id, name: ownNameOf(node) };
  switch (node.kind) {
    case 'SOURCE':
      return {
        ...common,
        slug: node.slug,
        title: node.title,
        document: node.document,
        url: node.url,
        summary: node.summary,
      };
    case 'APPEARANCE': {
      const { titles, summary, note, quote } = ofAppearance(node);
      const { line = null, row = null, anchor = null } = node.reference ?? {};
      return { ...common, titles, summary, note, quote, line, row, anchor };
    }
    case 'ROLE': {
      const { slug, title, qualifier, alternateTitles, hiddenTitles, externalId, sameAs } = node;
      const titles = { title, qualifier, alternateTitles, hiddenTitles };
      return { ...common, slug, ...titles, externalId, sameAs, summary: summaryOf(node) };
    }
    case 'RESPONSIBILITY':
    case 'TOPIC': {
      const { slug, hiddenNames, externalId, sameAs } = node;
      return { ...common, slug, hiddenNames, externalId, sameAs, summary: summaryOf(node) };
    }
    case 'CATEGORY': {
      const { slug, externalId, sameAs, relation } = node;
      return { ...common, slug, externalId, sameAs, relation };
    }
    case 'PILLAR':
    case 'ORGANIZATION_TYPE': {
      const { slug, externalId, sameAs, summary } = node;
      return { ...common, slug, externalId, sameAs, summary };
    }
  }
}

/** The properties of a relationship as Cypher writes them: the weight, and of overlaps the numbers behind it. */
function relationshipOf(graph: CatalogGraph, { kind, source, target, weight }: Edge): string {
  if (kind === 'PART_OF' || kind === 'ABOUT') return '{}';
  if (source.kind === 'ROLE' && target.kind === 'ROLE') {
    const overlap = roleOverlapOf(graph, source, target);
    const [score, shared] = [decimal(overlap.score), decimal(overlap.sharedWeight)];
    return `{weight: ${score}, score: ${score}, sharedWeight: ${shared}, totalWeight: ${decimal(overlap.totalWeight)}}`;
  }
  if (source.kind === 'PILLAR' && target.kind === 'PILLAR') {
    const { jaccard, overlapCoefficient, sharedRoleCount, unionRoleCount } = new GroupOverlap(graph, [source, target]);
    const [score, coefficient] = [decimal(jaccard), decimal(overlapCoefficient)];
    const counts = `sharedRoleCount: ${sharedRoleCount}, unionRoleCount: ${unionRoleCount}`;
    return `{weight: ${score}, jaccard: ${score}, overlapCoefficient: ${coefficient}, ${counts}}`;
  }
  return `{weight: ${weight}}`;
}

/** Neo4j takes a number without a fraction for an integer. */
function decimal(number: number): string {
  return Number.isInteger(number) ? `${number}.0` : String(number);
}

/** A value as Cypher writes it. */
function literal(value: Literal): string {
  if (value === null) return 'null';
  if (typeof value === 'string')
    return `'${cleanText(value).replaceAll(/[\\'\n\r\t]/g, (character) => escapes[character] ?? '')}'`;
  if (typeof value === 'number') return String(value);
  if (isList(value)) return `[${value.map(literal).join(', ')}]`;
  const entries = Object.entries(value).map(([name, each]) => `${name}: ${literal(each)}`);
  return `{${entries.join(', ')}}`;
}

const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', "'": "\\'", '\n': '\\n', '\r': '\\r', '\t': '\\t' };

function isList(value: readonly Literal[] | Properties): value is readonly Literal[] {
  return Array.isArray(value);
}
