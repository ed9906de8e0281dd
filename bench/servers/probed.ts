import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { roleWithRelations } from '../operations/a-role.ts';
import type { Subject } from '../operations/operation.ts';
import { Contestant, type ContestantPlan } from './contestant.ts';

const program = fileURLToPath(new URL('../programs/probe.ts', import.meta.url));
const probed = z.object({ longestHold: z.number(), peakMemory: z.number(), usedMemory: z.number() });

/** The measurements of a probe. */
export type Probe = z.infer<typeof probed>;

/** A server with a probe in it: bench/programs/probe.ts. */
export interface ProbedServer {
  readonly server: Contestant;
  /** The measurements since the previous call. */
  readonly probe: () => Promise<Probe>;
}

/** @param options of Node.js, e.g. --expose-gc, with which each probe collects garbage first. */
export async function startProbed(
  plan: ContestantPlan,
  subject: Subject,
  folder: string,
  options = '',
): Promise<ProbedServer> {
  const file = join(folder, 'probe.json');
  const env = { ...plan.env, NODE_OPTIONS: `${options} --import=${program}`, PROBE_FILE: file };
  const server = await Contestant.start({ ...plan, env }, roleWithRelations, subject);
  return {
    server,
    probe: async () => {
      await rm(file, { force: true });
      server.process.signal('SIGUSR2');
      for (;;) {
        const text = await readFile(file, 'utf8').catch(() => '');
        if (text.endsWith('}')) return probed.parse(JSON.parse(text));
        await wait(5);
      }
    },
  };
}
