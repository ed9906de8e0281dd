import { builder } from './builder.ts';
import { CatalogPartRef, CatalogRef, SourceRef } from './refs.ts';

const StoreKindEnum = builder.enumType('StoreKind', {
  description: 'The engine that stores the graph.',
  values: {
    MEMORY: { description: 'The memory of the server, with a file that holds the last import.' },
    NEO4J: { description: 'A Neo4j database.' },
  } as const,
});

builder.objectType(CatalogPartRef, {
  description: 'A catalog that was merged into the one that the server serves.',
  fields: (t) => ({
    name: t.exposeString('name', { description: 'The name of the catalog, as it states it.' }),
    version: t.exposeString('version', { description: 'The version of the catalog, as it states it.' }),
    sources: t.expose('sources', {
      type: [SourceRef],
      description:
        'The documents from which the catalog was made, in the order of `Catalog.sources`. Several parts may have the same one.',
    }),
  }),
});

builder.objectType(CatalogRef, {
  description: 'The catalog from which all answers come.',
  fields: (t) => ({
    name: t.string({
      description:
        'The name of the catalog, as the catalog states it. A catalog that was merged from several has their names, joined by " + ".',
      resolve: (_catalog, _args, { rolegraph: { graph } }) => graph.structure.name,
    }),
    version: t.string({
      description:
        'The version of the catalog, as the catalog states it. A catalog that was merged from several has their versions, joined by " + ".',
      resolve: (_catalog, _args, { rolegraph: { graph } }) => graph.structure.version,
    }),
    revision: t.exposeString('revision', {
      description: 'A hash of the content: equal content has the same revision, on any engine.',
    }),
    sequence: t.exposeInt('sequence', {
      description:
        'The number of the import: 1 for the first one of a store, and higher with every later one, even if the content comes ' +
        'back. 0 for the catalog that ships, on the MEMORY engine. State it when you import, so that nobody overwrites what ' +
        'they have not seen.',
    }),
    importedBy: t.exposeString('importedBy', {
      nullable: true,
      description:
        'Who imported the catalog: the name of a token, the subject of a JWT, or the user who ran `rolegraph import`. Null if ' +
        'it is not known.',
    }),
    importedAt: t.expose('importedAt', {
      type: 'DateTime',
      description:
        'The time of the import. For the catalog that ships with the server, on the MEMORY engine, the time when the server read it.',
    }),
    store: t.expose('storeKind', { type: StoreKindEnum, description: 'The engine that stores the catalog.' }),
    roleCount: t.int({
      description: 'The number of roles.',
      resolve: (_catalog, _args, { rolegraph: { graph } }) => graph.roles.length,
    }),
    responsibilityCount: t.int({
      description: 'The number of responsibilities.',
      resolve: (_catalog, _args, { rolegraph: { graph } }) => graph.responsibilities.length,
    }),
    appearanceCount: t.int({
      description: 'The number of appearances: roles named on lines of the sources.',
      resolve: (_catalog, _args, { rolegraph: { graph } }) => graph.appearanceCount,
    }),
    parts: t.field({
      type: [CatalogPartRef],
      description:
        'The catalogs that were merged into this one, sorted by name and version. A catalog that was not merged is its only part.',
      resolve: (_catalog, _args, { rolegraph: { graph } }) => graph.parts,
    }),
    sources: t.field({
      type: [SourceRef],
      description: "The documents from which the catalog was made, in the catalog's order.",
      resolve: (_catalog, _args, { rolegraph: { graph } }) => graph.sources,
    }),
  }),
});

builder.queryField('catalog', (t) =>
  t.field({
    type: CatalogRef,
    description: 'The catalog that the server serves.',
    resolve: (_root, _args, { rolegraph: { texts } }) => texts.catalog,
  }),
);
