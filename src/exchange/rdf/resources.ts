import { listAt } from '../../collections/lists.ts';
import { involvements, type Involvement } from '../../graph/nodes/involvement.ts';
import { edgeKinds, type EdgeKind } from '../../graph/nodes/edge-kind.ts';
import { NodeNumbers } from '../../graph/nodes/node-numbers.ts';
import type { Appearance, Node, Source } from '../../graph/nodes/node.ts';
import { roleOverlapOf } from '../../graph/overlaps/role-overlaps.ts';
import { appearancesBehind, type Edge } from '../../graph/selection/edges.ts';
import { forEachInSteps, type Steps } from '../../scheduling/steps.ts';
import { batchesOf, textsOfNodes, type NodeTexts } from '../batched-texts.ts';
import { cleanText } from '../../text/clean-text.ts';
import type { ExchangedGraph } from '../exchanged-graph.ts';
import { withPauses, type Pause } from '../pauses.ts';
import { terms, type Curie, type Property, type Resource, type Term } from './terms.ts';

/** How many nodes are described between two reads of texts: roles bring their lines with them. */
const nodesPerBatch = 250;

/**
 * What RDF says about a selection: the catalog, each node with its edges, each line that names one of the roles, and each
 * overlap as an object of its own, because only an object can have a score and say what it was derived from.
 *
 * @returns the resources, with pauses in between: lines that a role has brought already make none for long.
 */
export async function* resourcesOf(graph: ExchangedGraph): AsyncGenerator<Resource | Pause> {
  const edgesFrom = yield* withPauses(edgesBySource(graph));
  yield catalogResource(graph);
  const written = new NodeNumbers(graph.graph);
  const referred = new Set<Source>();
  for (const batch of batchesOf(graph.nodes, nodesPerBatch)) {
    // A selection that shows lines has them twice.
    const nodes = batch
      .flatMap((node): Node[] => (node.kind === 'ROLE' ? [node, ...node.appearances] : [node]))
      .filter((node) => written.of(node) === 0);
    const texts = await textsOfNodes(graph, nodes);
    for (const node of nodes) {
      if (written.of(node) > 0) continue;
      if (node.kind === 'APPEARANCE' || node.kind === 'SOURCE') written.set(node, 1);
      if (node.kind === 'APPEARANCE' && node.reference !== null) referred.add(node.reference.source);
      yield nodeResource(graph, node, texts, edgesFrom(node));
    }
    yield '';
  }
  const { summaryOf } = await textsOfNodes(graph, []);
  for (const source of referred) {
    if (written.of(source) === 0) yield sourceResource(graph, source, summaryOf(source));
  }
  for (const edge of graph.edges.ofKind('OVERLAPS_WITH')) yield overlapResource(graph, edge);
}

/** Finds the edges that a node is the source of; none of a node that is not selected. */
type EdgesBySource = (node: Node) => readonly Edge[];

function* edgesBySource({ graph, nodes, edges }: ExchangedGraph): Steps<EdgesBySource> {
  const places = new NodeNumbers(graph);
  yield* forEachInSteps(nodes, (node, index) => {
    places.set(node, index + 1);
  });
  const indexes = yield* edges.indexesBySource();
  return (node) => Array.from(listAt(indexes, places.of(node) - 1), (index) => edges.edge(index));
}

type Base = Pick<ExchangedGraph, 'baseIri'>;

function iriOf({ baseIri }: Base, { id }: Node): string {
  return baseIri + id;
}

function catalogIri({ baseIri }: Base): string {
  return `${baseIri}catalog`;
}

function catalogResource(graph: ExchangedGraph): Resource {
  const { catalog, title, cut, importedAt, address } = graph;
  return resource(
    catalogIri(graph),
    ['skos:ConceptScheme'],
    [
      of(terms.title, catalog.name),
      of(terms.versionInfo, catalog.version),
      of(terms.identifier, catalog.revision),
      of(terms.issued, importedAt.toISOString()),
      of(terms.description, title, cut),
      ofIris(terms.seeAlso, address),
    ],
  );
}

/** What each kind of node is. Lines and sources are described by functions of their own. */
const typesOfKinds: Readonly<Record<Exclude<Node['kind'], 'SOURCE' | 'APPEARANCE'>, readonly Curie[]>> = {
  ROLE: ['skos:Concept', 'org:Role'],
  RESPONSIBILITY: ['skos:Concept', 'rg:Responsibility'],
  TOPIC: ['skos:Concept', 'rg:Topic'],
  PILLAR: ['skos:Concept', 'rg:Pillar'],
  CATEGORY: ['skos:Concept', 'rg:Category'],
  ORGANIZATION_TYPE: ['skos:Concept', 'rg:OrganizationType'],
};

function nodeResource(graph: ExchangedGraph, node: Node, texts: NodeTexts, edges: readonly Edge[]): Resource {
  if (node.kind === 'SOURCE') return sourceResource(graph, node, texts.summaryOf(node));
  if (node.kind === 'APPEARANCE') return appearanceResource(graph, node, texts);
  return resource(iriOf(graph, node), typesOfKinds[node.kind], [
    of(terms.prefLabel, node.label),
    of(terms.altLabel, ...(node.kind === 'ROLE' ? node.alternateTitles : [])),
    of(terms.hiddenLabel, ...hiddenNamesOf(node)),
    of(terms.definition, texts.summaryOf(node)),
    of(terms.notation, node.externalId),
    ofIris(terms.exactMatch, ...node.sameAs),
    ofIris(terms.inScheme, catalogIri(graph)),
    ...edgeProperties(graph, edges),
  ]);
}

