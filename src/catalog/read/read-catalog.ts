import type { Catalog } from '../catalog.ts';
import { type CatalogFile, catalogFiles, readCatalogFile } from './catalog-files.ts';
import { addQuotes } from '../check/add-quotes.ts';
import { checkCatalog } from '../check/check-catalog.ts';
import { mostDocumentBytes } from '../document-limits.ts';
import type { Finding } from '../finding.ts';
import type { ParsedFile } from '../check/gather-items.ts';
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

export interface ReadOptions {
  /** The folder of the documents that the sources name, from which lines are quoted; none are where it is not given. */
  readonly sources?: string | undefined;
}

/**
 * Reads a catalog and checks it completely. All problems, with the files and in them, are returned as findings; nothing is
 * thrown for them.
 *
 * @param location a folder of YAML files that hold parts of the one document (not of its sub-folders), one YAML file of
 *   at most 8 MB, or one JSON file. Together at most 256 MB.
 */
export async function readCatalog(location: string, { sources }: ReadOptions = {}): Promise<CatalogReading> {
  const findings = new FindingCollector();
  const listed = await catalogFiles(location);
  const files: ReadFile[] = [];
  const parsedFiles: ParsedFile[] = [];
  let bytesLeft = mostDocumentBytes;
  let complete = true;
  for (const [fileIndex, file] of listed.entries()) {
    const read = await readFile(file, bytesLeft, fileIndex, findings);
    files.push(read);
    bytesLeft -= read.size;
    complete &&= read.isWhole;
    if (read.parsed !== undefined) parsedFiles.push({ fileIndex, value: read.parsed.value });
  }
  const checked = checkCatalog(parsedFiles, findings, complete);
  const catalog =
    checked === undefined || sources === undefined
      ? checked
      : await withQuotes(checked, parsedFiles, sources, findings);
  return {
    catalog,
    findings: [
      ...locateFindings('error', findings, files, location),
      ...locateFindings('warning', findings, files, location),
    ],
    omitted: { errors: findings.omitted('error'), warnings: findings.omitted('warning') },
  };
}

/** The catalog with the words of its documents; undefined if they lack a line. */
async function withQuotes(
  catalog: Catalog,
  files: readonly ParsedFile[],
  folder: string,
  findings: FindingCollector,
): Promise<Catalog | undefined> {
  const documents = await readDocuments(
    folder,
    catalog.sources.map(({ document }) => document),
  );
  const quoting = addQuotes(catalog, files, documents, findings);
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
