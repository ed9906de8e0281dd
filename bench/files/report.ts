import type { Machine } from '../report/results.ts';
import { figure, table } from '../report/table.ts';
import { titleOf, type ScaleName } from '../scales.ts';
import type { MeasuredFile } from './measure-file.ts';

/** How much more memory the server may need while it sends a file, in MB. */
const mostMemory = 100;
/** The most that the event loop may be held, in ms of processor time. */
const mostHold = 50;

/** The results as Markdown. */
export function filesMarkdown(
  { cpu, cores, memory, node, date, command }: Omit<Machine, 'neo4j'>,
  scale: ScaleName,
  files: readonly MeasuredFile[],
): string {
  const met = files.filter(isMet).length;
  return [
    '# What files of the graph cost a server',
    `\`${command}\`, ${date}: ${cpu}, ${cores} cores, ${figure(memory)} GB, Node.js ${node}. Embedded, ${titleOf(scale)}. Within ` +
      `the limits are ${met} of ${files.length}.`,
    'Each file is requested twice, without compression, by a client that reads as fast as it can. While the first one is sent, the ' +
      'server collects garbage again and again: memory is what it uses then (heap and buffers) beyond what it used before the ' +
      'first file of all, and kept is what remains of that afterwards, such as objects of appearances. The second one is sent as ' +
      "usual. Hold is the longest time that the server's main thread worked between two turns of its event loop meanwhile, in " +
      'processor time, without the collections of the first one and with those of the second one.',
    `Limits: ${mostMemory} MB, ${mostHold} ms. Forms that have a largest graph are measured at that size, in steps of a tenth.`,
    table(
      ['File', 'MB', 'Seconds', 'Memory MB', 'Kept MB', 'Hold ms', 'Met'],
      files.map((file) => [
        `\`${file.address}\``,
        ...[file.megabytes, file.seconds, file.more, file.kept, file.longestWork].map(figure),
        isMet(file) ? 'yes' : '**no**',
      ]),
    ),
  ].join('\n\n');
}

function isMet({ more, longestWork }: MeasuredFile): boolean {
  return more < mostMemory && longestWork < mostHold;
}
