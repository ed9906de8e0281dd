import type { IncomingMessage } from 'node:http';
import { MIMEType } from 'node:util';
import { mostYamlBytes } from '../../catalog/document-limits.ts';
import { fasterImport, type FasterImport } from '../../store/store-error.ts';
import type { StoredCatalog } from '../../store/stored-catalog.ts';
import { quoted } from '../../text/quoted-text.ts';
import { encodingOf, type Encoding } from '../http/content-encoding.ts';
import { ImportRefusal } from './import-refusal.ts';
import { tooLarge, type UploadLimit } from './receive-upload.ts';

/** What the address and the headers of a PUT say. */
export interface PutHeaders {
  readonly format: 'json' | 'yaml';
  readonly encoding: Encoding;
  readonly limit: UploadLimit;
  readonly dryRun: boolean;
  /** Whether the answer is a stream of events. */
  readonly wantsEvents: boolean;
  /** Undefined if the header is missing. */
  readonly ifMatch: number | 'ANY' | undefined;
}

const formats: Readonly<Record<string, PutHeaders['format']>> = {
  'application/json': 'json',
  'application/yaml': 'yaml',
  'text/yaml': 'yaml',
  'application/x-yaml': 'yaml',
};

/** Whether the address asks for a dry run; anything but "true" and "false" is refused by putHeaders. */
export function isDryRun({ url = '' }: IncomingMessage): boolean {
  return dryRunIn(url) === 'true';
}

/**
 * Reads what can be known of a PUT before its body.
 *
 * @param most the limit for catalogs, in bytes.
 * @throws ImportRefusal
 */
export function putHeaders({ headers, url = '' }: IncomingMessage, most: number): PutHeaders {
  const format = formatOf(headers['content-type']);
  const limit = limitFor(format, most);
  const encoding = encodingOf(headers['content-encoding']);
  if (encoding === undefined) {
    const message = `The request's Content-Encoding is ${quoted(headers['content-encoding'] ?? '')}. Send the catalog as it is, or compressed once, with gzip or br.`;
    throw new ImportRefusal(415, 'UNSUPPORTED_MEDIA_TYPE', message, { headers: { 'Accept-Encoding': 'gzip, br' } });
  }
  const dryRun = dryRunIn(url);
  if (dryRun !== null && dryRun !== 'true' && dryRun !== 'false') {
    throw new ImportRefusal(
      400,
      'BAD_REQUEST',
      `dryRun is ${quoted(dryRun)}. Set it to true or false, or leave it out.`,
    );
  }
  const ifMatch = ifMatchOf(headers['if-match']);
  const declared = headers['content-length'];
  if (declared !== undefined && Number(declared) > limit.bytes) throw tooLarge(limit);
  const wantsEvents = /\btext\/event-stream\b/i.test(headers.accept ?? '');
  return { format, encoding, limit, dryRun: dryRun === 'true', wantsEvents, ifMatch };
}

/**
 * The sequence that is expected: the one that the client has seen.
 *
 * @param current what is current; undefined if nothing is.
 * @returns undefined if the client accepts whichever is current.
 * @throws ImportRefusal PRECONDITION_REQUIRED without If-Match; CONFLICT if another catalog is current.
 */
export function expectedSequence(
  { ifMatch, dryRun }: PutHeaders,
  current: StoredCatalog | undefined,
): number | undefined {
  const faster = current && fasterImport(current);
  if (ifMatch === undefined) {
    if (dryRun) return undefined;
    const sequence = current?.sequence ?? 0;
    throw new ImportRefusal(
      428,
      'PRECONDITION_REQUIRED',
      'The request has no If-Match, so it could overwrite what you have not seen. Send the sequence of the catalog that yours is to ' +
        `replace, in quotation marks. That is If-Match: "${sequence}" now, or If-Match: * for whichever is current. With ?dryRun=true ` +
        'you see the differences first, and If-Match is not needed.',
      { current: faster, headers: tagOf(faster) },
    );
  }
  if (ifMatch === 'ANY' || ifMatch === (current?.sequence ?? 0)) return ifMatch === 'ANY' ? undefined : ifMatch;
  throw new ImportRefusal(412, 'CONFLICT', otherIsCurrent(ifMatch, faster), {
    current: faster,
    headers: tagOf(faster),
  });
}

/** The ETag of a catalog. */
export function tagOf(current: Pick<FasterImport, 'sequence'> | undefined): { readonly ETag?: string } {
  return current === undefined ? {} : { ETag: `"${current.sequence}"` };
}

function otherIsCurrent(expected: number, current: FasterImport | undefined): string {
  const now =
    current === undefined
      ? 'there is no catalog now'
      : `the current catalog has sequence ${current.sequence}, imported ` +
        `${current.importedBy === null ? '' : `by ${quoted(current.importedBy)} `}at ${current.importedAt.toISOString()}`;
  return (
    `The request expects to replace sequence ${expected} (If-Match), but ${now}. Nothing was imported. See what your catalog would ` +
    'change now with ?dryRun=true, then send it with the current sequence.'
  );
}

/** One strong entity tag with a number, or "*". Lists make no sense: somebody has seen one catalog. */
function ifMatchOf(given: string | undefined): PutHeaders['ifMatch'] {
  if (given === undefined) return undefined;
  const tag = given.trim();
  if (tag === '*') return 'ANY';
  const [, digits] = /^"(0|[1-9]\d{0,14})"$/.exec(tag) ?? [];
  if (digits !== undefined) return Number(digits);
  throw new ImportRefusal(
    400,
    'BAD_REQUEST',
    `The request's If-Match is ${quoted(given)}. Send one sequence in quotation marks, e.g. If-Match: "12", or If-Match: *. Weak tags (W/) ` +
      'and lists are not accepted.',
  );
}

function formatOf(given: string | undefined): PutHeaders['format'] {
  const type = mediaTypeOf(given ?? '');
  const format = formats[type?.essence ?? ''];
  if (format === undefined) {
    throw new ImportRefusal(
      415,
      'UNSUPPORTED_MEDIA_TYPE',
      `The request's Content-Type is ${quoted(given ?? '')}. Send a catalog as ${Object.keys(formats).join(', ')}. Tables, handbooks and ` +
        'files of other tools are not converted here: "rolegraph convert" makes a catalog of them.',
      { headers: { Accept: Object.keys(formats).join(', ') } },
    );
  }
  const charset = type?.params.get('charset') ?? 'utf-8';
  if (/^utf-?8$/i.test(charset)) return format;
  const message = `The charset of the request's Content-Type is ${quoted(charset)}. Send the catalog in UTF-8.`;
  throw new ImportRefusal(415, 'UNSUPPORTED_MEDIA_TYPE', message);
}

function mediaTypeOf(given: string): MIMEType | undefined {
  try {
    return new MIMEType(given);
  } catch {
    return undefined;
  }
}

function limitFor(format: PutHeaders['format'], most: number): UploadLimit {
  if (format === 'yaml' && most > mostYamlBytes) {
    return { bytes: mostYamlBytes, advice: 'Send it as JSON, for which the limit is higher.' };
  }
  return { bytes: most, advice: 'Import a smaller one, or set ROLEGRAPH_MAX_IMPORT_MB higher, to at most 256.' };
}

function dryRunIn(url: string): string | null {
  const start = url.indexOf('?');
  return new URLSearchParams(start === -1 ? '' : url.slice(start)).get('dryRun');
}
