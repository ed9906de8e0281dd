import { describe, expect, test } from 'vitest';
import { graphOfCatalog } from '../../../src/graph/structure/graph-of-catalog.ts';
import { countsOf, partsIn } from '../../../src/store/neo4j/generation-counts.ts';
import { handbookCatalog } from '../../support/catalogs/handbook-catalog.ts';

describe('the parts of a merged catalog on the node of its generation', () => {
  const sources = handbookCatalog.sources.map(({ slug }) => slug);
  const parts = [
    { name: 'Ours', version: '7', sources },
    { name: 'Theirs', version: '1', sources: [] },
  ];
  const { structure } = graphOfCatalog({ ...handbookCatalog, parts });
  const counts = countsOf(structure);

  test('are read as they were written', () => {
    expect(counts.partSources).toEqual([sources.join(' '), '']);
    expect(partsIn(counts, structure.sources)).toEqual(structure.parts);
  });

  test.each([
    ['a source that is not there', { ...counts, partSources: ['nowhere', ''] }],
    ['another number of versions', { ...counts, partVersions: ['7'] }],
    ['another number of sources', { ...counts, partSources: [] }],
  ])('are damaged with %s', (_, changed) => {
    expect(() => partsIn(changed, structure.sources)).toThrow(expect.objectContaining({ code: 'DAMAGED' }));
  });
});