function hiddenNamesOf(node: Node): readonly string[] {
  if (node.kind === 'ROLE') return node.hiddenTitles;
  return node.kind === 'RESPONSIBILITY' || node.kind === 'TOPIC' ? node.hiddenNames : [];
}

/** The properties of SKOS and Dublin Core that say the same as a kind of edge, so that tools that know these follow it. */
const standardTerms: Partial<Record<EdgeKind, Term>> = {
  PART_OF: terms.broader,
  ABOUT: terms.subject,
  OVERLAPS_WITH: terms.related,
};

/** The property of each kind of edge, e.g. rg:appearsIn. */
export const edgeTerms: ReadonlyMap<EdgeKind, Term> = new Map(
  edgeKinds.map((kind) => {
    const name = kind.toLowerCase().replaceAll(/_(.)/g, (_, letter: string) => letter.toUpperCase());
    return [kind, { name, curie: `rg:${name}` as const, type: 'iri' }];
  }),
);

function* edgeProperties(graph: ExchangedGraph, edges: readonly Edge[]): Generator<Property> {
  for (const [kind, term] of edgeTerms) {
    const targets = edges.filter((edge) => edge.kind === kind).map(({ target }) => iriOf(graph, target));
    yield ofIris(term, ...targets);
    const standard = standardTerms[kind];
    if (standard !== undefined) yield ofIris(standard, ...targets);
  }
}

function sourceResource(graph: ExchangedGraph, source: Source, summary: string | null): Resource {
  const { title, document, url } = source;
  // A URL with places in it is of use for lines only.
  const page = url === null || /[{}]/.test(url) ? null : url;
  return resource(
    iriOf(graph, source),
    ['prov:Entity', 'rg:Source'],
    [of(terms.title, title), of(terms.document, document), of(terms.description, summary), ofIris(terms.seeAlso, page)],
  );
}

const involvementTerms: Readonly<Record<Involvement, Term>> = {
  RESPONSIBLE: terms.responsibleFor,
  ACCOUNTABLE: terms.accountableFor,
  CONSULTED: terms.consultedOn,
  INFORMED: terms.informedAbout,
};

/** A line of a source: which role it names under which category, and what the role does by it. */
function appearanceResource(graph: ExchangedGraph, appearance: Appearance, texts: NodeTexts): Resource {
  const { titles, summary, note, quote } = texts.ofAppearance(appearance);
  const { reference, role, category, involvements: named } = appearance;
  const responsibilitiesOf = (kind: Involvement) =>
    named.filter(({ involvement }) => involvement.includes(kind)).map((each) => iriOf(graph, each.responsibility));
  return resource(
    iriOf(graph, appearance),
    ['prov:Entity', 'rg:Appearance'],
    [
      ofIris(terms.role, iriOf(graph, role)),
      ofIris(terms.category, iriOf(graph, category)),
      ...involvements.map((kind) => ofIris(involvementTerms[kind], ...responsibilitiesOf(kind))),
      ofIris(terms.wasDerivedFrom, reference && iriOf(graph, reference.source)),
      of(terms.line, reference?.line ?? null),
      of(terms.row, reference?.row ?? null),
      of(terms.anchor, reference?.anchor ?? null),
      ofIris(terms.seeAlso, reference?.url ?? null),
      of(terms.titleThere, ...titles),
      of(terms.definition, summary),
      of(terms.note, note),
      of(terms.quote, quote),
    ],
  );
}

/** An overlap of two roles, with the lines that it was derived from, or of two pillars, which follows from their roles. */
function overlapResource(graph: ExchangedGraph, edge: Edge): Resource {
  const { source, target, weight } = edge;
  const areRoles = source.kind === 'ROLE' && target.kind === 'ROLE';
  const lines = areRoles ? appearancesBehind(graph.graph, edge) : [];
  const shared = areRoles ? roleOverlapOf(graph.graph, source, target).sharedResponsibilities : [];
  return resource(
    `${graph.baseIri}overlap:${source.id}/${target.id}`,
    ['prov:Entity', 'rg:Overlap'],
    [
      ofIris(terms.between, iriOf(graph, source), iriOf(graph, target)),
      of(terms.score, weight),
      ofIris(terms.shares, ...shared.map((each) => iriOf(graph, each))),
      ofIris(terms.wasDerivedFrom, ...lines.map((line) => iriOf(graph, line))),
    ],
  );
}

function resource(iri: string, types: readonly Curie[], properties: readonly Property[]): Resource {
  return { iri, types, properties: properties.filter(({ values }) => values.length > 0) };
}

function of(term: Term, ...values: readonly (string | number | null)[]): Property {
  const texts = values.flatMap((value) => (value === null ? [] : [cleanText(String(value))]));
  return { term, values: [...new Set(texts)] };
}

function ofIris(term: Term, ...iris: readonly (string | null)[]): Property {
  return { term, values: [...new Set(iris.flatMap((iri) => (iri === null ? [] : [validIri(iri)])))] };
}

/** What an IRI in Turtle cannot have. URLs of people may have it. */
const notInIris = /[\u0000-\u0020<>"{}|^`\\]/g;

function validIri(iri: string): string {
  return cleanText(iri).replaceAll(notInIris, (character) => encodeURIComponent(character));
}
