import { describe, expect, test } from 'vitest';
import { markdownOf } from '../../bench/report/markdown.ts';
import type { Measured, Results, ScaleResults } from '../../bench/report/results.ts';
import { figure, table } from '../../bench/report/table.ts';
import { growthVerdicts, isMet, operationVerdicts, scaleVerdicts } from '../../bench/report/targets.ts';

const measured = (server: Measured['server'], p50: number, requestsPerSecond = 1): Measured => ({
  ...{ server, operation: 'A', bytes: 500, samples: 10, p50, p95: 2 * p50 },
  load: { requestsPerSecond, serverCpu: 1, neo4jCpu: 2 },
});

const scaleOf = (scale: ScaleResults['scale'], all: readonly Measured[]): ScaleResults => ({
  ...{ scale, subject: '', operations: ['A'], measured: all },
  ...{ failed: [], servers: [], firstSeen: [], imports: [], takeOvers: [], documents: [] },
});

const shipped = scaleOf('shipped', [
  measured('ours on Neo4j, cold', 5),
  measured('ours on Neo4j, warm', 1, 290),
  measured('ours embedded, warm', 1, 310),
  measured('@neo4j/graphql', 10, 10),
  measured('bare Cypher', 2),
  measured('ready objects', 1),
  measured('hello', 1, 100),
]);

const machine: Results['machine'] = {
  cpu: 'a CPU',
  cores: 2,
  memory: 8,
  node: '24',
  neo4j: '5.26',
  date: '2026-11-21',
  command: 'npm run bench',
};

const outcome = (scale: ScaleResults) =>
  operationVerdicts(scale, 'A').map((verdict) => [verdict.target, verdict.value, isMet(verdict)]);

describe('targets of an operation', () => {
  test('targets of an operation are ratios in one run, with their limits', () => {
    expect(outcome(shipped)).toEqual([
      ['cold on Neo4j / @neo4j/graphql', 0.5, true],
      ['cold on Neo4j / (bare Cypher + ready objects)', 5 / 3, false],
      ['requests per second, warm on Neo4j / @neo4j/graphql', 29, false],
      ['requests per second, warm on Neo4j / hello', 2.9, false],
      ['requests per second, warm embedded / @neo4j/graphql', 31, true],
      ['requests per second, warm embedded / hello', 3.1, true],
    ]);
  });

  test('targets that could not be measured are not met, and not left out', () => {
    const without = scaleOf('shipped', shipped.measured.slice(0, 3));
    expect(outcome(without).map(([, value, met]) => [value, met])).toEqual(Array(6).fill([undefined, false]));
  });

  test('targets of warm answers apply below 100 kB', () => {
    const large = shipped.measured.map((each) => ({ ...each, bytes: 100_000 }));
    expect(outcome(scaleOf('1000', large))).toHaveLength(2);
  });

  test('targets of cold answers apply up to 5,000 roles', () => {
    expect(outcome(scaleOf('50000', shipped.measured))).toHaveLength(4);
  });
});

test('a start of a second is too long, a little less is not', () => {
  const start = (startTime: number) => ({
    ...shipped,
    servers: [{ server: 'ours embedded, cold' as const, startTime, memoryAfterLoad: 249, peakMemory: 300 }],
  });
  expect(scaleVerdicts(start(999)).map(isMet)).toEqual([true, true]);
  expect(scaleVerdicts(start(1_000)).map(isMet)).toEqual([false, true]);
});

test('growth is of the times at 1,000 and at 50,000 roles', () => {
  const small = scaleOf('1000', [measured('ours on Neo4j, cold', 2), measured('ours embedded, cold', 1)]);
  const large = scaleOf('50000', [measured('ours on Neo4j, cold', 2.8), measured('ours embedded, cold', 1.5)]);
  expect(growthVerdicts({ machine, scales: [small, large] }).map(isMet)).toEqual([true, false]);
  expect(growthVerdicts({ machine, scales: [small] })).toEqual([]);
});

describe('the text', () => {
  test('shows figures with three significant digits', () => {
    expect([0, 0.0123, 0.456, 1.2, 45.67, 456.7, 12_345].map(figure)).toEqual([
      ...['0', '0.012', '0.456', '1.20', '45.7', '457', '12,345'],
    ]);
  });

  test('keeps a table a table, whatever is in it', () => {
    expect(table(['a', 'b'], [['x|y', '1']])).toBe('| a | b |\n| --- | --: |\n| x\\|y | 1 |');
  });

  test('shows every server, and what was not measured', () => {
    const scale: ScaleResults = {
      ...shipped,
      failed: [{ server: 'ours embedded, cold', operation: 'A', reason: 'no answer within 60 s' }],
    };
    const text = markdownOf({ machine, scales: [scale] });
    expect(text).toContain('`npm run bench`, 2026-11-21: a CPU, 2 cores, 8.00 GB, Node.js 24, Neo4j 5.26.');
    expect(text).toContain('| @neo4j/graphql | 10.0 | 20.0 | 10 | 10.0 | 1.00 | 2.00 | 500 |');
    expect(text).toContain('| ours embedded, cold | not done |  |  |  |  |  |  |');
    expect(text).toContain('**Failed**, ours embedded, cold: no answer within 60 s');
    expect(text).toContain('| A: cold on Neo4j / @neo4j/graphql | ≤ 0.5 | 0.500 | yes |');
    expect(text).toContain('Of 6 targets 3 are met.');
  });
});
