import type { ContestantName } from '../servers/contestant.ts';
import type { Letter } from '../operations/operation.ts';
import type { Measured, Results, ScaleResults } from './results.ts';

/** A target and its result. */
export interface Verdict {
  readonly target: string;
  /** Undefined if it could not be measured; the target is then not met. */
  readonly value: number | undefined;
  readonly unit: '' | 'ms' | 's' | 'MB';
  readonly limit: { readonly least: number } | { readonly below: number } | { readonly most: number };
}

export function isMet({ value, limit }: Verdict): boolean {
  if (value === undefined) return false;
  if ('least' in limit) return value >= limit.least;
  return 'most' in limit ? value <= limit.most : value < limit.below;
}

/** Of the time of @neo4j/graphql, cold on Neo4j. */
const mostOfPeer: Readonly<Record<Letter, number>> = { A: 0.5, B: 0.3, C: 0.5, D: 0.6, E: 0.3, F: 0.6, G: 0.3 };
const mostOfBareAndReady = 1.3;
const leastOfPeerWarm = 30;
const leastOfHelloWarm = 3;
/** Larger answers have no targets for warm requests, in bytes. */
const largestWarm = 100_000;
/** Ratios of cold answers have targets up to this scale. */
const scalesWithTargets = ['shipped', '1000', '5000'];
const mostGrowth = 1.5;
const mostOfHalf = 1.1;
const growing: readonly Letter[] = ['A', 'B', 'D', 'E', 'G'];

export function measuredAt(
  { measured }: ScaleResults,
  server: ContestantName,
  operation: Letter,
): Measured | undefined {
  return measured.find((each) => each.server === server && each.operation === operation);
}

/** Undefined where either is. */
function ratio(part: number | undefined, whole: number | undefined): number | undefined {
  return part === undefined || whole === undefined ? undefined : part / whole;
}

const sum = (one: number | undefined, other: number | undefined) =>
  one === undefined || other === undefined ? undefined : one + other;

/** The targets of one operation at one scale. */
export function operationVerdicts(scale: ScaleResults, operation: Letter): readonly Verdict[] {
  const p50 = (server: ContestantName) => measuredAt(scale, server, operation)?.p50;
  const rate = (server: ContestantName) => measuredAt(scale, server, operation)?.load?.requestsPerSecond;
  const cold = p50('ours on Neo4j, cold');
  const verdicts: Verdict[] = [];
  if (scalesWithTargets.includes(scale.scale)) {
    verdicts.push(
      {
        target: 'cold on Neo4j / @neo4j/graphql',
        value: ratio(cold, p50('@neo4j/graphql')),
        unit: '',
        limit: { most: mostOfPeer[operation] },
      },
      {
        target: 'cold on Neo4j / (bare Cypher + ready objects)',
        value: ratio(cold, sum(p50('bare Cypher'), p50('ready objects'))),
        unit: '',
        limit: { most: mostOfBareAndReady },
      },
    );
  }
  for (const warm of ['ours on Neo4j, warm', 'ours embedded, warm'] as const) {
    const bytes = measuredAt(scale, warm, operation)?.bytes;
    if (bytes !== undefined && bytes >= largestWarm) continue;
    const place = warm === 'ours on Neo4j, warm' ? 'on Neo4j' : 'embedded';
    verdicts.push(
      {
        target: `requests per second, warm ${place} / @neo4j/graphql`,
        value: ratio(rate(warm), rate('@neo4j/graphql')),
        unit: '',
        limit: { least: leastOfPeerWarm },
      },
      {
        target: `requests per second, warm ${place} / hello`,
        value: ratio(rate(warm), rate('hello')),
        unit: '',
        limit: { least: leastOfHelloWarm },
      },
    );
  }
  return verdicts;
}

/** The targets of a server at a scale, in addition to those of its operations. */
export function scaleVerdicts({ scale, firstSeen, servers, imports, takeOvers }: ScaleResults): readonly Verdict[] {
  const verdicts: Verdict[] = [];
  const add = (target: string, value: number | undefined, unit: Verdict['unit'], below: number) =>
    verdicts.push({ target, value, unit, limit: { below } });
  for (const { server, median } of firstSeen) {
    if (server !== '@neo4j/graphql') add(`a document never seen, median, ${server}`, median, 'ms', 10);
  }
  for (const { server, startTime, memoryAfterLoad } of servers) {
    if (scale === 'shipped' && server.startsWith('ours')) {
      add(`start, ${server}`, startTime / 1000, 's', 1);
      add(`memory after load, ${server}`, memoryAfterLoad, 'MB', 250);
    }
    if (scale === '50000' && server.startsWith('ours embedded')) add(`start, ${server}`, startTime / 1000, 's', 3);
    if (scale === '50000' && server.startsWith('ours'))
      add(`memory after load, ${server}`, memoryAfterLoad, 'MB', 1_000);
  }
  for (const { place, seconds, peakMemory } of scale === '50000' ? imports : []) {
    add(`import, ${place}`, seconds, 's', place === 'Neo4j' ? 60 : 15);
    add(`peak memory of the import, ${place}`, peakMemory, 'MB', 1_000);
  }
  for (const { place, longestHold, peakMemory } of takeOvers) {
    add(`event loop held by a new generation, ${place}`, longestHold, 'ms', 50);
    add(`peak memory while a new generation is taken over, ${place}`, peakMemory, 'MB', 1_000);
  }
  return verdicts;
}

/** Memory after all of many distinct documents, relative to that after half of them, when the caches are full. */
export function documentVerdicts({ scales }: Results): readonly Verdict[] {
  return scales.flatMap(({ documents }) =>
    documents.map(({ server, count, memory }) => ({
      target: `memory after ${count.toLocaleString('en')} distinct documents / after half of them, ${server}`,
      value: ratio(memory.at(-1), memory[Math.floor(memory.length / 2) - 1]),
      unit: '' as const,
      limit: { below: mostOfHalf },
    })),
  );
}

/** How times grow from 1,000 to 50,000 roles; empty unless both were measured. */
export function growthVerdicts({ scales }: Results): readonly Verdict[] {
  const [small, large] = ['1000', '50000'].map((name) => scales.find(({ scale }) => scale === name));
  if (small === undefined || large === undefined) return [];
  return (['ours on Neo4j, cold', 'ours embedded, cold'] as const).flatMap((server) =>
    growing
      .filter((letter) => small.operations.includes(letter))
      .map((letter) => ({
        target: `${letter}, ${server}`,
        value: ratio(measuredAt(large, server, letter)?.p50, measuredAt(small, server, letter)?.p50),
        unit: '' as const,
        limit: { below: mostGrowth },
      })),
  );
}
