import { setImmediate } from 'node:timers/promises';
import { parse } from 'graphql';
import { expect, test, vi } from 'vitest';
import { graphOfCatalog } from '../../../../src/graph/structure/graph-of-catalog.ts';
import { runToCompletion } from '../../../../src/scheduling/steps.ts';
import { SharedAnswers } from '../../../../src/server/graphql/subscriptions/shared-answers.ts';
import { shippedCatalog } from '../../../../src/store/in-process-catalog.ts';
import { layoutSolver } from '../../../../src/store/layout-solver.ts';
import { handbookCatalog } from '../../../support/catalogs/handbook-catalog.ts';

const document = parse('subscription { catalogChanged { sequence } }');

function event() {
  const solveLayout = layoutSolver(runToCompletion, new AbortController().signal);
  return shippedCatalog(graphOfCatalog(handbookCatalog), {
    storeKind: 'MEMORY',
    runSteps: runToCompletion,
    solveLayout,
  });
}

const made = { json: '{}', cost: 1, hasErrors: false };

test('makes one answer for all that are given an event together', async () => {
  const [shared, catalog] = [new SharedAnswers(), event()];
  const make = vi.fn(() => Promise.resolve(made));
  const answers = [1, 2, 3].map(() => shared.answer(catalog, document, 'key', make));
  expect(await Promise.all(answers)).toEqual([made, made, made]);
  expect(make).toHaveBeenCalledOnce();
});

test('shares no answer with errors', async () => {
  const [shared, catalog] = [new SharedAnswers(), event()];
  const make = vi.fn(() => Promise.resolve({ ...made, hasErrors: true }));
  await Promise.all([1, 2, 3].map(() => shared.answer(catalog, document, 'key', make)));
  expect(make).toHaveBeenCalledTimes(3);
});

test('keeps no answer for clients that subscribe later, which could fill the memory', async () => {
  const [shared, catalog] = [new SharedAnswers(), event()];
  const make = vi.fn(() => Promise.resolve(made));
  await shared.answer(catalog, document, 'key', make);
  await setImmediate();
  await shared.answer(catalog, document, 'key', make);
  expect(make).toHaveBeenCalledTimes(2);
});
