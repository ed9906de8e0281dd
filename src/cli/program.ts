import { Argument, Command, Option } from 'commander';
import { rights } from '../access/caller.ts';
import { columnMeanings } from '../catalog/convert/conversion.ts';
import { collectColumns } from './convert-options.ts';
import { collectPrefixed, locationHelp } from './catalog-locations.ts';
import type { ExitCode } from './exit-codes.ts';
import { commandPages } from './help-pages.ts';
import { packageVersion } from '../config/package-folder.ts';
import { collectValues, folderValue, instantValue, wholeNumber, wholeNumberOrZero } from './option-values.ts';
import { inWords } from '../text/in-words.ts';
import { suggestion } from '../text/nearest-text.ts';
import { quoted } from '../text/quoted-text.ts';
import { actionOf, addQuestionCommands } from './query-commands.ts';
import { styled, type Terminal } from './output/terminal.ts';

const sourcesHelp = "quote the lines from the sources' documents in this folder";

/**
 * The command line. The module of each command is loaded when the command runs, so that none waits for what others need.
 *
 * @param ended receives the exit code of the command.
 */
export function programOf(terminal: Terminal, ended: (code: ExitCode) => void): Command {
  const { stdout, stderr } = terminal;
  const action = actionOf(terminal, ended);
  const program = new Command('rolegraph')
    .description('A role knowledge graph served over GraphQL: who does what, where, and what roles share.')
    .version(packageVersion())
    .helpCommand(false)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => stdout.write(text),
      writeErr: (text) => stderr.write(text),
      outputError: (text, write) => {
        write(styled('bad', text, stderr));
      },
    })
    .addHelpText('after', mainHelp);

  convertOptions(
    program
      .command('serve')
      .description('start the server: the explorer, GraphQL, GraphiQL for queries in a browser, probes')
      .argument('[location...]', `import this first: ${locationHelp}; other files are converted`)
      .option('--watch', 'import again whenever the files of the locations change')
      .addOption(prefixOption()),
  )
    .option('--sources <folder>', `${sourcesHelp}; without a location, of the catalog that ships`, folderValue)
    .option(
      '--dev',
      'for development: let pages of localhost send queries, on any port, and serve examples of drawings',
    )
    .addHelpText('after', serveHelp)
    .action(action(async () => (await import('./administration/serve.ts')).serve));

  convertOptions(
    program
      .command('import')
      .description('check a catalog, or make one of a file that you have, and make it the current one')
      .argument('[location...]', `${locationHelp}; other files are converted first`)
      .addOption(prefixOption()),
  )
    .option('--sources <folder>', sourcesHelp, folderValue)
    .option('--dry-run', 'show what would change, and write nothing')
    .option('--to <address>', 'import it into this server, e.g. https://roles.example.com')
    .option('--if-sequence <number>', 'import only if this sequence is the current one', wholeNumberOrZero)
    .option('--token-file <file>', 'with --to: the file that holds your token; by default ROLEGRAPH_TOKEN has it')
    .option('--allow-http', 'with --to: send catalog and token without encryption to an http:// address')
    .addHelpText('after', importHelp)
    .action(action(async () => (await import('./administration/import-command.ts')).importCommand));

  convertOptions(
    program
      .command('convert')
      .description('make a catalog of files that you have: RACI tables, lists of roles, handbooks, frameworks')
      .argument(
        '<file...>',
        'a workbook, CSV, Markdown, JSON or YAML file, or a folder of them; several become one catalog',
      ),
  )
    .option('-o, --output <file>', 'the file to write, YAML or (.json) JSON; by default YAML on standard output')
    .option('--update', 'if the file is there: write what changed in the source, and keep what you edited')
    .option('--before <file>', 'with --update: what the file was converted from, if the copy next to it is lost')
    .option('--name <name>', 'what the catalog is called; by default as the file')
    .option('--all', 'list every row that was left out, not only the first of each reason')
    .addHelpText('after', convertHelp)
    .action(action(async () => (await import('./administration/convert.ts')).convert));

  convertOptions(
    program
      .command('init')
      .description('write a catalog of your own to begin with: an example to edit, or what your files say')
      .argument('[folder]', 'where to write it; it is made if it is not there (default: roles)')
      .option('--from <file...>', 'convert these files, instead of writing the example')
      .option('--with-shipped', 'a catalog that adds to the one that ships'),
  )
    .addHelpText('after', initHelp)
    .action(action(async () => (await import('./administration/init.ts')).init));

  program
    .command('validate')
    .description('check a catalog: list all problems by file and line; report how much its roles share')
    .argument('[location...]', locationHelp)
    .addOption(prefixOption())
    .option('--sources <folder>', sourcesHelp, folderValue)
    .option('--report', 'also print how responsibilities are shared, lonely roles, and probable duplicates')
    .addOption(
      new Option(
        '--json',
        'print one JSON document: {"valid", "findings", "omitted"}, with --report also "report"',
      ).conflicts('csv'),
    )
    .option('--csv', 'print the figures of each responsibility as CSV (RFC 4180), with a header row')
    .addHelpText('after', validateHelp)
    .action(action(async () => (await import('./administration/validate.ts')).validate));

  program
    .command('export-catalog')
    .description('write the current catalog as one JSON document, which import accepts')
    .option('-o, --output <file>', 'the file to write; by default standard output')
    .addHelpText('after', exportHelp)
    .action(action(async () => (await import('./administration/export-catalog.ts')).exportCatalog));

  program
    .command('export')
    .description('write a list of the whole catalog for a spreadsheet')
    .addArgument(new Argument('<list>', 'what to write').choices(['roles.csv', 'matrix.xlsx']))
    .option('-o, --output <file>', 'the file to write; by default standard output')
    .addHelpText('after', exportListHelp)
    .action(action(async () => (await import('./commands/export.ts')).exportList));

  program
    .command('token')
    .description('make a token for a server with AUTH=tokens; or list, check or remove those of a file')
    .option('--name <name>', 'who it is for, e.g. ci; it appears in logs')
    .addOption(new Option('--right <right>', 'what it allows; each right includes those before it').choices(rights))
    .option('--expires <day>', 'from when on it is refused: YYYY-MM-DD (midnight UTC), or an instant', instantValue)
    .addOption(
      new Option('--days <number>', 'the same as a number of days from now')
        .argParser(wholeNumber)
        .conflicts('expires'),
    )
    .option('--file <file>', 'add it to this file, which is made if it is not there')
    .addOption(modeOption('--list', 'show names, rights and expiry of the tokens in the file'))
    .addOption(modeOption('--check', 'read a token from standard input, and say what it allows'))
    .addOption(modeOption('--remove <name>', 'remove a token from the file'))
    .addHelpText('after', tokenHelp)
    .action(action(async () => (await import('./administration/token.ts')).token));

  program
    .command('print-schema')
    .description('print the GraphQL schema, sorted by name')
    .addHelpText('after', printSchemaHelp)
    .action(action(async () => (await import('./administration/print-schema.ts')).printSchema));

  addQuestionCommands(program, action);
  program
    .command('help')
    .description('describe a command in detail')
    .argument('[command]', 'its name')
    .action((name: string | undefined) => {
      describeCommand(program, name);
    });
  for (const command of program.commands) {
    const page = commandPages.get(command.name());
    if (page !== undefined) command.addHelpText('after', `\nMore: ${page}`);
  }
  return program;
}

