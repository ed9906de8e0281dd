import { GraphQLError } from 'graphql';
import { builder } from '../builder.ts';
import { CatalogRef, ChangeCountsRef, FindingRef, ImportCatalogPayloadRef } from '../refs.ts';
import './change-counts.ts';
import './finding.ts';

const ImportStatusEnum = builder.enumType('ImportStatus', {
  description: 'How an import ended.',
  values: {
    IMPORTED: { description: 'The catalog is current now.' },
    UNCHANGED: { description: 'The content is that of the current catalog, so nothing was written.' },
    NOT_WRITTEN: { description: 'A dry run found differences, and wrote nothing.' },
    INVALID: { description: 'The catalog has errors, which `findings` lists; nothing was written.' },
  } as const,
});

const ImportCatalogInput = builder.inputType('ImportCatalogInput', {
  description: 'A catalog, and which one it replaces.',
  fields: (t) => ({
    catalog: t.string({
      required: true,
      description:
        'The whole catalog, in YAML or JSON: a text that begins with `{` is read as JSON. The limit is that of the body of a request; ' +
        'PUT /catalog takes larger catalogs, of up to 256 MB as JSON.',
    }),
    expectedSequence: t.int({
      description:
        'The `Catalog.sequence` that you have seen, 0 if nothing was imported. If another catalog is current, the import fails with the ' +
        'code CONFLICT, and `extensions` has the `sequence`, `importedBy` and `importedAt` of the current one. Required unless `dryRun` is true.',
    }),
  }),
});

builder.objectType(ImportCatalogPayloadRef, {
  description: 'How an import ended, and what it changed.',
  fields: (t) => ({
    status: t.field({
      type: ImportStatusEnum,
      description: 'How the import ended.',
      resolve: ({ result }) => result.status,
    }),
    catalog: t.field({
      type: CatalogRef,
      nullable: true,
      description:
        'The imported catalog. Everything below is answered from it. Null if it is not current: after a dry run, with errors, or if ' +
        'somebody else has imported meanwhile.',
      resolve: ({ catalog }) => catalog ?? null,
    }),
    sequence: t.int({
      nullable: true,
      description: 'The sequence of the catalog that is current after the import. Null if there is none.',
      resolve: ({ result }) => result.current?.sequence ?? null,
    }),
    revision: t.string({
      nullable: true,
      description: 'The revision of the catalog that is current after the import. Null if there is none.',
      resolve: ({ result }) => result.current?.revision ?? null,
    }),
    changes: t.field({
      type: ChangeCountsRef,
      nullable: true,
      description:
        'How much the catalog differs from the one that was current before. Null if it has errors, or that one could not be read.',
      resolve: ({ result }) => result.changes,
    }),
    diff: t.stringList({
      description:
        'The differences from the catalog that was current before, one a line: first the counts of each list, then up to 200 entries that ' +
        'begin with `+`, `~` or `-`, then how many more there are. Empty if there are none, or nothing was compared.',
      resolve: ({ result }) => [...result.diff],
    }),
    findings: t.field({
      type: [FindingRef],
      description: 'The first 100 errors in the order of lines, then the first 100 warnings.',
      resolve: ({ result }) => result.findings,
    }),
    omittedErrors: t.int({
      description: 'How many more errors there are.',
      resolve: ({ result }) => result.omitted.errors,
    }),
    omittedWarnings: t.int({
      description: 'How many more warnings there are.',
      resolve: ({ result }) => result.omitted.warnings,
    }),
  }),
});

builder.mutationField('importCatalog', (t) =>
  t.field({
    type: ImportCatalogPayloadRef,
    authScopes: { import: true },
    description:
      'Checks a catalog, compares it with the current one, and makes it the current one. Needs the right `import`. A server does one import ' +
      'at a time and refuses others with the code IMPORT_RUNNING. If the time for a request is over before the import has ended, it goes on.',
    args: {
      input: t.arg({ type: ImportCatalogInput, required: true, description: 'The catalog.' }),
      dryRun: t.arg.boolean({
        defaultValue: false,
        description:
          'Whether to check and compare only. The answer then has the findings and differences, and nothing is written.',
      }),
    },
    resolve: async (_root, { input: { catalog, expectedSequence }, dryRun }, { rolegraph }) => {
      const { importText, moveTo } = rolegraph;
      if (importText === undefined) {
        throw new GraphQLError('Nothing can be imported here.', { extensions: { code: 'FORBIDDEN' } });
      }
      const imported = await importText({
        catalog,
        expectedSequence: expectedSequence ?? undefined,
        dryRun: dryRun ?? false,
      });
      if (imported.catalog !== undefined) await moveTo(imported.catalog);
      return imported;
    },
  }),
);
