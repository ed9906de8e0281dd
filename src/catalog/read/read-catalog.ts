import type { Catalog } from '../catalog.ts';
import { type CatalogFile, catalogFiles, readCatalogFile } from './catalog-files.ts';
import { addQuotes } from '../check/add-quotes.ts';
import { type CheckedCatalog, checkWithPositions } from '../check/check-catalog.ts';
import { mostDocumentBytes } from '../document-limits.ts';
import type { Finding } from '../finding.ts';
import type { GivenCatalog, ParsedFile } from '../check/gather-items.ts';
import { isMapping, ownValue } from '../check/catalog-items.ts';
import { parseJson } from './parse-json.ts';
import { parseYaml } from './parse-yaml.ts';
import { type ParsedText, type ReportProblem, UnreadableText } from './parsed-text.ts';
import { locateFindings, type ReadFile } from './locate-findings.ts';
import { readDocuments } from './source-documents.ts';
import { FindingCollector } from '../check/finding-collector.ts';

/** The result of reading a catalog. */
export interface CatalogReading {
  /** Undefined if and only if there is an error. */
  readonly catalog: Catalog | undefined;
  /** The first 100 errors in the order of files and lines, then the first 100 warnings. */
  readonly findings: readonly Finding[];
  /** How many more errors and warnings there are. */
  readonly omitted: { readonly errors: number; readonly warnings: number };
}

/** A place that has one catalog or several. */
export interface CatalogLocation {
  /**
   * A folder of YAML files, one YAML file of at most 8 MB, or one JSON file. The files of a folder are parts of one document,
   * of which at most one has a name; sub-folders are not read. If several files have a name, each file is a catalog of its own.
   */
  readonly location: string;
  /** Put before the slugs of the catalogs, with a hyphen: a slug itself. */
  readonly prefix?: string | undefined;
}

/** Reads one location without a prefix, see {@link readCatalogs}. */
export function readCatalog(location: string, options: ReadOptions = {}): Promise<CatalogReading> {
  return readCatalogs([{ location }], options);
}

export interface ReadOptions {
  /** The folder of the documents that the sources name, from which lines are quoted; none are where it is not given. */
  readonly sources?: string | undefined;
  /** Gives the catalog that a location of another form becomes; undefined for one that is read as a catalog. */
  readonly convert?: ((location: string) => Promise<Catalog | undefined>) | undefined;
}

/**
 * Reads the catalogs of all locations, merges them if they are several, and checks the result completely. All problems, with
 * the files and in them, are returned as findings; nothing is thrown for them.
 *
 * @param locations at least one. All files together have at most 256 MB.
 */
export async function readCatalogs(
  locations: readonly CatalogLocation[],
  { sources, convert }: ReadOptions = {},
): Promise<CatalogReading> {
  const findings = new FindingCollector();
  const files: ReadFile[] = [];
  const catalogs: GivenCatalog[] = [];
  let bytesLeft = mostDocumentBytes;
  let complete = true;
  for (const { location, prefix } of locations) {
    const converted = await convert?.(location);
    if (converted !== undefined) {
      catalogs.push({ files: [{ fileIndex: files.length, value: converted }], prefix });
      files.push({ name: location, size: 0, isWhole: true });
      continue;
    }
    const parsedFiles: ParsedFile[] = [];
    for (const file of await catalogFiles(location)) {
      const fileIndex = files.length;
      const read = await readFile(file, bytesLeft, fileIndex, findings);
      files.push(read);
      bytesLeft -= read.size;
      complete &&= read.isWhole;
      if (read.parsed !== undefined) parsedFiles.push({ fileIndex, value: read.parsed.value });
    }
    const split = catalogsOf(parsedFiles, findings);
    complete &&= split.isWhole;
    for (const ofCatalog of split.catalogs) catalogs.push({ files: ofCatalog, prefix });
  }
  const checked = checkWithPositions(catalogs, findings, complete);
  const catalog =
    checked === undefined || sources === undefined ? checked?.catalog : await withQuotes(checked, sources, findings);
  const whole = locations.map(({ location }) => location).join(', ');
  return {
    catalog,
    findings: [
      ...locateFindings('error', findings, files, whole),
      ...locateFindings('warning', findings, files, whole),
    ],
    omitted: { errors: findings.omitted('error'), warnings: findings.omitted('warning') },
  };
}

/** The files of one location by catalog: all files are one catalog, unless several have a name. */
function catalogsOf(
  files: readonly ParsedFile[],
  findings: FindingCollector,
): { readonly catalogs: readonly (readonly ParsedFile[])[]; readonly isWhole: boolean } {
  const isNamed = ({ value }: ParsedFile) => isMapping(value) && ownValue(value, 'name') !== undefined;
  const named = files.filter(isNamed);
  const [first, second] = named;
  if (first === undefined || second === undefined) return { catalogs: [files], isWhole: true };
  for (const file of files) {
    if (isNamed(file)) continue;
    findings.error(
      { fileIndex: file.fileIndex, path: [] },
      () =>
        'has no name, but several files of the folder have one, so that each file is a catalog of its own; add `name` and `version`, or put the files of each catalog in a folder of its own',
      { what: 'names given', position: { fileIndex: first.fileIndex, path: ['name'] } },
    );
  }
  return { catalogs: named.map((file) => [file]), isWhole: named.length === files.length };
}

/** The catalog with the words of its documents; undefined if they lack a line. */
async function withQuotes(
  checked: CheckedCatalog,
  folder: string,
  findings: FindingCollector,
): Promise<Catalog | undefined> {
  const documents = await readDocuments(
    folder,
    checked.catalog.sources.map(({ document }) => document),
  );
  const quoting = addQuotes(checked, documents, findings);
  return findings.count('error') > 0 ? undefined : quoting;
}

/** Reads and parses one file, and reports problems. */
async function readFile(
  file: CatalogFile,
  bytesLeft: number,
  fileIndex: number,
  findings: FindingCollector,
): Promise<ReadFile> {
  const whole = { fileIndex, path: [] };
  const unread = { name: file.name, size: 0, isWhole: false };
  const { problem } = file;
  if (problem !== undefined) {
    findings[problem.severity](whole, () => problem.message);
    return { ...unread, isWhole: problem.severity === 'warning' };
  }
  const content = await readCatalogFile(file, bytesLeft);
  const { size } = content;
  if ('problem' in content) {
    const { problem, line } = content;
    findings.error(line === undefined ? whole : { ...whole, line }, () => problem);
    return { ...unread, size };
  }
  let losses = 0;
  const report: ReportProblem = (path, offset, describe, see) => {
    // A key given twice loses one of its values: inside an entry a single field, at the top level a whole list.
    if (path.length < 2) losses++;
    findings.error({ fileIndex, path, offset }, describe, see && { what: see.what, position: { fileIndex, ...see } });
  };
  const { text } = content;
  const parsed = parse(text, file.format, report);
  return { name: file.name, size, text, parsed, isWhole: parsed !== undefined && losses === 0 };
}

function parse(text: string, format: CatalogFile['format'], report: ReportProblem): ParsedText | undefined {
  try {
    return format === 'json' ? parseJson(text, report) : parseYaml(text, report);
  } catch (error) {
    if (!(error instanceof UnreadableText)) throw error;
    report(error.path, error.offset, () => error.message);
    return undefined;
  }
}
