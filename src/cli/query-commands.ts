import { Argument, type Command, Option } from 'commander';
import type { ExitCode } from './exit-codes.ts';
import { views } from '../graph/selection/views.ts';
import { listedKinds, listOrders } from './list-choices.ts';
import {
  collectEdgeKinds,
  collectKinds,
  collectNames,
  collectValues,
  dayValue,
  decimalNumber,
  groupKind,
  wholeNumber,
  wholeNumberOrZero,
  wholeNumberRange,
} from './option-values.ts';
import {
  compareHelp,
  gapsHelp,
  graphHelp,
  hatsHelp,
  inviteHelp,
  listHelp as listCommandHelp,
  overlapHelp,
  pathHelp,
  quoteNames,
  raciHelp,
  relatedHelp,
  roleHelp,
  searchHelp,
  whatIfHelp,
} from './query-help.ts';
import type { Terminal } from './output/terminal.ts';
import { scopeChoices } from './scope-choices.ts';
import { addPictureCommand } from './picture-options.ts';
import { UsageError } from './command-error.ts';

const groupHelp = 'pillars, categories or organization types';
const teamHelp = 'people with their roles (CSV or YAML), or one role per line; "-" reads standard input';
const onHelp = 'the day, as YYYY-MM-DD: people whose last day (until) is before it have left (default: today)';
const absentHelp = 'people who are absent, by name, separated by commas; the option may be repeated';
const listHelp = 'separated by commas; the option may be repeated';

