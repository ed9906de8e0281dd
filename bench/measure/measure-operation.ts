import { progress } from '../progress.ts';
import { checkSame, DifferentAnswers, type Answered, type Contestant } from '../servers/contestant.ts';
import type { Operation, Subject } from '../operations/operation.ts';
import type { Failed, Measured } from '../report/results.ts';
import { slowestUnderLoad, together, underLoad, type LoadResult } from './load.ts';
import { percentile } from './percentiles.ts';
import { rotated, sequentialTimes, warmUp, type Effort } from './sequential.ts';

/** An operation with slower answers is measured under load only once, in milliseconds. */
const slowestAgain = 300;

/** One operation at all servers: the same answers, then times of one request at a time in turns, then load. */
export async function measureOperation(
  operation: Operation,
  subject: Subject,
  servers: readonly Contestant[],
  neo4j: number,
  effort: Effort,
): Promise<{ readonly measured: readonly Measured[]; readonly failed: readonly Failed[] }> {
  const { letter } = operation;
  const failed: Failed[] = [];
  const fail = (server: Contestant, error: unknown) => {
    const reason = error instanceof Error ? error.message : String(error);
    progress(`FAILED ${letter} at "${server.name}": ${reason}`);
    failed.push({ server: server.name, operation: letter, reason });
  };

  let first: Answered | undefined;
  const able: { readonly server: Contestant; readonly bytes: number }[] = [];
  for (const server of servers) {
    try {
      const { facts, bytes, refusals } = await server.factsInTime(operation, subject);
      const [refusal] = refusals;
      if (refusal !== undefined) fail(server, `the first ${refusals.length} requests were refused: ${refusal}`);
      // Hello does not answer the question; it shows the cost that every request has.
      if (server.name !== 'hello') {
        first ??= [server.name, facts];
        checkSame(operation, first, [server.name, facts]);
      }
      able.push({ server, bytes });
    } catch (error) {
      if (error instanceof DifferentAnswers) throw error;
      fail(server, error);
    }
  }

  const calls = able.map(({ server }) => server.call(operation, subject));
  for (const call of calls) await warmUp(call, effort);
  const times = await sequentialTimes(calls, effort);
  const turns = able.flatMap(({ server, bytes }, at) => {
    const [call, own] = [calls[at], times[at]];
    return call === undefined || own === undefined
      ? []
      : [{ server, bytes, call, times: own, loads: new Array<LoadResult>() }];
  });
  for (let round = 0; round < effort.loads; round++) {
    for (const { server, call, times: own, loads } of rotated(turns, round)) {
      const expected = percentile(own, 0.5);
      // Once is enough for a slow operation.
      if (expected > slowestUnderLoad || (round > 0 && expected > slowestAgain)) continue;
      const processes = { server: server.process.pid, neo4j };
      try {
        loads.push(await underLoad(call, processes, { duration: effort.load, expected }));
      } catch (error) {
        fail(server, error);
      }
    }
  }
  const measured = turns.map(({ server, bytes, times: own, loads }) => ({
    server: server.name,
    operation: letter,
    bytes,
    samples: own.length,
    p50: percentile(own, 0.5),
    p95: percentile(own, 0.95),
    load: loads.length === 0 ? undefined : together(loads),
  }));
  return { measured, failed };
}
