import jsonld from 'jsonld';
import { Parser, Store, type Quad } from 'n3';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { cleanText } from '../../src/text/clean-text.ts';
import { jsonLd } from '../../src/exchange/formats/json-ld.ts';
import { turtle } from '../../src/exchange/formats/turtle.ts';
import { iriOfCurie, type Curie } from '../../src/exchange/rdf/terms.ts';
import { handbookCatalog } from '../support/catalogs/handbook-catalog.ts';
import { hostileCatalog, hostileTitles } from '../support/catalogs/hostile-catalog.ts';
import { exchangedOf, wholeFileOf } from '../support/exchanged-graphs.ts';
import type { ExchangedGraph } from '../../src/exchange/exchanged-graph.ts';

async function quadsOfTurtle(graph: ExchangedGraph): Promise<Quad[]> {
  return new Parser({ format: 'Turtle' }).parse((await wholeFileOf(turtle, graph)).toString('utf8'));
}

/** The quads of the JSON-LD, as jsonld.js reads them without loading anything. */
async function quadsOfJsonLd(graph: ExchangedGraph): Promise<Quad[]> {
  const document = z.looseObject({}).parse(JSON.parse((await wholeFileOf(jsonLd, graph)).toString('utf8')));
  const documentLoader = () => Promise.reject(new Error('nothing is loaded'));
  const text = z.string().parse(await jsonld.toRDF(document, { format: 'application/n-quads', documentLoader }));
  return new Parser({ format: 'N-Quads' }).parse(text);
}

/** The values of a property, sorted, because RDF has no order. */
function valuesOf(quads: readonly Quad[], subject: string, predicate: Curie): readonly string[] {
  return new Store([...quads])
    .getObjects(subject, iriOfCurie(predicate), null)
    .map(({ value }) => value)
    .toSorted();
}

