import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { requestGraph } from '../../schema/context.ts';
import { schema } from '../../schema/schema.ts';
import { graphql } from 'graphql';
import { catalogRevision } from '../../src/catalog/canonical-catalog.ts';
import { packageFolder } from '../../src/config/package-folder.ts';
import { catalogOfGraph } from '../../src/graph/structure/catalog-of-graph.ts';
import { importCatalog, replaceCurrent } from '../../src/import/import-catalog.ts';
import { Scheduler } from '../../src/scheduling/scheduler.ts';
import { StoreError } from '../../src/store/store-error.ts';
import { yamlOfCatalogPage } from '../support/catalogs/documented-catalogs.ts';
import { askingOf } from '../support/engines/asking.ts';
import { engines } from '../support/engines/engines.ts';
import { handbookCatalog } from '../support/catalogs/handbook-catalog.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { recordingObserver } from '../import/recording-observer.ts';

const nothing = () => Promise.reject(new StoreError('MISSING', 'Nothing was imported.'));

describe.each(engines)('the catalog that ships plus ours, in $name', ({ name, emptyPlace }) => {
  test('is imported, answered from, exported and imported again', async () => {
    const file = join(await temporaryFolder(), 'our-backups.yaml');
    await writeFile(file, yamlOfCatalogPage('name: Our backups'));
    const place = await emptyPlace();
    onTestFinished(() => place.remove());
    const locations = [{ location: file }, { location: join(packageFolder(), 'seed') }];
    const imported = await importCatalog(locations, () => place.open(nothing), { dryRun: false }, recordingObserver());
    if (imported.kind !== 'IMPORTED') throw new Error(`it is ${imported.kind}`);

    const store = await place.open(nothing);
    const current = await store.current();
    const contextValue = { rolegraph: await requestGraph(current, new Scheduler({ sliceLength: Infinity })) };
    const source = `{
      catalog { name version parts { name version sources { id title } } }
      node(id: "source:backup-handbook") { id }
      responsibility(by: { name: "Verify backups" }) { roles(first: 100) { nodes { title } } }
      role(by: { title: "Tape Librarian" }) { pillars { name } overlaps(first: 1) { totalCount } }
    }`;
    const { data, errors } = await graphql({ schema, source, contextValue });
    expect(errors).toBeUndefined();
    expect(data).toMatchObject({
      catalog: {
        name: "Our backups + Rolegraph's reference catalog",
        version: '2026-11 + 1.0.0',
        parts: [
          { name: 'Our backups', version: '2026-11', sources: [{ id: 'source:backup-handbook' }] },
          { version: '1.0.0', sources: [{ id: 'source:000' }, { id: 'source:001' }, { id: 'source:002' }] },
        ],
      },
      node: { id: 'source:backup-handbook' },
      role: { pillars: [{ name: 'Reliability' }] },
    });
    expect(JSON.stringify(data)).toContain('{"title":"Tape Librarian"}');
    expect(JSON.stringify(data)).toContain('{"title":"DevOps Engineer"}');

    const exported = catalogOfGraph(await current.data());
    expect(catalogRevision(exported)).toBe(catalogRevision(imported.catalog));
    expect(current.revision).toBe(catalogRevision(exported));
    expect(current.storeKind).toBe(name);
    const again = await replaceCurrent(store, exported, { dryRun: false }, recordingObserver());
    expect(again.kind).toBe('UNCHANGED');
    await store.close();
  });

  test('a catalog that was not merged is its only part', async () => {
    const asking = await askingOf(handbookCatalog, { name, emptyPlace });
    onTestFinished(() => asking.close());
    const { data } = await asking.ask(
      '{ catalog { name version sources { id } parts { name version sources { id } } } }',
    );
    const sources = handbookCatalog.sources.map(({ slug }) => ({ id: `source:${slug}` }));
    const itself = { name: handbookCatalog.name, version: handbookCatalog.version, sources };
    expect(data).toEqual({ catalog: { ...itself, parts: [itself] } });
  });
});
