import { describe, expect, test } from 'vitest';
import { askingShipped } from '../support/engines/asking.ts';
import { engines } from '../support/engines/engines.ts';

describe.each(engines)('a search, in $name', (engine) => {
  const ask = askingShipped(engine);
  const found = async (query: string) => {
    const fields = 'relaxed edges { matched hidden node { id } }';
    return (await ask(`query ($query: String!) { search(query: $query, first: 3) { ${fields} } }`, { query })).data;
  };

  test('finds a hidden title, and shows the visible one', async () => {
    expect(await found('k8s')).toMatchObject({
      search: {
        relaxed: [],
        edges: [
          { matched: 'Deploy applications', hidden: true, node: { id: 'responsibility:deploy-applications' } },
          { matched: 'Deploy applications', hidden: true },
          { matched: 'Deploy applications', hidden: true },
        ],
      },
    });
  });

  test('finds roles by what they do', async () => {
    const { data } = await ask('{ search(query: "who preserves evidence?", kinds: [ROLE]) { nodes { id } } }');
    expect(data).toEqual({
      search: { nodes: [{ id: 'role:forensic-specialist' }, { id: 'role:it-security-engineer' }] },
    });
  });

  test('says what it relaxed', async () => {
    expect(await found('backup zeppelins')).toMatchObject({ search: { relaxed: ['WORDS_LEFT_OUT'] } });
    expect(await found('bakupp')).toMatchObject({
      search: { relaxed: ['MORE_TYPOS'], edges: [{ matched: 'Backup' }, {}, {}] },
    });
    expect(await found('zeppelins')).toEqual({ search: { relaxed: [], edges: [] } });
  });
});
