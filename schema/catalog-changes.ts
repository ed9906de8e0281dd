import { builder } from './builder.ts';
import { CatalogChangeRef } from './refs.ts';

const compared =
  'compared with the import before, or null where there was nothing to compare with, e.g. at the first import';

builder.objectType(CatalogChangeRef, {
  description:
    'An import that replaced the catalog. Entries are sources, pillars, organization types, categories, topics, ' +
    'responsibilities, roles, appearances and retired slugs.',
  fields: (t) => ({
    sequence: t.exposeInt('sequence', {
      description:
        'The number of the import, as in `Catalog.sequence`. Give the last one as `after` when you connect again.',
    }),
    revision: t.exposeString('revision', {
      description:
        'The revision of the new catalog, as in `Catalog.revision`. It is that of an earlier catalog if its content came back.',
    }),
    importedAt: t.expose('importedAt', { type: 'DateTime', description: 'The time of the import.' }),
    importedBy: t.exposeString('importedBy', {
      nullable: true,
      description:
        'Who imported the catalog: the name of a token, the subject of a JWT, or the user who ran `rolegraph import`. Null if ' +
        'it is not known.',
    }),
    added: t.int({
      nullable: true,
      description: `The number of entries that were added, ${compared}.`,
      resolve: ({ changes }) => changes?.added,
    }),
    changed: t.int({
      nullable: true,
      description:
        `The number of entries that were changed, ${compared}. A list in another order counts as one change, and so does what ` +
        'the catalog says about itself.',
      resolve: ({ changes }) => changes?.changed,
    }),
    removed: t.int({
      nullable: true,
      description: `The number of entries that were removed, ${compared}.`,
      resolve: ({ changes }) => changes?.removed,
    }),
  }),
});

builder.subscriptionField('catalogChanged', (t) =>
  t.field({
    type: CatalogChangeRef,
    description:
      'Returns each import within two seconds after it, when this server answers from the new catalog: a query that you send ' +
      'then gets the new one. Of several imports within a second, only the last one may be returned.',
    args: {
      after: t.arg.int({
        description:
          'The sequence of the last catalog that you know, e.g. of the last event before you were disconnected, or ' +
          '`Catalog.sequence`. If the server has another one, it is returned at once. Without it, only what is imported from ' +
          'now on is returned.',
      }),
    },
    subscribe: (_root, { after }, { rolegraph: { changes } }) => changes.changesAfter(after ?? null),
    resolve: (catalog) => catalog,
  }),
);
