import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import { roleWithRelations } from '../operations/a-role.ts';
import type { Subject } from '../operations/operation.ts';
import { runToEnd, type CommandResult } from '../servers/command.ts';
import type { Contestant, ContestantPlan } from '../servers/contestant.ts';
import { commandLine } from '../servers/plans.ts';
import { startProbed } from '../servers/probed.ts';

export interface TakeOver {
  /** The longest time that the event loop was held, from the start of the import until a second after the change, in ms. */
  readonly longestHold: number;
  /** From the end of the import to the first answer from the new catalog, in ms. */
  readonly newAnswerAfter: number;
  /** The peak memory of the server, in MB. */
  readonly peakMemory: number;
  readonly import: CommandResult;
}

/** Twenty requests a second go on all the time. */
const pause = 50;

/** Measures a running server, under light load, while another process imports into its store. */
export async function takeOver(
  plan: ContestantPlan,
  subject: Subject,
  catalog: string,
  folder: string,
): Promise<TakeOver> {
  const { server, probe } = await startProbed(plan, subject, folder);
  try {
    await wait(2_000);
    await probe();
    const before = await versionOf(server);
    const over = new AbortController();
    const load = lightLoad(server, subject, over.signal);
    // An error is reported when it is awaited.
    load.catch(() => undefined);
    const imported = await runToEnd([commandLine, 'import', catalog], plan.env, join(folder, 'import-again.log'));
    const ended = performance.now();
    while ((await versionOf(server)) === before) {
      if (performance.now() - ended > 60_000) throw new Error(`${plan.name} did not take over what was imported.`);
      await wait(10);
    }
    const newAnswerAfter = performance.now() - ended;
    await wait(1_000);
    over.abort();
    await load;
    const { longestHold, peakMemory } = await probe();
    return { longestHold, peakMemory, newAnswerAfter, import: imported };
  } finally {
    await server.process.stop();
  }
}

async function versionOf(server: Contestant): Promise<string> {
  const { data } = await server.ask(server.graphql({ query: '{ catalog { version } }' }));
  return z.object({ catalog: z.object({ version: z.string() }) }).parse(data).catalog.version;
}

async function lightLoad(server: Contestant, subject: Subject, over: AbortSignal): Promise<void> {
  while (!over.aborted) {
    // The role may be missing from the new catalog; any answer is enough.
    await server.ask(server.call(roleWithRelations, subject));
    await wait(pause);
  }
}
