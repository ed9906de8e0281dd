import { connections, slowestUnderLoad } from '../measure/load.ts';
import { longestAnswer } from '../measure/client.ts';
import { operations } from '../operations/operations.ts';
import type { Letter } from '../operations/operation.ts';
import { titleOf } from '../scales.ts';
import { contestantNames } from '../servers/contestant.ts';
import type { Machine, Results, ScaleResults } from './results.ts';
import { figure, table } from './table.ts';
import {
  documentVerdicts,
  growthVerdicts,
  isMet,
  measuredAt,
  operationVerdicts,
  scaleVerdicts,
  type Verdict,
} from './targets.ts';

/** All results as Markdown. */
export function markdownOf(results: Results): string {
  const growth = growthVerdicts(results);
  return [
    '# Benchmarks against alternatives',
    head(results.machine),
    summary(results, growth),
    ...results.scales.flatMap(scaleSections),
    ...(growth.length === 0 ? [] : ['## Growth from 1,000 to 50,000 roles', verdictTable(growth)]),
    ...documentSections(results),
    howItIsMeasured,
  ].join('\n\n');
}

function head({ cpu, cores, memory, node, neo4j, date, command }: Machine): string {
  return [
    `\`${command}\`, ${date}: ${cpu}, ${cores} cores, ${figure(memory)} GB, Node.js ${node}, Neo4j ${neo4j}.`,
    '',
    ...operations.map(({ letter, question }) => `- **${letter}**: ${question}.`),
  ].join('\n');
}

function summary(results: Results, growth: readonly Verdict[]): string {
  const all = [
    ...results.scales.flatMap((scale) => [
      ...scale.operations.flatMap((letter) => operationVerdicts(scale, letter)),
      ...scaleVerdicts(scale),
    ]),
    ...growth,
    ...documentVerdicts(results),
  ];
  return `Of ${all.length} targets ${all.filter(isMet).length} are met.`;
}

function scaleSections(scale: ScaleResults): readonly string[] {
  const others = scaleVerdicts(scale);
  return [
    `## ${capitalized(titleOf(scale.scale))}`,
    scale.subject,
    ...scale.operations.flatMap((letter) => operationSection(scale, letter)),
    '### Targets of the operations',
    operationTargets(scale),
    '### Servers',
    serverTable(scale),
    '### Documents never seen, first answer',
    table(
      ['Server', 'Documents', 'Median ms', 'p95 ms'],
      scale.firstSeen.map(({ server, documents, median, p95 }) => [
        server,
        String(documents),
        figure(median),
        figure(p95),
      ]),
    ),
    '### Imports',
    importTable(scale),
    ...(others.length === 0 ? [] : ['### Other targets', verdictTable(others)]),
  ];
}

function operationSection(scale: ScaleResults, letter: Letter): readonly string[] {
  const rows = contestantNames.map((server) => {
    const measured = measuredAt(scale, server, letter);
    if (measured === undefined) return [server, 'not done', '', '', '', '', '', ''];
    const { p50, p95, samples, load, bytes } = measured;
    return [
      server,
      figure(p50),
      figure(p95),
      String(samples),
      ...(load === undefined
        ? ['–', '–', '–']
        : [figure(load.requestsPerSecond), figure(load.serverCpu), figure(load.neo4jCpu)]),
      bytes.toLocaleString('en'),
    ];
  });
  const failed = scale.failed.filter(({ operation }) => operation === letter);
  const header = ['Server', 'p50 ms', 'p95 ms', 'Samples', 'Requests/s', 'CPU ms', 'Neo4j CPU ms', 'Bytes'];
  return [
    `### ${letter}: ${operations.find((each) => each.letter === letter)?.question ?? ''}`,
    table(header, rows),
    ...failed.map(({ server, reason }) => `**Failed**, ${server}: ${reason.replaceAll('\n', ' ')}`),
  ];
}

function operationTargets(scale: ScaleResults): string {
  const rows = scale.operations.flatMap((letter) =>
    operationVerdicts(scale, letter).map((verdict) => [`${letter}: ${verdict.target}`, ...cellsOf(verdict)]),
  );
  return table(['Target', 'Limit', 'Measured', 'Met'], rows);
}

function verdictTable(verdicts: readonly Verdict[]): string {
  return table(
    ['Target', 'Limit', 'Measured', 'Met'],
    verdicts.map((verdict) => [verdict.target, ...cellsOf(verdict)]),
  );
}