describe.each([
  { name: 'Turtle', read: quadsOfTurtle },
  { name: 'JSON-LD', read: quadsOfJsonLd },
])('$name', ({ read }) => {
  test('has roles as concepts with all their titles', async () => {
    const quads = await read(exchangedOf(handbookCatalog));
    const sre = 'urn:rolegraph:role:sre';
    expect(valuesOf(quads, sre, 'rdf:type')).toEqual([iriOfCurie('skos:Concept'), iriOfCurie('org:Role')]);
    expect(valuesOf(quads, sre, 'skos:prefLabel')).toEqual(['Site Reliability Engineer']);
    expect(valuesOf(quads, sre, 'skos:altLabel')).toEqual(['SRE', '信頼性エンジニア']);
    expect(valuesOf(quads, sre, 'skos:hiddenLabel')).toEqual(['On-call engineer', 'Ops']);
    expect(valuesOf(quads, sre, 'skos:definition')).toEqual(['Keeps it up.']);
    expect(valuesOf(quads, 'urn:rolegraph:role:seller', 'skos:exactMatch')).toEqual([
      'http://data.europa.eu/esco/occupation/1',
    ]);
  });

  test('has each line as an object, with its source and place', async () => {
    const quads = await read(exchangedOf(handbookCatalog));
    const line = 'urn:rolegraph:appearance:security/operations/sre/handbook-7';
    expect(valuesOf(quads, line, 'prov:wasDerivedFrom')).toEqual(['urn:rolegraph:source:handbook']);
    expect(valuesOf(quads, line, 'rg:line')).toEqual(['7']);
    expect(valuesOf(quads, line, 'rg:titleThere')).toEqual(['SRE', 'Site Reliability Engineer']);
    expect(valuesOf(quads, 'urn:rolegraph:source:handbook', 'dcterms:title')).toEqual(['The handbook']);
    const consulted = valuesOf(
      quads,
      'urn:rolegraph:appearance:reliability/operations/sre/wiki-2147483647',
      'rg:consultedOn',
    );
    expect(consulted).toEqual(['urn:rolegraph:responsibility:aerger-loesen']);
  });

  test('has each overlap as an object, with its score and the lines that it was derived from', async () => {
    const graph = exchangedOf(hostileCatalog, { minOverlap: 0 });
    const quads = await read(graph);
    const overlap = 'urn:rolegraph:overlap:role:role-0/role:role-1';
    expect(valuesOf(quads, overlap, 'rg:between')).toEqual(['urn:rolegraph:role:role-0', 'urn:rolegraph:role:role-1']);
    expect(valuesOf(quads, overlap, 'rg:score')).toEqual(['1']);
    expect(valuesOf(quads, overlap, 'prov:wasDerivedFrom')).toEqual([
      'urn:rolegraph:appearance:security/operations/role-0/handbook-7',
      'urn:rolegraph:appearance:security/operations/role-1/handbook-7',
    ]);
    const overlaps = quads.filter(({ object }) => object.value === iriOfCurie('rg:Overlap'));
    expect(overlaps).toHaveLength([...graph.edges].filter(({ kind }) => kind === 'OVERLAPS_WITH').length);
  });

  test('has every edge, and the properties of SKOS and Dublin Core that say the same', async () => {
    const graph = exchangedOf(handbookCatalog);
    const quads = await read(graph);
    const performs = [...graph.edges].filter(({ kind }) => kind === 'PERFORMS');
    expect(quads.filter(({ predicate }) => predicate.value === iriOfCurie('rg:performs'))).toHaveLength(
      performs.length,
    );
    const category = 'urn:rolegraph:category:security/operations';
    expect(valuesOf(quads, category, 'rg:partOf')).toEqual(['urn:rolegraph:pillar:security']);
    expect(valuesOf(quads, category, 'skos:broader')).toEqual(['urn:rolegraph:pillar:security']);
  });

  test('has hostile titles, with a replacement for what no text can have', async () => {
    const quads = await read(exchangedOf(hostileCatalog));
    const labels = quads
      .filter(
        ({ subject, predicate }) =>
          subject.value.includes(':role:') && predicate.value === iriOfCurie('skos:prefLabel'),
      )
      .map(({ object }) => object.value);
    expect(new Set(labels)).toEqual(new Set(hostileTitles.map(cleanText)));
  });

  test('has its ids under the base that is set', async () => {
    const baseIri = 'https://roles.example/id/';
    const quads = await read(exchangedOf(handbookCatalog, {}, { baseIri }));
    expect(valuesOf(quads, `${baseIri}role:sre`, 'skos:prefLabel')).toHaveLength(1);
    expect(quads.filter(({ subject }) => !subject.value.startsWith(baseIri))).toEqual([]);
  });
});

test.each([
  ['the handbook', handbookCatalog],
  ['a hostile catalog', hostileCatalog],
])('Turtle and JSON-LD of %s say the same', async (_, catalog) => {
  const graph = exchangedOf(catalog, { minOverlap: 0 }, { cut: 'Some "nodes"\nare missing.' });
  const [inTurtle, inJsonLd] = [new Store(await quadsOfTurtle(graph)), new Store(await quadsOfJsonLd(graph))];
  expect(inTurtle.size).toBeGreaterThan(100);
  expect([...inJsonLd].filter((quad) => !inTurtle.has(quad))).toEqual([]);
  expect(inJsonLd.size).toBe(inTurtle.size);
});

test('a URL with characters that IRIs cannot have is written with these encoded', async () => {
  const catalog = {
    ...handbookCatalog,
    roles: handbookCatalog.roles.map((role) => ({ ...role, sameAs: ['https://a.example/?q=<a b>"{c}'] })),
  };
  const quads = await quadsOfTurtle(exchangedOf(catalog));
  expect(valuesOf(quads, 'urn:rolegraph:role:sre', 'skos:exactMatch')).toEqual([
    'https://a.example/?q=%3Ca%20b%3E%22%7Bc%7D',
  ]);
});
