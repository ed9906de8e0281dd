import { describe, expect, test } from 'vitest';
import { noFilter } from '../../explorer/state/address/board-address.ts';
import { boardVariables } from '../../explorer/state/questions/board-questions.ts';

describe('the query of a board', () => {
  test.each([
    ['ANY', {}],
    ['SEVERAL', { pillarCount: { min: 2 } }],
    ['ALL', { pillarCount: { min: 6 } }],
  ] as const)('asks for roles that stand in %s of six pillars', (spread, filter) => {
    expect(boardVariables({ ...noFilter, spread }, 6)).toEqual({ filter });
  });

  test('is not offered where a filter counts other groups than pillars', () => {
    expect(boardVariables({ ...noFilter, spread: 'SEVERAL' }, 0)).toBeNull();
    expect(boardVariables({ ...noFilter, inAll: ['category:x'] }, 0)).toEqual({ filter: { inAll: ['category:x'] } });
  });
});
