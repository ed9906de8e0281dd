import { describe, expect, test } from 'vitest';
import { noEnds, type PathsQuestion } from '../../explorer/state/address/paths-address.ts';
import { otherWays } from '../../explorer/views/paths/other-ways.ts';
import { waysOf } from '../../explorer/views/paths/path-steps.ts';
import { pathsBetween } from '../../src/analysis/paths/paths.ts';
import { pathsData } from '../../src/drawing/paths/paths-data.ts';
import { CatalogGraph } from '../../src/graph/catalog-graph.ts';
import { graphOfCatalog } from '../../src/graph/structure/graph-of-catalog.ts';
import { runToCompletion } from '../../src/scheduling/steps.ts';
import { shippedCatalog } from '../support/catalogs/shipped-catalog.ts';

/** Two roles that groups connect in fewer steps than duties. */
const distant: PathsQuestion = {
  ...noEnds,
  from: 'role:chaos-engineering-specialist',
  to: 'role:finance-analyst',
};

async function answerTo({ from, to, ...question }: PathsQuestion) {
  const graph = CatalogGraph.of(graphOfCatalog(await shippedCatalog()).structure);
  const asked = { ...question, from: from ?? '', to: to ?? '' };
  const picture = runToCompletion(pathsData(graph, asked));
  const { paths, ...found } = runToCompletion(pathsBetween(graph, asked));
  const evidence = {
    ...found,
    paths: paths.map(({ sentence, rarity, edges }) => ({
      sentence,
      rarity,
      edges: edges.map(({ kind, source, target }) => ({ id: `${kind}:${source.id}>${target.id}`, appearances: [] })),
    })),
  };
  return { picture, evidence };
}

describe('the steps of a path', () => {
  test('lead from one end to the other, each from where the one before ends', async () => {
    const ways = waysOf(await answerTo(distant));
    expect(ways).toHaveLength(3);
    for (const { steps } of ways) {
      expect(steps).toHaveLength(4);
      expect([steps.at(0)?.from.id, steps.at(-1)?.to.id]).toEqual([distant.from, distant.to]);
      expect(steps.slice(1).map(({ from }) => from.id)).toEqual(steps.slice(0, -1).map(({ to }) => to.id));
    }
  });
});

describe('what else there is between two ends', () => {
  const ofOthers = async (question: PathsQuestion) =>
    otherWays(question, await answerTo(question)).map(({ label, question: other }) => [
      label,
      other.through,
      other.maxLength,
      other.first,
    ]);

  test('is the longer path through what roles do, and more of what is shown', async () => {
    expect(await ofOthers(distant)).toEqual([
      ['Through what roles do, in 6 steps', 'DUTIES', 6, 3],
      ['Up to 20 paths', 'DUTIES', 4, 20],
    ]);
  });

  test('is the shorter path through anything', async () => {
    expect(await ofOthers({ ...distant, maxLength: 6 })).toEqual([
      ['Through anything, in 4 steps', 'ANY', 6, 3],
      ['Up to 20 paths', 'DUTIES', 6, 20],
    ]);
  });

  test('is each path that more steps allow, if there is none', async () => {
    expect(await ofOthers({ ...distant, maxLength: 2 })).toEqual([
      ['Through what roles do, in 6 steps', 'DUTIES', 6, 3],
      ['Through anything, in 4 steps', 'ANY', 4, 3],
    ]);
  });

  test('is nothing if all paths are shown', async () => {
    expect(await ofOthers({ ...noEnds, from: 'topic:backup', to: 'responsibility:verify-backups' })).toEqual([]);
  });
});
