import { progress } from '../progress.ts';
import type { Asked } from '../replay/asking.ts';
import type { Vocabulary } from '../replay/vocabulary.ts';
import type { HostileRequests } from './hostile-requests.ts';
import { attacksOn } from './attacks.ts';
import { Findings, sendTogether, ServerGone, type Batch } from './send-requests.ts';
import type { WatchedServer } from './watched-server.ts';

/** How much the memory in use may grow from the first half of a run to its end, in MB. */
const mostGrowth = 24;
/** How often the memory in use is read during a run. */
const readings = 12;

export interface FuzzOptions {
  readonly queries: number;
  /** How many requests are sent at the same time. */
  readonly concurrency: number;
}

/** Sends random requests, and collects what they cause. */
export async function fuzz(
  server: WatchedServer,
  requests: HostileRequests,
  { queries, concurrency }: FuzzOptions,
): Promise<{ readonly findings: Findings; readonly memory: readonly Memory[] }> {
  const findings = new Findings();
  const memory: Memory[] = [];
  let reading = 1;
  try {
    while (findings.sent < queries) {
      const batch = Array.from({ length: Math.min(concurrency, queries - findings.sent) }, () => {
        const { number, ways, asked } = requests.next();
        return { name: [`#${number}`, ...(ways.length > 0 ? [`(${ways.join(', ')})`] : [])].join(' '), asked };
      });
      findings.add(await sendTogether(server, batch));
      if (findings.sent >= (reading * queries) / readings) {
        reading++;
        memory.push(...(await memoryOf(server)));
        progress(`${findings.sent} of ${queries} requests, ${findings.violations.length} violations`);
      }
    }
  } catch (error) {
    if (!(error instanceof ServerGone)) throw error;
    findings.violations.push(error.message);
  }
  const growth = growthOf(memory.map(({ used }) => used));
  if (growth > mostGrowth) findings.violations.push(`the memory in use grew by ${Math.round(growth)} MB`);
  return { findings, memory };
}

/** The memory of a server, in MB. */
export interface Memory {
  /** After a garbage collection. */
  readonly used: number;
  readonly resident: number;
}

async function memoryOf(server: WatchedServer): Promise<readonly Memory[]> {
  const inside = await server.inside(true);
  return inside === undefined ? [] : [inside];
}

/** From the middle of a run to its end; the first readings have caches that are not full yet. */
export function growthOf(used: readonly number[]): number {
  const quarter = Math.floor(used.length / 4);
  if (quarter === 0) return 0;
  const lowest = (from: number) => Math.min(...used.slice(from, from + quarter));
  return lowest(used.length - quarter) - lowest(quarter);
}

export interface AttackResult {
  readonly name: string;
  readonly atOnce: number;
  readonly batch: Batch;
}

/** With another text: equal requests at the same time would get the answer to one of them. */
function distinct({ query, variables }: Asked, number: number): Asked {
  return { query: `${query} # ${number}`, variables };
}

/** Sends all attacks, one after the other; those whose name has the text. Ends early if the server does. */
export async function attack(
  server: WatchedServer,
  vocabulary: Vocabulary,
  text = '',
): Promise<{ readonly results: readonly AttackResult[]; readonly violations: readonly string[] }> {
  const results: AttackResult[] = [];
  const violations: string[] = [];
  await sendTogether(server, []);
  for (const { name, atOnce, asked } of attacksOn(vocabulary)) {
    if (!name.includes(text)) continue;
    progress(name);
    try {
      const batch = await sendTogether(
        server,
        Array.from({ length: atOnce }, (_, at) => ({ name, asked: distinct(asked, at) })),
      );
      results.push({ name, atOnce, batch });
      violations.push(...new Set(batch.violations.map((each) => (each.startsWith(name) ? each : `${name}: ${each}`))));
    } catch (error) {
      if (!(error instanceof ServerGone)) throw error;
      violations.push(error.message);
      break;
    }
  }
  return { results, violations };
}
