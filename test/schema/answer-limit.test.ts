import { buildSchema, graphql } from 'graphql';
import { describe, expect, test } from 'vitest';
import { limitAnswers } from '../../schema/answer-limit.ts';
import { askingShipped } from '../support/asking.ts';

const schema = buildSchema(`
  type Query { numbers: [Int!]!, later: [Int!], trees: [Tree]! }
  type Tree { leaves: [String!]! }
`);
limitAnswers(schema, 10);

const rootValue = {
  numbers: [1, 2, 3, 4],
  later: () => Promise.resolve([1, 2, 3, 4]),
  trees: [{ leaves: ['a', 'b', 'c'] }, { leaves: ['d', 'e', 'f'] }, { leaves: ['g'] }],
};
const asked = (source: string) => graphql({ schema, source, rootValue, contextValue: { rolegraph: {} } });

describe('the lists of an answer', () => {
  const ask = askingShipped();

  test('may have as many items together as the limit says, in each request anew', async () => {
    for (let request = 0; request < 3; request++) {
      const { errors } = await asked('{ trees { leaves } }');
      expect(errors).toBeUndefined();
    }
  });

  test('are an error beyond it, wherever their items come from', async () => {
    const { data, errors } = await asked('{ numbers trees { leaves } }');
    expect(errors?.[0]?.message).toContain('more than 10 items together');
    expect(errors?.[0]?.extensions).toEqual({ code: 'ANSWER_TOO_LARGE' });
    expect(data).toMatchObject({ trees: [{ leaves: ['a', 'b', 'c'] }, null, null] });

    const loaded = await asked('{ later trees { leaves } }');
    expect(loaded.errors?.[0]).toMatchObject({ path: ['later'], extensions: { code: 'ANSWER_TOO_LARGE' } });
    expect(loaded.data).toMatchObject({ later: null, trees: [{}, {}, {}] });
  });

  test('do not fill the memory, however many are asked for in few words', async () => {
    const security = '... on Pillar { roles(first: 100) { edges { node { id } } nodes { id } } }';
    const ids = Array.from({ length: 14_000 }, () => 'pillar:security');
    const { errors } = await ask(`query ($ids: [ID!]!) { nodes(ids: $ids) { ${security} } }`, { ids });
    expect(errors[0]?.message).toContain('more than 1,000,000 items');
  });
});