/** Adds the commands that query the catalog. */
export function addQuestionCommands(program: Command, action: ReturnType<typeof actionOf>): void {
  queryCommand(
    program,
    'role',
    'show a role: where it appears, its responsibilities with source lines, and the most similar roles',
  )
    .argument('<title...>', 'its title, an alternate title, or its id')
    .addOption(
      new Option('--by <measure>', 'what makes other roles the closest')
        .choices(['score', 'coefficient', 'weight'])
        .default('score'),
    )
    .option('--all', 'list all roles that share anything with it, not only the closest')
    .addHelpText('after', roleHelp)
    .action(action(async () => (await import('./commands/role.ts')).role));

  queryCommand(
    program,
    'search',
    'find roles, responsibilities, topics and groups by words in their names and summaries',
  )
    .argument('<text...>', 'what to search for; tolerates typos and matches the beginnings of words')
    .option('--kind <kinds>', 'only these kinds, separated by commas, e.g. roles,topics', collectKinds)
    .option('--first <number>', 'how many to list', wholeNumber, 20)
    .addHelpText('after', searchHelp)
    .action(action(async () => (await import('./commands/search.ts')).search));

  queryCommand(program, 'list', 'list all roles, or those that match some conditions; or all nodes of another kind')
    .addArgument(new Argument('<kind>', 'what to list').choices(listedKinds))
    .option('--in <groups>', `roles in all of these groups, ${listHelp}`, collectValues)
    .option('--in-any <groups>', 'roles in at least one of these groups', collectValues)
    .option('--not-in <groups>', 'roles in none of these groups', collectValues)
    .option('--does <names>', 'roles that have all of these responsibilities and topics', collectValues)
    .option('--does-any <names>', 'roles that have at least one of these responsibilities and topics', collectValues)
    .option('--pillars <range>', 'roles in so many pillars, e.g. 3, 2..4, 2.. or ..4', wholeNumberRange)
    .option('--title <text>', 'roles with a title that contains a text')
    .addOption(
      new Option(
        '--by <order>',
        'how roles are ordered; by numbers, the greatest come first (default: "title")',
      ).choices(Object.keys(listOrders)),
    )
    .addHelpText('after', listCommandHelp)
    .action(action(async () => (await import('./commands/list.ts')).list));

  queryCommand(program, 'compare', 'compare 2 to 6 roles, or 2 to 8 groups: what all share, and what only one has')
    .argument('<name...>', `roles, or ${groupHelp}`)
    .addHelpText('after', compareHelp)
    .action(action(async () => (await import('./commands/compare.ts')).compare));

  queryCommand(program, 'graph', 'list the nodes and edges of a part of the graph, or write a file for other tools')
    .argument(
      '[root...]',
      'where the part begins: roles, groups, responsibilities, topics, sources; by default the whole catalog',
    )
    .option('--depth <number>', 'how many edges from a root, 0 to 4; 1 by default', wholeNumberOrZero)
    .option('--node-kinds <kinds>', 'only nodes of these kinds, separated by commas, e.g. roles,pillars', collectKinds)
    .option(
      '--edge-kinds <kinds>',
      'only edges of these kinds, e.g. appears-in,overlaps-with; or none',
      collectEdgeKinds,
    )
    .option('--min-overlap <number>', 'leaves out overlaps below this score, 0 to 1; 0.1 by default', decimalNumber)
    .option(
      '--max-nodes <number>',
      'at most this many nodes: 1 to 10,000, 500 by default; in a file any number, all by default',
      wholeNumber,
    )
    .addOption(
      new Option('--view <view>', 'a selection with a name, which the other options narrow or replace').choices(
        views.map(({ name }) => name),
      ),
    )
    .addOption(
      new Option('--format <format>', 'write a file for other tools, e.g. gexf, csv.zip or ttl').conflicts([
        'json',
        'csv',
        'markdown',
      ]),
    )
    .addOption(
      new Option('-o, --output <file>', 'the file to write, whose name may end with the format').conflicts([
        'json',
        'csv',
        'markdown',
      ]),
    )
    .addOption(
      new Option('--direction <direction>', 'what the file says about the direction of edges').choices([
        'directed',
        'undirected',
        'mixed',
      ]),
    )
    .option('--format-version <version>', 'the version of the format: 1.3 or 1.2 of gexf')
    .option('--bom', 'begin a text with a byte order mark, which some spreadsheets need')
    .addHelpText('after', graphHelp)
    .action(action(async () => (await import('./commands/graph.ts')).graph));

  addPictureCommand(program, action);

  queryCommand(program, 'overlap', 'list the roles that 2 to 16 groups share; or compare all groups of a kind')
    .argument('[group...]', groupHelp)
    .addOption(new Option('--all', 'list all combinations of the groups that roles are in (UpSet)').conflicts('matrix'))
    .option('--matrix', 'list how many roles every two groups share')
    .option('--kind <kind>', 'with --all or --matrix: pillars, categories or organization types', groupKind, 'PILLAR')
    .addHelpText('after', overlapHelp)
    .action(action(async () => (await import('./commands/overlap.ts')).overlap));

  queryCommand(program, 'invite', 'plan a meeting: the fewest roles that cover groups')
    .argument('<group...>', groupHelp)
    .addOption(
      new Option('--by <unit>', 'what is to be covered')
        .choices(['category', 'responsibility', 'topic'])
        .default('category'),
    )
    .addOption(
      new Option(
        '--from <scope>',
        'who may be invited: members of the groups, or any role that does the same elsewhere',
      )
        .choices(Object.keys(scopeChoices))
        .default('members'),
    )
    .option(
      '--max <number>',
      'how many seats there are, 1 to 1,000; if too few, the roles cover as much as possible',
      wholeNumber,
    )
    .option('--no-fill', 'leave seats of --max empty that the smallest plan does not need')
    .option('--with <roles>', `always invite these roles, ${listHelp}`, collectValues)
    .option('--without <roles>', `do not invite these roles, ${listHelp}`, collectValues)
    .addHelpText('after', inviteHelp)
    .action(action(async () => (await import('./commands/invite.ts')).invite));

  queryCommand(program, 'gaps', 'list what nobody on a team does, and what only one of its roles does')
    .argument('[group...]', `${groupHelp}, separated by spaces or commas; by default the whole catalog`)
    .requiredOption('--team <file>', teamHelp)
    .option('--on <date>', onHelp, dayValue)
    .option('--absent <names>', absentHelp, collectNames)
    .addOption(fromOption())
    .addHelpText('after', gapsHelp)
    .action(action(async () => (await import('./commands/gaps.ts')).gaps));

  queryCommand(
    program,
    'whatif',
    'show what is lost, and who could take it over, if people or roles leave or join a team',
  )
    .argument('[group...]', `${groupHelp}, separated by spaces or commas; by default the whole catalog`)
    .option('--team <file>', `${teamHelp}; by default all roles of the catalog`)
    .option(
      '--leave <names>',
      'people who leave, by name, separated by commas; the option may be repeated',
      collectNames,
    )
    .option(
      '--join <name: roles>',
      'somebody who joins, e.g. "Mia Chen: SRE, Cloud Engineer"; may be repeated',
      collectValues,
    )
    .option('--take-over <name: roles>', 'roles that somebody of the team takes over; may be repeated', collectValues)
    .option('--remove <roles>', `of a team of roles: roles that leave, ${listHelp}`, collectValues)
    .option('--add <roles>', 'of a team of roles: roles that join', collectValues)
    .option('--merge <roles>', 'of a team of roles: roles that become one position; may be repeated', collectValues)
    .option('--on <date>', onHelp, dayValue)
    .option('--absent <names>', absentHelp, collectNames)
    .addOption(fromOption())
    .addHelpText('after', whatIfHelp)
    .action(action(async () => (await import('./commands/what-if.ts')).whatIfCommand));

  queryCommand(program, 'hats', 'distribute the roles of groups among a few people')
    .argument(
      '[words...]',
      `how many people there are, 1 to 50 (by default those of --team), then ${groupHelp}, separated by spaces or commas`,
    )
    .option(
      '--team <file>',
      'people who keep their roles and get more, as a file (CSV or YAML); "-" reads standard input',
    )
    .option('--on <date>', onHelp, dayValue)
    .option('--absent <names>', absentHelp, collectNames)
    .option('--for <groups>', 'the same as an option, which may be repeated', collectValues)
    .option('--with <roles>', `include these roles in any case, ${listHelp}`, collectValues)
    .addOption(
      new Option('--assign <which>', 'all roles of the groups, or the fewest that cover their categories')
        .choices(['all', 'plan'])
        .default('all'),
    )
    .addOption(
      new Option('--from <scope>', 'with --assign plan: count what roles do in the groups, or anywhere').choices(
        Object.keys(scopeChoices),
      ),
    )
    .option(
      '--apart <roles>',
      '"A, B from C": no person may have A or B together with C; "A, B": not A together with B; may be repeated',
      collectValues,
    )
    .addHelpText('after', hatsHelp)
    .action(action(async () => (await import('./commands/hats.ts')).hats));

  queryCommand(program, 'related', 'list what is most closely related to a role, group, responsibility or topic')
    .argument('<name...>', 'a role, group, responsibility or topic')
    .option('--kind <kinds>', 'only these kinds, separated by commas, e.g. roles,topics', collectKinds)
    .option('--first <number>', 'how many to list', wholeNumber, 20)
    .addHelpText('after', relatedHelp)
    .action(action(async () => (await import('./commands/related.ts')).related));

  queryCommand(program, 'path', 'show how two roles, or any two nodes, are connected: the shortest paths')
    .argument('<from>', 'a role, group, responsibility or topic')
    .argument('<to>', 'another one')
    .option('--max <number>', 'the most steps that a path may have, 1 to 6', wholeNumber, 4)
    .addOption(
      new Option('--through <nodes>', 'what a path may go through: duties, topics and roles alone, or groups, too')
        .choices(['duties', 'any'])
        .default('duties'),
    )
    .option('--first <number>', 'how many paths to list, 1 to 20', wholeNumber, 3)
    .addHelpText('after', pathHelp)
    .allowExcessArguments()
    .hook('preAction', refuseExtraWords(2, 'path takes two names', quoteNames))
    .action(action(async () => (await import('./commands/path.ts')).path));

  queryCommand(
    program,
    'raci',
    'show who is responsible, accountable, consulted and informed (RACI), and what is wrong with that',
  )
    .argument('[group...]', `${groupHelp}, separated by spaces or commas; by default the whole catalog`)
    .option('--about <names>', `only these activities: responsibilities or topics, ${listHelp}`, collectValues)
    .option('--role <roles>', `only these roles and what they have letters in, ${listHelp}`, collectValues)
    .option('--findings', 'only activities with findings')
    .option('--lines', 'list the lines behind the letters; --about does so by itself')
    .addOption(
      new Option('--form <form>', 'a matrix of letters, or a list of names; by default what fits').choices([
        'matrix',
        'list',
      ]),
    )
    .addHelpText('after', raciHelp)
    .action(action(async () => (await import('./commands/raci.ts')).raci));
}

