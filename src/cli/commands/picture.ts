import { footOf } from '../../exchange/pictures/svg-picture.ts';
import { askedPicture, pictureAddress, type AskedPicture } from '../../exchange/pictures/picture-address.ts';
import { pictureFormats } from '../../exchange/pictures/picture-formats.ts';
import { pictureKinds } from '../../exchange/pictures/picture-kinds.ts';
import { pictureFile } from '../../server/pictures/picture-file.ts';
import { runToCompletion } from '../../scheduling/steps.ts';
import { eitherInWords, inWords } from '../../text/in-words.ts';
import { visibleText } from '../../text/quoted-text.ts';
import { withCatalog } from '../answer-question.ts';
import { UsageError } from '../command-error.ts';
import type { ExitCode } from '../exit-codes.ts';
import type { CatalogNames } from '../names/catalog-names.ts';
import { isTerminal, type Terminal } from '../output/terminal.ts';
import { writeFileParts } from '../output/write-file.ts';

/** The options of the command by their names in camelCase; those that are not named here are parameters of the picture. */
interface PictureCommandOptions {
  /** The file to write, instead of standard output. */
  readonly output?: string;
  /** The ending of a format. */
  readonly format?: string;
  readonly [parameter: string]: string | readonly string[] | undefined;
}

/** The width of a terminal that does not say how wide it is. */
const usualColumns = 80;

/** `rolegraph picture`: a picture of the catalog, as the address /picture gives it. */
export function picture(terminal: Terminal, name: string, options: PictureCommandOptions): Promise<ExitCode> {
  const { output, format, ...given } = options;
  return withCatalog(terminal, terms, async ({ stored, graph, names }) => {
    const ending = endingOf(output, format);
    const parameters = new Map(
      Object.entries(given).flatMap(([parameter, value]) =>
        value === undefined ? [] : [[parameter, typeof value === 'string' ? [value] : value] as const],
      ),
    );
    const asked = await withNodes(askedPicture({ name, ending: ending ?? 'svg', parameters }, pictureKinds), names);
    const { kind } = asked;
    const made = runToCompletion(kind.picture(graph, asked.parameters));
    if (ending === undefined && isTerminal(terminal.stdout)) {
      if (made.text === undefined) throw new UsageError(noTextOf(kind.name));
      const { columns } = terminal.stdout;
      terminal.stdout.write(made.text(columns > 0 ? columns : usualColumns));
      return;
    }
    const foot = footOf(graph, stored.importedAt, pictureAddress(kind, asked.format, asked.parameters));
    const file = await pictureFile(made, asked.format, asked.options, foot, {
      run: runToCompletion,
      signal: new AbortController().signal,
    });
    await writeFileParts(terminal, 'the picture', output, [file]);
  });
}

/** The format that is named or, without a name, the one that the file's name ends with; undefined if neither says one. */
function endingOf(output: string | undefined, format: string | undefined): string | undefined {
  if (format !== undefined || output === undefined) return format;
  const found = pictureFormats.find(({ ending }) => output.toLowerCase().endsWith(`.${ending}`));
  if (found !== undefined) return found.ending;
  const endings = pictureFormats.map(({ ending }) => `.${ending}`);
  throw new UsageError(
    `${visibleText(output)} does not end with ${eitherInWords(endings)}. Give --format, or another name.`,
  );
}

/** The same with the ids of the nodes that the names mean, so that beginnings of names are accepted as everywhere. */
async function withNodes(asked: AskedPicture, names: CatalogNames): Promise<AskedPicture> {
  const parameters = new Map(asked.parameters);
  for (const { name, kinds } of asked.kind.parameters) {
    const words = parameters.get(name);
    if (kinds === undefined || words === undefined) continue;
    parameters.set(
      name,
      (await names.nodes(words, kinds)).map(({ id }) => id),
    );
  }
  return { ...asked, parameters };
}

function noTextOf(name: string): string {
  const withText = pictureKinds.filter(({ hasText }) => hasText).map((kind) => kind.name);
  return (
    `A terminal can show only ${inWords(withText)}. Give --output ${name}.svg, or another file that ends with ` +
    `${eitherInWords(pictureFormats.map(({ ending }) => `.${ending}`))}.`
  );
}

/** What the command line calls each parameter. */
const terms = Object.fromEntries(
  [...pictureKinds, ...pictureFormats].flatMap(({ parameters }) =>
    parameters.map(({ name }) => [name, `--${name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`]),
  ),
);
