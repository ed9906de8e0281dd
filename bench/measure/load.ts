import autocannon from 'autocannon';
import { longestAnswer, type Call } from './client.ts';
import { median } from './percentiles.ts';
import { cpuTime } from './process-statistics.ts';

export const connections = 16;

/** An operation with slower answers is not measured under load: 16 of them at once would take minutes. */
export const slowestUnderLoad = 3_000;

export interface LoadResult {
  readonly requestsPerSecond: number;
  /** CPU time of an answer, in milliseconds. */
  readonly serverCpu: number;
  readonly neo4jCpu: number;
}

export interface LoadedProcesses {
  readonly server: number;
  readonly neo4j: number;
}

/** The compressions that browsers and Node's fetch accept. */
const compressions = 'gzip, deflate, br';

/** Of several runs: the median rate, and the mean CPU time. */
export function together(runs: readonly LoadResult[]): LoadResult {
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  return {
    requestsPerSecond: median(runs.map(({ requestsPerSecond }) => requestsPerSecond)),
    serverCpu: mean(runs.map(({ serverCpu }) => serverCpu)),
    neo4jCpu: mean(runs.map(({ neo4jCpu }) => neo4jCpu)),
  };
}

/**
 * Requests over 16 connections kept alive, each sending its next as soon as it has its answer, from a client that takes
 * compressed ones.
 *
 * @param expected milliseconds of one answer alone, so that slow ones are given the time that they need.
 * @throws Error if an answer is invalid.
 */
export async function underLoad(
  { url, body }: Call,
  { server, neo4j }: LoadedProcesses,
  { duration, expected }: { readonly duration: number; readonly expected: number },
): Promise<LoadResult> {
  const before = { server: cpuTime(server), neo4j: cpuTime(neo4j) };
  const isSlow = 4 * expected * connections > duration;
  const result = await autocannon({
    url,
    method: 'POST',
    headers: { 'content-type': 'application/json', 'accept-encoding': compressions },
    body,
    connections,
    timeout: (2 * longestAnswer) / 1000,
    sampleInt: 50,
    // At least some answers for each connection, however long they take.
    ...(isSlow ? { amount: connections * (expected * connections > duration ? 1 : 4) } : { duration: duration / 1000 }),
  });
  const answers = result['2xx'];
  if (result.errors > 0 || result.non2xx > 0 || answers === 0) {
    const { errors, non2xx } = result;
    throw new Error(
      `of ${connections} requests at a time ${answers} were answered, ${non2xx} refused, ${errors} broken off`,
    );
  }
  return {
    requestsPerSecond: answers / result.duration,
    serverCpu: (cpuTime(server) - before.server) / answers,
    neo4jCpu: (cpuTime(neo4j) - before.neo4j) / answers,
  };
}