function cellsOf(verdict: Verdict): readonly string[] {
  const { limit, value, unit } = verdict;
  const withUnit = (number: string) => (unit === '' ? number : `${number} ${unit}`);
  const [sign, bound] =
    'least' in limit ? ['≥', limit.least] : 'most' in limit ? ['≤', limit.most] : ['<', limit.below];
  return [
    `${sign} ${withUnit(bound.toLocaleString('en'))}`,
    value === undefined ? 'not measured' : withUnit(figure(value)),
    isMet(verdict) ? 'yes' : '**no**',
  ];
}

function serverTable({ servers }: ScaleResults): string {
  return table(
    ['Server', 'Start s', 'Memory after load MB', 'Peak memory MB'],
    servers.map(({ server, startTime, memoryAfterLoad, peakMemory }) => [
      server,
      figure(startTime / 1000),
      figure(memoryAfterLoad),
      figure(peakMemory),
    ]),
  );
}

function importTable({ imports, takeOvers }: ScaleResults): string {
  const rows = [
    ...imports.map(({ place, seconds, peakMemory }) => [
      `${place}, first`,
      figure(seconds),
      figure(peakMemory),
      '–',
      '–',
    ]),
    ...takeOvers.map(({ place, import: { seconds, peakMemory }, longestHold, newAnswerAfter }) => [
      `${place}, while a server runs`,
      figure(seconds),
      figure(peakMemory),
      figure(longestHold),
      figure(newAnswerAfter),
    ]),
  ];
  return table(['Import', 'Time s', 'Peak memory MB', "Server's event loop held ms", 'New answers after ms'], rows);
}

function documentSections(results: Results): readonly string[] {
  const rows = results.scales.flatMap(({ scale, documents }) =>
    documents.map(({ server, count, memory }) => [
      `${server}, ${titleOf(scale)}, ${count.toLocaleString('en')} documents`,
      ...memory.map(figure),
    ]),
  );
  if (rows.length === 0) return [];
  const tenths = Array.from({ length: 10 }, (_, at) => `${(at + 1) * 10} %`);
  const verdicts = verdictTable(documentVerdicts(results));
  return ['## Memory in use, in MB, over distinct documents', table(['Server, after', ...tenths], rows), verdicts];
}

function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

const howItIsMeasured = `## How it is measured

- Each server is a process of its own on the same machine, on loopback, started as a user would start it. Client, servers and
  Neo4j share the cores. Each scale has a fresh Neo4j from Maven (5.26 as the tests have it, compiled in full, with the G1 collector, 2 GB of heap and 1 GB of page cache);
  before 50,000 roles it imports 5,000: into one that has just started, the import takes some 10 s more.
- **Ours, cold**: \`ROLEGRAPH_ANSWER_CACHE_MB=0\`: no answer is kept; the graph, parsed documents and connections are in use.
  **Warm**: the default settings, the same request again and again. Ours log each request to a file, as they do by default; the others log nothing.
- **@neo4j/graphql** 7.6 is served by GraphQL Yoga with graphql 16. **Bare Cypher** is the best single query that we know for each operation
  (bench/cypher), behind node:http. Both read the graph that Rolegraph derived (overlaps and weights are stored relationships),
  have every index that their queries can use, and need not sort lists of names. **Ready objects** is GraphQL Yoga that resolves the same answer
  by default resolvers from objects in memory. **Hello** is GraphQL Yoga that answers \`{ hello }\`, whatever the operation.
- Answers of all servers are compared first, as the same plain facts; a difference stops the run. What was not answered within ${longestAnswer / 1000} s, or with
  an error, is shown as not done.
- p50 and p95 are of one request at a time over a connection kept alive, servers in turns, after a warm-up. Requests per second are
  of ${connections} connections whose client takes gzip and br, as browsers and Node's fetch do (one request at a time takes neither);
  of all servers, only ours compress. CPU is user and system time an answer under that load, of the server's process and of Neo4j's. "–": one answer alone takes over
  ${slowestUnderLoad / 1000} s, so that ${connections} at once were not tried, or they were tried and not all answered, as is told then.
- Memory after load is that of the process when all operations have been asked under load (VmRSS), peak memory the most it ever held (VmHWM). Start is the time from starting
  the process to its first right answer.
- F leaves out overlaps below 0.1. Where the graph has more nodes than an answer of ours may hold (10,000), it is drawn without responsibilities, and
  at 50,000 roles with the roles of highest degree only, whose ids the others are given.
- Memory over distinct documents is what is in use when garbage has been collected (heap and external, told by the process itself), in a server with
  \`ROLEGRAPH_ANSWER_CACHE_MB=2\`, so that kept answers have come to their limit before half of the documents.
- While a new generation is imported by another process, the server answers 20 requests a second; how long its event loop was held is
  measured by perf_hooks inside it, from the start of the import until a second after the change.`;
