import { readFile, stat } from 'node:fs/promises';
import { quoted } from '../../text/quoted-text.ts';
import { catalogDocument } from '../canonical-catalog.ts';
import type { Catalog } from '../catalog.ts';
import { type CatalogDiff, diffCatalogs } from '../diff-catalogs.ts';
import { formatFinding } from '../finding.ts';
import { catalogFiles } from '../read/catalog-files.ts';
import { readCatalog } from '../read/read-catalog.ts';
import { catalogYaml } from '../write/catalog-yaml.ts';
import { convertedCopyPath, convertedCopyText } from '../write/converted-copy.ts';
import { yamlSizeProblem } from '../write/yaml-size.ts';
import { mergedCatalog } from './merged-catalog.ts';
import { UpdateError } from './update-error.ts';
import { updatedYaml } from './updated-yaml.ts';

/** What an update would write, and what it changes. */
export interface FileUpdate {
  /** The files to write; those of the catalog that do not change are left out. */
  readonly files: readonly { readonly path: string; readonly text: string }[];
  readonly catalog: Catalog;
  /** What changes in the edited catalog; formatDiff puts it into words. */
  readonly changes: CatalogDiff;
  /** What both sides changed differently, as sentences; the edit was kept. */
  readonly conflicts: readonly string[];
  /** whether the whole file was written again, without its comments, since it has anchors or other features that cannot be changed in place. */
  readonly isRewritten: boolean;
}

/**
 * Updates an edited catalog by what its source gives now. Writes nothing.
 *
 * @param output the edited catalog: a YAML or JSON file, or a folder of YAML files.
 * @param before what the source gave when the catalog was written; if it is not given, the copy that was kept then.
 * @throws UpdateError if the edited catalog or the copy cannot be read, or the result would not be valid.
 */
export async function updateFile(output: string, now: Catalog, before?: Catalog): Promise<FileUpdate> {
  const edited = await validCatalog(output);
  const copyPath = convertedCopyPath(output);
  const merged = mergedCatalog(before ?? (await copyOf(output, copyPath)), now, edited);
  const { catalog, conflicts } = merged;
  const changes = diffCatalogs(edited, catalog);
  const copy = { path: copyPath, text: convertedCopyText(now) };
  const update = { catalog, changes, conflicts, isRewritten: false };
  if (changes.isEmpty) return { ...update, files: [copy] };
  if (/\.json$/i.test(output)) return { ...update, files: [{ path: output, text: catalogDocument(catalog) }, copy] };
  const paths = (await catalogFiles(output)).filter(({ problem }) => problem === undefined).map(({ name }) => name);
  const texts = await Promise.all(paths.map((path) => readFile(path, 'utf8')));
  const inPlace = updatedYaml(texts, edited, merged);
  const updated = inPlace ?? rewritten(paths, texts, catalog);
  const files = paths.flatMap((path, index) => {
    const text = updated[index];
    return text === undefined || text === texts[index] ? [] : { path, text };
  });
  for (const { path, text } of files) requireSize(path, text);
  return { ...update, files: [...files, copy], isRewritten: inPlace === undefined };
}

/** The one file as rolegraph would write it now. */
function rewritten(paths: readonly string[], texts: readonly string[], catalog: Catalog): readonly string[] {
  const [first, ...others] = texts;
  if (first !== undefined && others.length === 0) {
    // With the schema that the file names.
    const [, schema] = /^# yaml-language-server: \$schema=(\S+)/m.exec(first) ?? [];
    return [catalogYaml(catalog, { schema })];
  }
  throw new UpdateError(
    `The files ${paths.map(quoted).join(', ')} are written in a way that cannot be changed in place, e.g. with anchors. Write these out, or put the catalog into one file, and update again. Nothing was written.`,
  );
}

async function validCatalog(path: string): Promise<Catalog> {
  const { catalog, findings } = await readCatalog(path);
  if (catalog !== undefined) return catalog;
  const [first] = findings;
  throw new UpdateError(
    `${quoted(path)} is no valid catalog, so it cannot be updated: ${first === undefined ? '' : formatFinding(first)}\n"rolegraph validate" lists all that is wrong.`,
  );
}

async function copyOf(output: string, path: string): Promise<Catalog> {
  try {
    await stat(path);
  } catch (error) {
    throw new UpdateError(
      `There is no ${quoted(path)}, the copy of what was converted when ${quoted(output)} was written, so that your edits cannot be told from changes of the source. Give the source as it was then: --before FILE.`,
      { cause: error },
    );
  }
  return validCatalog(path);
}

function requireSize(path: string, text: string): void {
  const problem = yamlSizeProblem(`The updated ${quoted(path)}`, text);
  if (problem === undefined) return;
  throw new UpdateError(`${problem} Split it into several files of a folder, and update that. Nothing was written.`);
}
