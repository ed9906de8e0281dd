import { DataFactory, Writer } from 'n3';
import { aboutGraph } from '../about.ts';
import { cleanText } from '../../text/clean-text.ts';
import type { ExchangedGraph } from '../exchanged-graph.ts';
import type { FileFormat, Part } from '../file-format.ts';
import { resourcesOf } from '../rdf/resources.ts';
import { iriOfCurie, prefixes, type Resource, type Term } from '../rdf/terms.ts';

const rdfType = DataFactory.namedNode(iriOfCurie('rdf:type'));

/** RDF as Turtle: SKOS, the Organization Ontology and PROV, with whole IRIs. JSON-LD says the same. */
export const turtle: FileFormat = {
  ending: 'ttl',
  mediaType: 'text/turtle; charset=utf-8',
  name: 'RDF as Turtle',
  readers: 'rdflib, Apache Jena, GraphDB, Protégé',
  parameters: {},
  write: parts,
};

async function* parts(graph: ExchangedGraph): AsyncGenerator<Part> {
  yield `# ${cleanText(aboutGraph(graph)).replaceAll(/\s+/g, ' ')}\n`;
  let text = '';
  const output = {
    write(chunk: string, _: string, done?: () => void) {
      text += chunk;
      done?.();
    },
    end(done?: () => void) {
      done?.();
    },
  };
  const writer = new Writer(output, { prefixes });
  for await (const resource of resourcesOf(graph)) {
    if (resource === '') {
      yield '';
      continue;
    }
    for (const each of quadsOf(resource)) writer.addQuad(each);
    if (text.length < partLength) continue;
    yield text;
    text = '';
  }
  writer.end();
  yield text;
}

/** How long a part is, in characters. */
const partLength = 16_384;

function* quadsOf({ iri, types, properties }: Resource) {
  const subject = DataFactory.namedNode(iri);
  for (const type of types) yield DataFactory.quad(subject, rdfType, DataFactory.namedNode(iriOfCurie(type)));
  for (const { term, values } of properties) {
    const predicate = DataFactory.namedNode(iriOfCurie(term.curie));
    for (const value of values) yield DataFactory.quad(subject, predicate, objectOf(term, value));
  }
}

function objectOf({ type }: Term, value: string) {
  if (type === 'iri') return DataFactory.namedNode(value);
  return type === 'text'
    ? DataFactory.literal(value)
    : DataFactory.literal(value, DataFactory.namedNode(iriOfCurie(type)));
}
