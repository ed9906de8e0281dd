import { builder } from './builder.ts';
import { CatalogRef, SourceRef } from './refs.ts';

const StoreKindEnum = builder.enumType('StoreKind', {
  description: 'Where the graph is kept.',
  values: {
    MEMORY: { description: 'In the memory of the server, with a file that holds what was imported last.' },
    NEO4J: { description: 'In a Neo4j database.' },
  } as const,
});

builder.objectType(CatalogRef, {
  description: 'The catalog that is served: where everything else comes from.',
  fields: (t) => ({
    name: t.string({
      description: 'The name that the catalog gives itself.',
      resolve: (_catalog, _args, { rolegraph: { graph } }) => graph.structure.name,
    }),
    version: t.string({
      description: 'The version that the catalog gives itself.',
      resolve: (_catalog, _args, { rolegraph: { graph } }) => graph.structure.version,
    }),
    revision: t.exposeString('revision', {
      description: "A hash of the catalog's content: the same content has the same revision, on any engine.",
    }),
    importedAt: t.field({
      type: 'DateTime',
      description: 'When it was imported; for the catalog that ships, in the embedded graph, when this server read it.',
      resolve: ({ importedAt }) => importedAt,
    }),
    store: t.field({ type: StoreKindEnum, description: 'Where it is kept.', resolve: ({ storeKind }) => storeKind }),
    roleCount: t.int({
      description: 'How many roles it has.',
      resolve: (_catalog, _args, { rolegraph: { graph } }) => graph.roles.length,
    }),
    responsibilityCount: t.int({
      description: 'How many responsibilities it has.',
      resolve: (_catalog, _args, { rolegraph: { graph } }) => graph.responsibilities.length,
    }),
    appearanceCount: t.int({
      description: 'How many appearances it has: roles named on lines of its sources.',
      resolve: (_catalog, _args, { rolegraph: { graph } }) => graph.appearanceCount,
    }),
    sources: t.field({
      type: [SourceRef],
      description: "The documents it was made from, in the catalog's order.",
      resolve: (_catalog, _args, { rolegraph: { graph } }) => graph.sources,
    }),
  }),
});

builder.queryField('catalog', (t) =>
  t.field({
    type: CatalogRef,
    description: 'The catalog that is served.',
    resolve: (_root, _args, { rolegraph: { texts } }) => texts.catalog,
  }),
);
