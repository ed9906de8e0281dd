import { inChunks } from '../../text/chunks.ts';
import type { ExchangedGraph } from '../exchanged-graph.ts';
import type { FileFormat, Part } from '../file-format.ts';
import { edgeTerms, resourcesOf } from '../rdf/resources.ts';
import { prefixes, terms, type Resource, type Term } from '../rdf/terms.ts';

/** RDF as JSON-LD: the same as Turtle. The context is inside the document, so that nobody needs to load it from elsewhere. */
export const jsonLd: FileFormat = {
  ending: 'jsonld',
  mediaType: 'application/ld+json',
  name: 'RDF as JSON-LD',
  readers: 'jsonld.js, rdflib, Apache Jena, and whatever reads JSON',
  parameters: {},
  write: parts,
};

async function* parts(graph: ExchangedGraph): AsyncGenerator<Part> {
  yield `{"@context":${JSON.stringify(contextOf([...Object.values(terms), ...edgeTerms.values()]))},"@graph":[`;
  let texts: string[] = [];
  let before = '\n';
  for await (const resource of resourcesOf(graph)) {
    if (resource === '') {
      yield '';
      continue;
    }
    texts.push(before, JSON.stringify(objectOf(resource)));
    before = ',\n';
    if (texts.length < 64) continue;
    yield* inChunks(texts);
    texts = [];
  }
  yield* inChunks(texts);
  yield '\n]}\n';
}

function contextOf(all: readonly Term[]) {
  const context: Record<string, string | { '@id': string; '@type'?: string }> = { ...prefixes };
  for (const { name, curie, type } of all) {
    if (type === 'text') context[name] = { '@id': curie };
    else context[name] = { '@id': curie, '@type': type === 'iri' ? '@id' : type };
  }
  return context;
}

function objectOf({ iri, types, properties }: Resource) {
  const object: Record<string, string | readonly string[]> = { '@id': iri, '@type': types };
  // Numbers stay texts, which the context types: JSON-LD takes a number with decimals for an xsd:double.
  for (const { term, values } of properties) object[term.name] = values.length === 1 ? (values[0] ?? '') : values;
  return object;
}
