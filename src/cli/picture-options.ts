import { type Command, Option } from 'commander';
import { collectValues } from './option-values.ts';
import type { actionOf } from './query-commands.ts';
import { pictureHelp } from './query-help.ts';

/**
 * The kinds of pictures and the parameters that they take, as the help lists them. Both are in src/exchange/pictures, which is
 * loaded only when the command runs; a test compares them.
 */
const kinds = ['board', 'upset', 'heatmap', 'matrix', 'neighbourhood', 'plan', 'paths'] as const;

const options = [
  ['--of <names>', 'what is shown: groups; of a heat map also topics; the middle of a neighbourhood, any nodes'],
  ['--kind <kind>', 'heatmap, upset: pillars, categories or organization types; of a heat map also topics'],
  ['--by <kind>', 'matrix: what the columns are; plan: what must be covered, category, responsibility or topic'],
  ['--cover <groups>', 'plan: the groups that a meeting is about'],
  ['--max <number>', 'plan: how many seats there are'],
  ['--from <value>', 'paths: where they begin; plan: who may be invited, members or catalog'],
  ['--to <name>', 'paths: where they end'],
  ['--most <number>', 'board: the most roles that a box shows'],
  ['--in-all <groups>', 'board, matrix: only roles in all of these groups'],
  ['--in-any <groups>', 'board, matrix: only roles in at least one of these groups'],
  ['--in-none <groups>', 'board, matrix: only roles in none of these groups'],
  ['--performs-all <names>', 'board, matrix: only roles that have all of these responsibilities and topics'],
  ['--performs-any <names>', 'board, matrix: only roles that have at least one of these responsibilities and topics'],
  ['--title-contains <text>', 'board, matrix: only roles with a title that contains a text'],
  ['--universal <switch>', 'board, matrix: true for only those roles that are in every pillar'],
  [
    '--min-groups <number>',
    'board: only roles in so many pillars; matrix: in so many columns; upset: only combinations of so many groups',
  ],
  ['--max-groups <number>', 'upset: only combinations of at most so many groups'],
  ['--min-roles <number>', 'upset: only combinations of so many roles'],
  ['--max-roles <number>', 'matrix: the most rows'],
  ['--columns <number>', 'upset: the most combinations'],
  ['--fill <switch>', 'plan: false leaves seats empty that the smallest plan does not need'],
  ['--with <roles>', 'plan: roles that are always invited'],
  ['--without <roles>', 'plan: roles that are never invited'],
  ['--among <roles>', 'plan: the only roles that are invited besides those in --with'],
  ['--through <nodes>', 'paths: duties, or any for groups as well'],
  ['--max-length <number>', 'paths: the most steps of a path'],
  ['--first <number>', 'paths: the most paths'],
  ['--edge-kinds <kinds>', 'neighbourhood, paths: how nodes must be connected, e.g. appears-in,overlaps-with'],
  ['--min-overlap <number>', 'neighbourhood: leaves out overlaps below this score, 0 to 1'],
  ['--max-nodes <number>', 'neighbourhood: the most nodes that are drawn'],
  ['--width <pixels>', 'how wide the picture is, 320 to 4,000; 1200 by default'],
  ['--theme <theme>', 'light or dark; of SVG also auto, which follows the setting of whoever looks at it'],
  ['--scale <number>', 'PNG: pixels of the file for each pixel of the picture, 1 to 4'],
  ['--bom <switch>', 'CSV: true for a byte order mark, which Excel needs'],
  ['--lang <language>', 'the language of the words around the names: en'],
] as const;

/** Adds the command that draws pictures. */
export function addPictureCommand(program: Command, action: ReturnType<typeof actionOf>): void {
  const command = program
    .command('picture')
    .description('draw the catalog: as SVG or PNG, or the same as a table')
    .argument('<kind>', `what to draw: ${kinds.join(', ')}`)
    .option('-o, --output <file>', 'the file to write, by whose end the format is chosen; by default standard output')
    .option('--format <format>', 'svg, png, csv, html or json; svg by default');
  for (const [flags, description] of options) {
    command.addOption(new Option(flags, description).argParser(collectValues));
  }
  command.addHelpText('after', pictureHelp).action(action(async () => (await import('./commands/picture.ts')).picture));
}
