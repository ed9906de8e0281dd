/** The vocabularies that files use, by prefix. `rg` has what is particular to Rolegraph, the same whatever the base of ids. */
export const prefixes = {
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  org: 'http://www.w3.org/ns/org#',
  prov: 'http://www.w3.org/ns/prov#',
  dcterms: 'http://purl.org/dc/terms/',
  owl: 'http://www.w3.org/2002/07/owl#',
  rg: 'urn:rolegraph:term:',
} as const;

type Prefix = keyof typeof prefixes;

/** A name with a prefix, e.g. "skos:prefLabel". */
export type Curie = `${Prefix}:${string}`;

/** What the values of a property are. */
type ValueType = 'iri' | 'text' | 'xsd:integer' | 'xsd:decimal' | 'xsd:dateTime';

/** A property of resources, with the name that it has in JSON-LD. */
export interface Term {
  readonly name: string;
  readonly curie: Curie;
  readonly type: ValueType;
}

function term(name: string, curie: Curie, type: ValueType): Term {
  return { name, curie, type };
}

/** The properties that do not follow from the kinds of edges. */
export const terms = {
  prefLabel: term('prefLabel', 'skos:prefLabel', 'text'),
  altLabel: term('altLabel', 'skos:altLabel', 'text'),
  hiddenLabel: term('hiddenLabel', 'skos:hiddenLabel', 'text'),
  definition: term('definition', 'skos:definition', 'text'),
  note: term('note', 'skos:note', 'text'),
  notation: term('notation', 'skos:notation', 'text'),
  exactMatch: term('exactMatch', 'skos:exactMatch', 'iri'),
  inScheme: term('inScheme', 'skos:inScheme', 'iri'),
  broader: term('broader', 'skos:broader', 'iri'),
  related: term('related', 'skos:related', 'iri'),
  subject: term('subject', 'dcterms:subject', 'iri'),
  title: term('title', 'dcterms:title', 'text'),
  description: term('description', 'dcterms:description', 'text'),
  identifier: term('identifier', 'dcterms:identifier', 'text'),
  issued: term('issued', 'dcterms:issued', 'xsd:dateTime'),
  versionInfo: term('versionInfo', 'owl:versionInfo', 'text'),
  seeAlso: term('seeAlso', 'rdfs:seeAlso', 'iri'),
  wasDerivedFrom: term('wasDerivedFrom', 'prov:wasDerivedFrom', 'iri'),
  document: term('document', 'rg:document', 'text'),
  role: term('role', 'rg:role', 'iri'),
  category: term('category', 'rg:category', 'iri'),
  responsibleFor: term('responsibleFor', 'rg:responsibleFor', 'iri'),
  accountableFor: term('accountableFor', 'rg:accountableFor', 'iri'),
  consultedOn: term('consultedOn', 'rg:consultedOn', 'iri'),
  informedAbout: term('informedAbout', 'rg:informedAbout', 'iri'),
  titleThere: term('titleThere', 'rg:titleThere', 'text'),
  line: term('line', 'rg:line', 'xsd:integer'),
  row: term('row', 'rg:row', 'xsd:integer'),
  anchor: term('anchor', 'rg:anchor', 'text'),
  quote: term('quote', 'rg:quote', 'text'),
  between: term('between', 'rg:between', 'iri'),
  score: term('score', 'rg:score', 'xsd:decimal'),
  shares: term('shares', 'rg:shares', 'iri'),
} as const;

/** Something that a file describes. */
export interface Resource {
  readonly iri: string;
  readonly types: readonly Curie[];
  /** Each term at most once. Texts are without characters that no format can hold; no value is given twice. */
  readonly properties: readonly Property[];
}

export interface Property {
  readonly term: Term;
  /** As RDF writes them: whole IRIs, or the lexical forms of literals. */
  readonly values: readonly string[];
}

/** The whole IRI of a name. */
export function iriOfCurie(curie: Curie): string {
  for (const [prefix, namespace] of Object.entries(prefixes)) {
    if (curie.startsWith(`${prefix}:`)) return namespace + curie.slice(prefix.length + 1);
  }
  throw new Error(`${curie} has no known prefix`);
}
