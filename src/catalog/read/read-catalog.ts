import type { Catalog } from '../catalog.ts';
import { type CatalogFile, catalogFiles, readCatalogFile } from './catalog-files.ts';
import { checkCatalog } from '../check/check-catalog.ts';
import { decodeText } from './decode-text.ts';
import { mostDocumentBytes } from '../document-limits.ts';
import type { Finding } from '../finding.ts';
import type { ParsedFile } from '../check/gather-items.ts';
import { parseJson } from './parse-json.ts';
import { parseYaml } from './parse-yaml.ts';
import type { ReportProblem } from './parsed-text.ts';
import { locateFindings, type ReadFile } from './locate-findings.ts';
import { FindingCollector } from '../check/finding-collector.ts';

/** What came of reading a catalog. */
export interface CatalogReading {
  /** Undefined exactly where there is an error. */
  readonly catalog: Catalog | undefined;
  /** The first 100 errors in the order of the files and lines, then the first 100 warnings. */
  readonly findings: readonly Finding[];
  /** How many more there are of each. */
  readonly omitted: { readonly errors: number; readonly warnings: number };
}

/**
 * Reads a catalog and checks it whole. Whatever is wrong, with the files or in them, is told by the findings; nothing
 * is thrown for it.
 *
 * @param location a folder of YAML files that hold parsedFiles of the one document (not of its sub-folders), one YAML file of
 *   at most 8 MB, or one JSON file. Together at most 256 MB.
 */
export async function readCatalog(location: string): Promise<CatalogReading> {
  const findings = new FindingCollector();
  const listed = await catalogFiles(location);
  const files: ReadFile[] = [];
  const parsedFiles: ParsedFile[] = [];
  let room = mostDocumentBytes;
  let complete = true;
  for (const [fileIndex, file] of listed.entries()) {
    const read = await readFile(file, room, fileIndex, findings);
    files.push(read);
    room -= read.size;
    complete &&= read.isWhole;
    if (read.parsed !== undefined) parsedFiles.push({ fileIndex, value: read.parsed.value });
  }
  const catalog = checkCatalog(parsedFiles, findings, complete);
  return {
    catalog,
    findings: [
      ...locateFindings('error', findings, files, location),
      ...locateFindings('warning', findings, files, location),
    ],
    omitted: { errors: findings.omitted('error'), warnings: findings.omitted('warning') },
  };
}

/** A file, and whether all of it was read. */
interface ReadPart extends ReadFile {
  readonly isWhole: boolean;
}

/** Reads and parses one file, reporting what keeps it from that. */
async function readFile(
  file: CatalogFile,
  room: number,
  fileIndex: number,
  findings: FindingCollector,
): Promise<ReadPart> {
  const whole = { fileIndex, path: [] };
  const unread = { name: file.name, size: 0, isWhole: false };
  const { problem } = file;
  if (problem !== undefined) {
    findings[problem.severity](whole, () => problem.message);
    return { ...unread, isWhole: problem.severity === 'warning' };
  }
  const content = await readText(file, room);
  const { size } = content;
  if ('problem' in content) {
    const { problem, line } = content;
    findings.error(line === undefined ? whole : { ...whole, line }, () => problem);
    return { ...unread, size };
  }
  let losses = 0;
  const report: ReportProblem = (path, offset, describe, see) => {
    // Of a key given twice one value is lost: inside an entry a single field, at the top a list of the catalog.
    if (path.length < 2) losses += 1;
    findings.error({ fileIndex, path, offset }, describe, see && { what: see.what, position: { fileIndex, ...see } });
  };
  const { text } = content;
  const parsed = file.format === 'json' ? parseJson(text, report) : parseYaml(text, report);
  return { name: file.name, size, text, parsed, isWhole: parsed !== undefined && losses === 0 };
}

/** A file's text, or what keeps it from being one; not its bytes, so that those are gone when the text is parsed. */
async function readText(file: CatalogFile, room: number): Promise<ReadText> {
  const content = await readCatalogFile(file, room);
  if ('problem' in content) return { size: 0, problem: content.problem };
  return { size: content.bytes.length, ...decodeText(content.bytes) };
}

type ReadText = { readonly size: number } & (
  { readonly text: string } | { readonly problem: string; readonly line?: number }
);
