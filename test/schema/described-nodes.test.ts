import { describe, expect, test } from 'vitest';
import { handbookCatalog } from '../support/catalogs/handbook-catalog.ts';
import { askingOf, askingWithin } from '../support/engines/asking.ts';
import { engines } from '../support/engines/engines.ts';

describe.each(engines)('in $name', (engine) => {
  const ask = askingWithin(() => askingOf(handbookCatalog, engine));

  test('answers the summary of a responsibility as it was written, and null where there is none', async () => {
    const { data, errors } = await ask('{ responsibilities { nodes { name summary } } }');
    expect(errors).toEqual([]);
    expect(data).toMatchObject({
      responsibilities: {
        nodes: [
          { name: 'Ärger lösen', summary: null },
          { name: 'Sell', summary: null },
          { name: 'Verify backups', summary: 'Restores a sample.\n\n- *Weekly*.' },
        ],
      },
    });
  });

  test('answers external ids and URLs of every kind, and none where there are none', async () => {
    const { data, errors } = await ask(`{
      role(by: { title: "Seller" }) { externalId sameAs }
      responsibility(by: { name: "Sell" }) { externalId sameAs }
      topic(by: { name: "Access" }) { externalId sameAs }
      pillar(by: { name: "Security" }) { externalId sameAs }
      none: pillar(by: { name: "Reliability" }) { externalId sameAs }
      organizationType(by: { id: "organization-type:msp" }) { externalId sameAs }
      ofPillar: category(by: { id: "category:security/operations" }) { externalId sameAs }
      ofTypes: category(by: { id: "category:vendor/sales" }) { externalId sameAs }
    }`);
    expect(errors).toEqual([]);
    expect(data).toEqual({
      role: { externalId: 'J-12', sameAs: ['http://data.europa.eu/esco/occupation/1'] },
      responsibility: { externalId: 'D/7', sameAs: ['http://esco.example/skill/1', 'http://x.example'] },
      topic: { externalId: 'T-9', sameAs: ['https://a.example/?q=ä#b'] },
      pillar: { externalId: 'P-1', sameAs: ['https://handbook.example/security'] },
      none: { externalId: null, sameAs: [] },
      organizationType: { externalId: 'O 2', sameAs: [] },
      ofPillar: { externalId: 'C-1', sameAs: [] },
      ofTypes: { externalId: null, sameAs: ['http://sales.example'] },
    });
  });

  test('search finds nodes by their external ids', async () => {
    const { data } = await ask('{ search(query: "J-12") { edges { node { id } matched hidden } } }');
    expect(data).toMatchObject({
      search: { edges: [{ node: { id: 'role:seller' }, matched: 'J-12', hidden: false }] },
    });
  });
});
