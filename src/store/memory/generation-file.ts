import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { z } from 'zod';
import { inCurrentFormat } from '../../graph/structure/earlier-format.ts';
import { graphFormat, isReadableFormat, type GraphData } from '../../graph/structure/graph-data.ts';
import { runToCompletion } from '../../scheduling/steps.ts';
import { optionalTextAt, packOptionalTexts, packTextLists, textListAt, textLists } from '../columns.ts';
import { packStructure, structureColumns, unpackStructure } from '../graph-columns.ts';
import { newHeader } from '../in-process-catalog.ts';
import { longestImporter, type ImportRecord, type NewCatalogHeader } from '../stored-catalog.ts';
import { otherFormat, StoreError } from '../store-error.ts';

/*
 * A generation's file is one line of JSON that people can read with `head -1`, then the graph as V8 serializes it. The
 * checksums cover everything except themselves. There are two, so that a version that knows nothing of who imported a catalog
 * can read the file, too: it checks the first one and ignores what the second one covers.
 */

/**
 * An upper bound of the length of the first line, in bytes. A name takes at most six bytes a code unit (a control character in
 * JSON), so 1,200; the rest takes less than 600.
 */
export const headerBytes = 2_048;

const lineEnd = 0x0a;
const anyFormat = z.object({ rolegraph: z.literal('generation'), format: z.int() });
const headerFields = z.object({
  key: z.uuid(),
  revision: z.string().regex(/^[0-9a-f]{64}$/),
  importedAt: z.iso.datetime().transform((text) => new Date(text)),
  // Catalogs that were stored before these were recorded have neither, and no checksum of them.
  importedBy: z.string().max(longestImporter).nullable().optional(),
  changes: z.object({ added: z.int(), changed: z.int(), removed: z.int() }).nullable().optional(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  recordSha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional(),
});

/** The form in which a graph is written to a file. The checksum of the file ensures that the bytes are those that were written. */
export const storedGraph = structureColumns.extend({
  // What was stored before responsibilities had summaries has none.
  responsibilities: structureColumns.shape.responsibilities.extend({ summary: textLists.optional() }),
  roles: structureColumns.shape.roles.extend({ summary: textLists }),
  appearanceTexts: z.object({
    titles: textLists,
    summary: textLists,
    note: textLists,
    /** Catalogs that were stored before there were quotes have none. */
    quote: textLists.optional(),
  }),
});
export type StoredGraph = z.infer<typeof storedGraph>;

export interface GenerationHeader {
  readonly header: NewCatalogHeader;
  /** What the checksum covers besides the graph. */
  readonly covered: string;
  readonly sha256: string;
  /** The offset of the graph in the file. */
  readonly bodyStart: number;
}

/** The header of a new generation, and the parts of its file in order. */
export function generationFile(
  data: GraphData,
  record: Partial<ImportRecord> = {},
): { readonly header: NewCatalogHeader; readonly parts: readonly Buffer[] } {
  const header = newHeader(data, record);
  const body = serialize(packGraph(data));
  const { format, ...fields } = header;
  const sha256 = checksum(coveredText(header), body);
  const line = { rolegraph: 'generation', format, ...fields, sha256, recordSha256: recordChecksum(sha256, header) };
  return { header, parts: [Buffer.from(`${JSON.stringify(line)}\n`), body] };
}

/**
 * Reads the first line of a generation's file.
 *
 * @param start the file, or its first {@link headerBytes}.
 * @throws StoreError DAMAGED if it is not such a line, or is of a format that cannot be read.
 */
export function generationHeader(path: string, start: Buffer): GenerationHeader {
  const end = start.subarray(0, headerBytes).indexOf(lineEnd);
  const line = parsedJson(start.toString('utf8', 0, Math.max(end, 0)));
  const form = anyFormat.safeParse(line);
  if (!form.success) throw damaged(path, 'its first line is not that of a generation');
  if (!isReadableFormat(form.data.format)) {
    throw otherFormat(
      `The stored catalog ${basename(path)}`,
      form.data.format,
      `Run the version that wrote it, ${wayOut}.`,
    );
  }
  const fields = headerFields.safeParse(line);
  if (!fields.success) throw damaged(path, 'its first line is not complete');
  const { format } = form.data;
  const { sha256, recordSha256, importedBy, changes, ...required } = fields.data;
  const record = { importedBy: importedBy ?? null, changes: changes ?? null };
  const isRecorded = importedBy !== undefined && changes !== undefined && recordSha256 !== undefined;
  const isOlder = importedBy === undefined && changes === undefined && recordSha256 === undefined;
  if (!isOlder && !(isRecorded && recordChecksum(sha256, record) === recordSha256)) {
    throw damaged(path, 'the checksum of its first line does not agree with what it says about the import');
  }
  const header = { ...required, format, ...record };
  return { header, covered: coveredText(header), sha256, bodyStart: end + 1 };
}

/**
 * Reads a whole generation's file, which must not be changed from now on: the graph shares its memory. An earlier format is
 * converted, which takes as long as deriving the graph in an import.
 *
 * @throws StoreError DAMAGED if it is not, bit for bit, what was written.
 */
export function readGeneration(
  path: string,
  file: Buffer,
): { readonly header: NewCatalogHeader; readonly stored: StoredGraph } {
  const { header, covered, sha256, bodyStart } = generationHeader(path, file);
  const body = file.subarray(bodyStart);
  if (checksum(covered, body) !== sha256) throw damaged(path, 'its checksum does not agree with its content');
  try {
    const stored = storedGraph.parse(deserialize(body));
    if (header.format === graphFormat) return { header, stored };
    return { header, stored: packGraph(inCurrentFormat(unpackGraph(stored, header.revision), header.format)) };
  } catch (error) {
    // A file with a correct checksum can be read, except by a version of Node.js that is older than the writing one.
    throw damaged(path, `Node.js ${process.version} cannot read its content`, error);
  }
}

function packGraph({ structure, texts }: GraphData): StoredGraph {
  const columns = packStructure(structure);
  return {
    ...columns,
    responsibilities: { ...columns.responsibilities, summary: packOptionalTexts(texts.responsibilitySummaries) },
    roles: { ...columns.roles, summary: packOptionalTexts(texts.roleSummaries) },
    appearanceTexts: {
      titles: packTextLists(texts.appearances.map(({ titles }) => titles)),
      summary: packOptionalTexts(texts.appearances.map(({ summary }) => summary)),
      note: packOptionalTexts(texts.appearances.map(({ note }) => note)),
      quote: packOptionalTexts(texts.appearances.map(({ quote }) => quote)),
    },
  };
}

function unpackGraph({ appearanceTexts, ...columns }: StoredGraph, revision: string): GraphData {
  const structure = runToCompletion(unpackStructure(columns, revision));
  const { summary: responsibilitySummaries } = columns.responsibilities;
  return {
    structure,
    texts: {
      responsibilitySummaries: structure.responsibilities.map((_, index) =>
        responsibilitySummaries === undefined ? null : optionalTextAt(responsibilitySummaries, index),
      ),
      roleSummaries: structure.roles.map((_, index) => optionalTextAt(columns.roles.summary, index)),
      appearances: Array.from(structure.appearances.role, (_, index) => ({
        titles: textListAt(appearanceTexts.titles, index),
        summary: optionalTextAt(appearanceTexts.summary, index),
        note: optionalTextAt(appearanceTexts.note, index),
        quote: appearanceTexts.quote === undefined ? null : optionalTextAt(appearanceTexts.quote, index),
      })),
    },
  };
}

/** What the checksum covers of a header. */
function coveredText({ key, revision, importedAt, format }: NewCatalogHeader): string {
  return [format, key, revision, importedAt.toISOString()].join('\n');
}

/** The checksum of what is recorded about an import, bound to the file by the checksum of the rest. */
function recordChecksum(sha256: string, { importedBy, changes }: ImportRecord): string {
  const counts = changes && [changes.added, changes.changed, changes.removed];
  return createHash('sha256')
    .update(`${sha256}\n${JSON.stringify([importedBy, counts])}`)
    .digest('hex');
}

function checksum(covered: string, body: Buffer): string {
  return createHash('sha256').update(`${covered}\n`).update(body).digest('hex');
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const wayOut = 'or move it out of the data folder and import the catalog again';

function damaged(path: string, what: string, cause?: unknown): StoreError {
  return new StoreError(
    'DAMAGED',
    `The stored catalog ${basename(path)} is damaged: ${what}. Put the file back from a backup, ${wayOut}.`,
    { cause },
  );
}