function fromOption(): Option {
  return new Option(
    '--from <who>',
    'who covers a group: its members by what they do there (default), or roles of the catalog by what they do anywhere',
  ).choices(Object.keys(scopeChoices));
}

/**
 * Makes the action of a command from its function, which takes the terminal, the arguments and the options.
 *
 * @param ended receives the exit code of the command.
 */
export function actionOf(terminal: Terminal, ended: (code: ExitCode) => void) {
  return <Given extends readonly unknown[]>(
      load: () => Promise<(terminal: Terminal, ...given: Given) => ExitCode | Promise<ExitCode>>,
    ) =>
    async (...given: Given) => {
      const command = await load();
      ended(await command(terminal, ...given));
    };
}

function queryCommand(program: Command, name: string, description: string): Command {
  return program
    .command(name)
    .description(description)
    .addOption(new Option('--json', 'print the data of the GraphQL answer').conflicts(['csv', 'markdown']))
    .addOption(new Option('--csv', 'print the main table as CSV (RFC 4180), with a header row').conflicts('markdown'))
    .addOption(new Option('--markdown', 'print everything as Markdown, to paste into a wiki or handbook'));
}

/** Refuses more words than a command takes; usually the shell has split a name. */
function refuseExtraWords(most: number, takes: string, advice: string): (command: Command) => void {
  return ({ args }) => {
    if (args.length > most) throw new UsageError(`${takes}, but ${args.length} words were given. ${advice}`);
  };
}
