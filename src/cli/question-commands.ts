import { Argument, type Command, Option } from 'commander';
import type { GapsOptions } from './commands/gaps.ts';
import type { HatsOptions } from './commands/hats.ts';
import type { InviteOptions } from './commands/invite.ts';
import type { PathOptions } from './commands/path.ts';
import type { SearchOptions } from './commands/search.ts';
import type { ExitCode } from './exit-codes.ts';
import { gathered, gatheredKinds, wholeNumber, wholeNumberArgument } from './option-values.ts';
import { quoteNames } from './names/quote-names.ts';
import { gapsHelp, hatsHelp, inviteHelp, overlapHelp, pathHelp, roleHelp, searchHelp } from './question-help.ts';
import type { ReportOptions } from './output/report.ts';
import type { Terminal } from './output/terminal.ts';
import { UsageError } from './usage-error.ts';

const groupHelp = 'pillars, categories or organization types';
const listHelp = 'separated by commas; may be given again';

/**
 * The commands that ask the catalog, each by one GraphQL document.
 *
 * @param ended is told how the command that was run ended.
 */
export function addQuestionCommands(program: Command, terminal: Terminal, ended: (code: ExitCode) => void): void {
  asking(program, 'role', 'tell of a role: where it stands, what it does by which lines, which roles are closest')
    .argument('<title...>', 'its title, an alternate title, or its id')
    .addHelpText('after', roleHelp)
    .action(async (words: string[], options: ReportOptions) => {
      const { role } = await import('./commands/role.ts');
      ended(await role(words, options, terminal));
    });

  asking(program, 'search', 'find roles, responsibilities, topics and groups by words of their names and summaries')
    .argument('<text...>', 'what to look for; typos and beginnings of words are found, too')
    .option('--kind <kinds>', 'only these kinds, separated by commas, e.g. roles,topics', gatheredKinds)
    .option('--first <number>', 'how many to list', wholeNumber, 20)
    .addHelpText('after', searchHelp)
    .action(async (words: string[], options: SearchOptions) => {
      const { search } = await import('./commands/search.ts');
      ended(await search(words, options, terminal));
    });

  asking(program, 'overlap', 'tell which roles 2 to 16 groups share')
    .argument('<group...>', groupHelp)
    .addHelpText('after', overlapHelp)
    .action(async (words: string[], options: ReportOptions) => {
      const { overlap } = await import('./commands/overlap.ts');
      ended(await overlap(words, options, terminal));
    });

  asking(program, 'invite', 'plan a meeting: the fewest roles that cover groups')
    .argument('<group...>', groupHelp)
    .addOption(
      new Option('--by <unit>', 'what is to be covered')
        .choices(['category', 'responsibility', 'topic'])
        .default('category'),
    )
    .option('--max <number>', 'invite so many at most, 1 to 1,000, who cover as much as they can', wholeNumber)
    .option('--with <roles>', `invite these roles in any case, ${listHelp}`, gathered)
    .option('--without <roles>', `do not invite these roles, ${listHelp}`, gathered)
    .addHelpText('after', inviteHelp)
    .action(async (words: string[], options: InviteOptions) => {
      const { invite } = await import('./commands/invite.ts');
      ended(await invite(words, options, terminal));
    });

  asking(program, 'gaps', 'tell what a team does not cover, and what only one of its roles does')
    .argument('[group...]', `${groupHelp}, separated by spaces or commas; the whole catalog where none is given`)
    .requiredOption('--team <file>', 'a text file with one role a line; "-" is standard input')
    .addHelpText('after', gapsHelp)
    .action(async (words: string[], options: GapsOptions) => {
      const { gaps } = await import('./commands/gaps.ts');
      ended(await gaps(words, options, terminal));
    });

  asking(program, 'hats', 'share out the roles of groups among a few people')
    .addArgument(
      new Argument('<people>', 'how many people there are, 1 to 50').argParser(wholeNumberArgument('<people>')),
    )
    .requiredOption('--for <groups>', `${groupHelp}, ${listHelp}`, gathered)
    .option('--with <roles>', `somebody has to have these roles, ${listHelp}`, gathered)
    .option('--apart <roles>', `no one may have two of these roles, ${listHelp}`, gathered)
    .addHelpText('after', hatsHelp)
    .allowExcessArguments()
    .action(async (people: number, options: HatsOptions, { args }: Command) => {
      refuseMore(args, 1, 'hats takes one number', `Separate names by commas. ${quoteNames}`);
      const { hats } = await import('./commands/hats.ts');
      ended(await hats(people, options, terminal));
    });

  asking(program, 'path', 'tell how two roles, or any two nodes, hang together: the shortest paths')
    .argument('<from>', 'a role, group, responsibility or topic')
    .argument('<to>', 'another one')
    .option('--max <number>', 'the most steps that a path may have, 1 to 6', wholeNumber, 4)
    .option('--first <number>', 'how many paths to list, 1 to 20', wholeNumber, 3)
    .addHelpText('after', pathHelp)
    .allowExcessArguments()
    .action(async (from: string, to: string, options: PathOptions, { args }: Command) => {
      refuseMore(args, 2, 'path takes two names', quoteNames);
      const { path } = await import('./commands/path.ts');
      ended(await path(from, to, options, terminal));
    });
}

function asking(program: Command, name: string, description: string): Command {
  return program
    .command(name)
    .description(description)
    .addOption(new Option('--json', 'print the data of the GraphQL answer').conflicts('csv'))
    .addOption(new Option('--csv', 'print the main table as CSV (RFC 4180), with a header row'));
}

/** Refuses more words than a command takes: mostly, a shell took a name apart. */
function refuseMore(words: readonly string[], most: number, takes: string, advice: string): void {
  if (words.length > most) throw new UsageError(`${takes}, but ${words.length} words are given. ${advice}`);
}
