import { basename, extname } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { grouped, quoted } from '../../text/quoted-text.ts';
import { mostAliasExpansions, mostYamlBytes } from '../document-limits.ts';
import { isMapping, ownValue } from '../check/catalog-items.ts';
import { ConvertError, type GivenFile } from './conversion.ts';
import { decodedFile } from './tables/decoded-text.ts';

/** The values of the documents of a file; undefined for one that is neither JSON nor YAML. */
export type StructuredData = readonly unknown[] | undefined;

/**
 * The values of a file of JSON or YAML, one for each document of it.
 *
 * @returns undefined for any other file, and for one that cannot be parsed.
 * @throws ConvertError for YAML that is too large.
 */
export function structuredData({ path, bytes }: GivenFile): StructuredData {
  const beginning = Buffer.from(bytes.subarray(0, lookedAt))
    .toString('utf8')
    .replace(/^\ufeff/, '');
  const ending = extname(path).toLowerCase();
  // Markdown may begin as YAML does.
  if (['.md', '.markdown'].includes(ending)) return undefined;
  const isYaml =
    ['.yaml', '.yml'].includes(ending) ||
    /^OWNERS(?:_ALIASES)?$/.test(basename(path)) ||
    /^(?:#.*\n|\s*\n)*(?:---|apiVersion:|aliases:|approvers:|reviewers:)/.test(beginning);
  if (!isYaml && !/^\s*[[{]/.test(beginning)) return undefined;
  if (isYaml && bytes.length > mostYamlBytes) {
    throw new ConvertError(
      `${quoted(basename(path))} is larger than 8 MB (${grouped(mostYamlBytes)} bytes), the most that is read of YAML. Split it into several files.`,
    );
  }
  const text = decodedFile(bytes)?.text.replace(/^\ufeff/, '');
  if (text === undefined) return undefined;
  try {
    if (isYaml) return yamlValues(text);
    const value: unknown = JSON.parse(text);
    return [value];
  } catch {
    return undefined;
  }
}

const lookedAt = 4 * 1024;

function yamlValues(text: string): readonly unknown[] | undefined {
  const documents = parseAllDocuments(text, { logLevel: 'silent' });
  if (!Array.isArray(documents) || documents.some(({ errors }) => errors.length > 0)) return undefined;
  return documents.map((document) => {
    const value: unknown = document.toJS({ maxAliasCount: mostAliasExpansions });
    return value;
  });
}

/** The list at a path of keys; empty if there is none. */
export function listAt(value: unknown, ...keys: readonly string[]): readonly unknown[] {
  const found = valueAt(value, ...keys);
  return Array.isArray(found) ? found : [];
}

/** The text at a path of keys, without spaces around it; empty if there is none. Numbers are texts, too. */
export function textAt(value: unknown, ...keys: readonly string[]): string {
  const found = valueAt(value, ...keys);
  return typeof found === 'string' ? found.trim() : typeof found === 'number' ? String(found) : '';
}

/** The texts of the list at a path of keys. */
export function textsAt(value: unknown, ...keys: readonly string[]): readonly string[] {
  return listAt(value, ...keys).flatMap((each) =>
    typeof each === 'string' && each.trim() !== '' ? [each.trim()] : [],
  );
}

/** What stands at a path of keys; undefined if nothing does. */
export function valueAt(value: unknown, ...keys: readonly string[]): unknown {
  let found = value;
  for (const key of keys) {
    if (!isMapping(found)) return undefined;
    found = ownValue(found, key);
  }
  return found;
}