/** Prints the help of a command, or of all if none is named. Commander's own help is silent about a name that is unknown. */
function describeCommand(program: Command, name: string | undefined): void {
  if (name === undefined) program.help();
  const found = program.commands.find((command) => command.name() === name);
  if (found !== undefined) found.help();
  const names = program.commands.map((command) => command.name());
  program.error(
    `error: there is no command ${quoted(name)}${suggestion(name, names)}. The commands are ${inWords(names, Infinity)}.`,
  );
}

/** The option that gives one more catalog, whose slugs get a prefix. */
function prefixOption(): Option {
  return new Option(
    '--prefix <name=location>',
    'one more catalog, with "<name>-" before its slugs, so that none is taken for another; may be repeated',
  ).argParser(collectPrefixed);
}

/** An option of `rolegraph token` by which it does something else than making one. */
function modeOption(flags: string, description: string): Option {
  const others = ['list', 'check', 'remove'].filter((name) => !flags.startsWith(`--${name}`));
  return new Option(flags, description).conflicts(['name', 'right', 'expires', 'days', ...others]);
}

/** The options of commands that convert files. */
function convertOptions(command: Command): Command {
  return command
    .addOption(
      new Option('--map <columns>', 'what columns hold, e.g. role=Title,duty=Activity; may be repeated').argParser(
        collectColumns,
      ),
    )
    .addOption(
      new Option('--table <name>', 'only the sheet or table of this heading; may be repeated').argParser(collectValues),
    );
}

