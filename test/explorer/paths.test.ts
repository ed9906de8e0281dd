import { describe, expect, test } from 'vitest';
import { mostWays, noEnds, type PathsQuestion } from '../../explorer/state/address/paths-address.ts';
import { otherWays } from '../../explorer/views/paths/other-ways.ts';
import { waysOf } from '../../explorer/views/paths/path-steps.ts';
import { pathsTables } from '../../explorer/views/paths/paths-tables.ts';
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
  const { paths, ...found } = runToCompletion(
    pathsBetween(graph, { ...asked, first: Math.min(asked.first + 1, mostWays) }),
  );
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
      ['More paths, up to 20', 'DUTIES', 4, 20],
    ]);
  });

  test('is the shorter path through anything', async () => {
    expect(await ofOthers({ ...distant, maxLength: 6 })).toEqual([
      ['Through anything, in 4 steps', 'ANY', 6, 3],
      ['More paths, up to 20', 'DUTIES', 6, 20],
    ]);
  });

  test('is each path that more steps allow, if there is none', async () => {
    expect(await ofOthers({ ...distant, maxLength: 2 })).toEqual([
      ['Through what roles do, in 6 steps', 'DUTIES', 6, 3],
      ['Through anything, in 4 steps', 'ANY', 4, 3],
    ]);
  });

  test('is not what is shown already among the paths through anything', async () => {
    const question: PathsQuestion = {
      ...noEnds,
      from: 'topic:backup',
      to: 'pillar:security',
      through: 'ANY',
      first: 20,
    };
    expect(await ofOthers(question)).toEqual([]);
  });

  test('is nothing if all paths are shown', async () => {
    // As many as are asked for.
    expect(
      await ofOthers({ ...noEnds, from: 'role:devops-engineer', to: 'role:site-reliability-engineer', first: 3 }),
    ).toEqual([]);
    expect(await ofOthers({ ...noEnds, from: 'topic:backup', to: 'responsibility:verify-backups' })).toEqual([]);
  });
});

describe('the table of paths', () => {
  test('has a row for each line behind each step, and for each step that no line states', async () => {
    const [way] = waysOf(await answerTo(distant));
    expect(way).toBeDefined();
    if (way === undefined) return;
    const named = (line: number) => ({
      id: `appearance:${line}`,
      titles: [],
      summary: 'Watches.',
      note: null,
      role: { id: 'role:data-analyst', label: 'Data Analyst' },
      source: {
        line,
        row: null,
        quote: null,
        url: null,
        source: { slug: '001', title: 'Roles', document: 'roles.txt' },
      },
    });
    const steps = way.steps.map((step, index) => (index === 0 ? { ...step, lines: [named(7), named(8)] } : step));
    const [table] = pathsTables(['Chaos Engineering Specialist', 'Finance Analyst'], [{ ...way, steps }]);
    expect(table?.rows.map((row) => row.length)).toEqual(Array.from({ length: 5 }, () => table?.columns.length));
    expect(table?.rows.slice(0, 3).map((row) => row.slice(1))).toEqual([
      [1, 'Chaos Engineering Specialist', 'is listed under', 'Testing, Monitoring & Quality', '001', 7, 'Watches.'],
      [1, 'Chaos Engineering Specialist', 'is listed under', 'Testing, Monitoring & Quality', '001', 8, 'Watches.'],
      [2, 'Testing, Monitoring & Quality', 'has the role', 'Data Analyst', null, null, null],
    ]);
  });
});
