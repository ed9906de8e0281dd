import { expect, test } from 'vitest';
import { importTurn, undecidedTurn } from '../../src/import/import-turn.ts';

test('an import that has begun to write cannot be given up', () => {
  const turn = importTurn(undecidedTurn());
  expect([turn.beginWriting(), turn.giveUp(), turn.beginWriting()]).toEqual([true, false, true]);
});

test('an import that was given up does not begin to write', () => {
  const turn = importTurn(undecidedTurn());
  expect([turn.giveUp(), turn.beginWriting(), turn.giveUp()]).toEqual([true, false, true]);
});