const mainHelp = `
Exit codes:
  0   done
  1   refused: the catalog has errors, another import was faster, or the store or a file failed
  2   the command line or a setting is wrong, or a name is unknown or ambiguous
  70  an internal error of Rolegraph

Examples:
  $ rolegraph init my-catalog/
  $ rolegraph serve
  $ rolegraph serve my-catalog/ --watch
  $ rolegraph validate my-catalog/
  $ rolegraph import my-catalog/ --dry-run
  $ rolegraph export-catalog --output catalog.json
  $ rolegraph overlap security reliability
  $ rolegraph role SRE

"rolegraph help <command>" describes a command in detail.

The documentation is in docs/ of the folder of Rolegraph and, with a search, at /docs of a running server. Begin with
docs/getting-started.md. docs/glossary.md explains words, docs/faq.md answers frequent questions.`;

const neo4jHelp = `  NEO4J_URI       the Neo4j database that stores the graph, e.g. neo4j://localhost:7687 (none: the embedded graph)
  NEO4J_USERNAME  its user (neo4j, if there is a password)
  NEO4J_PASSWORD  its password (none: no authentication)
  NEO4J_DATABASE  its name (the home database of the user)`;

const serveHelp = `
With a location, imports it first, as "rolegraph import" does: it is stored in the same place, so that later commands
and servers use it, too. A catalog with errors is refused (exit code 1). Without a location, serves the catalog that was
imported last; until the first import, the catalog that ships.

With --watch, each save is imported. The terminal shows what has changed, or what is wrong by file and line; so does the
page /catalog. As long as the files have errors, the server goes on with the last catalog that had none.

Prints the address as its last line and runs until SIGTERM or Ctrl-C. If the database does not answer yet, the server
waits for it, and /ready returns 503 with the reason; with a location, it ends with exit code 1.

Settings, from the environment:
  PORT            the port to listen on (4000; 0 takes any free one)
  HOST            the address to listen on (127.0.0.1; 0.0.0.0 for all networks of this machine)
  ROLEGRAPH_DATA  the folder that stores imported catalogs (./data)
  LOG_LEVEL       fatal, error, warn, info, debug, trace or silent (info)
  CORS_ORIGINS    origins whose pages may send queries, separated by commas (none)
  ALLOWED_HOSTS   host names by which the server is reached, separated by commas (with HOST=127.0.0.1: localhost)
  ROLEGRAPH_HARDENED  on turns off GraphiQL, introspection, suggestions and GET queries (off)
  ROLEGRAPH_ANSWER_CACHE_MB  size of the cache of answers, in MB (64; 0 turns it off)
  docs/operations.md lists all settings, with the limits of queries.
${neo4jHelp}

Examples:
  $ rolegraph serve
  $ rolegraph serve our-teams/ --watch
  $ rolegraph serve RACI.xlsx --watch
  $ rolegraph serve our-teams.yaml shipped
  $ PORT=8080 HOST=0.0.0.0 rolegraph serve
  $ NEO4J_URI=neo4j://localhost:7687 rolegraph serve`;

const importHelp = `
A running server with the same database or folder serves the new catalog within a second. A catalog with errors is not
imported. RACI tables, lists of roles, handbooks and frameworks are converted first ("rolegraph help convert"). Several
catalogs become one: entries with the same slug are merged, unless they contradict each other
(docs/catalog-reference.md tells the rules). "shipped" is the catalog that ships.

With --to, the catalog is read and checked here, then sent to a server, which compares and imports it. Your token needs
the right to import. Every import has a number, its sequence ("catalog { sequence }" in GraphQL). If somebody else
imports between your look and your import, nothing is changed, and the command says who it was. docs/writing.md has
more.

Settings, from the environment:
  ROLEGRAPH_TOKEN, ROLEGRAPH_TOKEN_FILE
                  with --to: your token, or the file that holds it
  ROLEGRAPH_DATA  the folder that stores imported catalogs, unless NEO4J_URI is set (./data)
${neo4jHelp}

Examples:
  $ rolegraph import my-catalog/ --dry-run
  $ rolegraph import my-catalog/ --sources documents/
  $ rolegraph import catalog.json
  $ rolegraph import RACI.xlsx
  $ rolegraph import my-catalog/ shipped
  $ rolegraph import shipped --prefix ours=my-catalog/
  $ rolegraph import my-catalog/ --to https://roles.example.com --dry-run
  $ rolegraph import my-catalog/ --to https://roles.example.com --if-sequence 12`;

