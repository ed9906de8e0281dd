import type { Machine } from '../report/results.ts';
import { figure, table } from '../report/table.ts';
import { titleOf } from '../scales.ts';
import type { PlansOfScale } from './measure-plans.ts';
import type { AskedQuestion, AskedScale } from './measure-questions.ts';

/** The most that the median of a question may take at each scale, in ms; more for a plan, for which a search is made. */
const mostTime: Readonly<Record<string, { readonly usual: number; readonly plan: number }>> = {
  shipped: { usual: 20, plan: 20 },
  '5000': { usual: 500, plan: 2_000 },
};
/** The most that the event loop may be held, in ms. */
const mostHold = 50;

/** The results of the analysis, as Markdown. */
export function analysisMarkdown(
  machine: Machine,
  scales: readonly AskedScale[],
  plans: readonly PlansOfScale[],
): string {
  const { cpu, cores, memory, node, neo4j, date, command } = machine;
  const cells = scales.flatMap(({ scale, asked }) => asked.map((each) => isMet(scale, each)));
  return [
    '# How long the analysis takes',
    `\`${command}\`, ${date}: ${cpu}, ${cores} cores, ${figure(memory)} GB, Node.js ${node}, Neo4j ${neo4j}. ` +
      `Within the limits are ${cells.filter(Boolean).length} of ${cells.length}.`,
    'Each query is sent over HTTP to a server without the answer cache (`ROLEGRAPH_ANSWER_CACHE_MB=0`), one request at a ' +
      'time: once for the first answer, which includes parsing and whatever the server computes once, and 30 times more. ' +
      "Hold is the longest time that the server's event loop was held meanwhile, measured by perf_hooks inside it. Both " +
      'engines must give the same answers.',
    ...scales.flatMap(sectionsOf),
    plansSection(plans),
  ].join('\n\n');
}

function sectionsOf({ scale, asked }: AskedScale): readonly string[] {
  const limit = mostTime[scale];
  return [
    `## ${titleOf(scale).replace(/^./, (letter) => letter.toUpperCase())}`,
    limit === undefined ? '' : `Limits: median ${limit.usual} ms, of a plan ${limit.plan} ms, hold ${mostHold} ms.`,
    table(
      ['Question', 'Engine', 'First ms', 'p50 ms', 'p95 ms', 'Hold ms', 'Bytes', 'Met'],
      asked.map((each) => [
        each.question,
        each.server,
        ...[each.first, each.p50, each.p95, each.longestHold].map(figure),
        each.bytes.toLocaleString('en'),
        isMet(scale, each) ? 'yes' : '**no**',
      ]),
    ),
  ].filter((part) => part !== '');
}

/** How many plans are proven, as Markdown. */
function plansSection(plans: readonly PlansOfScale[]): string {
  return [
    '## Plans',
    'Plans for every group, for neighbouring pillars and for all groups of a kind, by each unit, without a limit and with at ' +
      'most 3, 5 and 10 invites: how many are proven to be optimal, and the CPU time of one, in this process. The search is ' +
      'limited by its operations, so other machines find the same plans.',
    table(
      ['Catalog', 'Plans', 'Proven', 'p50 ms', 'p99 ms', 'Most ms'],
      plans.map(({ scale, planCount, optimalCount, p50, p99, most }) => [
        titleOf(scale),
        ...[planCount, optimalCount].map((count) => count.toLocaleString('en')),
        ...[p50, p99, most].map(figure),
      ]),
    ),
    ...plans.flatMap(({ scale, notProven }) => notProven.map((found) => `Not proven, of ${titleOf(scale)}: ${found}.`)),
  ].join('\n\n');
}

function isMet(scale: string, { isPlan, p50, longestHold }: AskedQuestion): boolean {
  return p50 <= (mostTime[scale]?.[isPlan ? 'plan' : 'usual'] ?? Infinity) && longestHold <= mostHold;
}