const convertHelp = `
Reads files by their content and says first what it understood: which table, which column is what, and every row that it left out.
Then it writes a catalog that you review, keep and import. A group column becomes pillars or organization types, sections become
categories, and every fact keeps the row or line that it comes from. Team files of other tools (Backstage, CODEOWNERS,
OWNERS_ALIASES) become a team file for --team.

A column can be: ${columnMeanings.join(', ')}.

Examples:
  $ rolegraph convert RACI.xlsx --output ours.yaml
  $ rolegraph convert RACI-2027.xlsx --output ours.yaml --update
  $ rolegraph convert roles.csv --map role=Title,duty=Activity,group=Dept
  $ rolegraph convert handbook.md --output ours.yaml
  $ rolegraph convert nice-framework.json --output nice.json`;

const initHelp = `
Writes catalog.yaml, with comments that explain each part, and catalog.schema.json, by which editors with a YAML
extension complete and check it. Overwrites nothing and asks nothing: a folder with YAML or JSON files in it is refused.

With --from, catalog.yaml is what "rolegraph convert" makes of the files, and .catalog.yaml.converted.json a copy of it:
commit the copy, too, so that a later update tells your edits from changes of the files. Give the folder before --from.

With --with-shipped, your catalog may refer to roles and responsibilities of the one that ships. Commands then take
both: the folder, and the word "shipped".

Examples:
  $ rolegraph init
  $ rolegraph init our-teams
  $ rolegraph init our-teams --with-shipped
  $ rolegraph init our-teams --from RACI.xlsx
  $ rolegraph init our-teams --from roles.csv --map role=Title,duty=Activity`;

const validateHelp = `
Prints findings as "file:line: error: path: message": the first 100 errors and the first 100 warnings. A catalog with
warnings is valid (exit code 0), one with errors is not (1). Several catalogs are checked as one, as import merges them.

The report shows whether responsibilities are cut too finely to be shared (docs/catalog-reference.md explains it):
  shared across lines  several lines name it, for roles that are not co-titled: these are on different lines, too
  lonely               a role that shares no responsibility with a role that is not co-titled
  probable duplicates  responsibilities whose names may mean the same; no line names both

Examples:
  $ rolegraph validate my-catalog/
  $ rolegraph validate catalog.json --json
  $ rolegraph validate my-catalog/ shipped
  $ rolegraph validate my-catalog/ --sources documents/
  $ rolegraph validate my-catalog/ --report
  $ rolegraph validate my-catalog/ --csv > responsibilities.csv`;

const exportHelp = `
Reads the catalog from where import stores it ("rolegraph help import" lists the settings).

Examples:
  $ rolegraph export-catalog > catalog.json
  $ rolegraph export-catalog --output backup.json`;

const exportListHelp = `
  roles.csv    every role with its titles, groups, topics and responsibilities, a row each
  matrix.xlsx  a workbook: roles, the matrix of roles and groups, RACI, overlaps, gaps and evidence, with links

Reads the catalog from where import stores it ("rolegraph help import" lists the settings); until the first import, the
catalog that ships. "rolegraph help graph" has other files, and parts of the catalog.

Examples:
  $ rolegraph export roles.csv --output roles.csv
  $ rolegraph export matrix.xlsx --output matrix.xlsx`;

const tokenHelp = `
Prints the token once, alone on standard output; everything else goes to standard error. The file keeps only its
SHA-256, with name, right and expiry. Without --file, prints the entry for you to add. A running server follows changes
of its file. --expires and --days are optional: without them, the token does not expire.

Examples:
  $ rolegraph token --name ci --right import --days 90 --file tokens.yaml
  $ rolegraph token --name ada --right read --expires 2027-06-01 --file tokens.yaml
  $ AUTH=tokens AUTH_TOKENS_FILE=tokens.yaml rolegraph serve
  $ rolegraph token --list --file tokens.yaml
  $ rolegraph token --check --file tokens.yaml < token.txt
  $ rolegraph token --remove ci --file tokens.yaml`;

const printSchemaHelp = `
Example:
  $ rolegraph print-schema > schema.graphql`;
