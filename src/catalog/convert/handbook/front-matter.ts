import { type Document, parseDocument } from 'yaml';
import { isMapping } from '../../check/catalog-items.ts';

/** What stands between "---" at the beginning of a Markdown document. */
export interface FrontMatter {
  /** Texts and lists of texts, by their keys. */
  readonly values: ReadonlyMap<string, readonly string[]>;
  /** The document with empty lines in its place, so that numbers of lines stay. */
  readonly rest: string;
}

/** Longest front matter that is read. */
const longest = 20_000;
const pattern = /^\ufeff?---[ \t]*\n([\s\S]*?)\n(?:---|\.\.\.)[ \t]*(?:\n|$)/;

/** Reads front matter in YAML. What is no valid YAML stays unread. */
export function frontMatterOf(text: string): FrontMatter {
  const [whole = '', yaml = ''] = pattern.exec(text.slice(0, longest)) ?? [];
  const lines = whole.split('\n').length - 1;
  const rest = '\n'.repeat(lines) + text.slice(whole.length);
  return { values: whole === '' ? new Map() : valuesOf(yaml), rest };
}

function valuesOf(yaml: string): ReadonlyMap<string, readonly string[]> {
  const values = new Map<string, readonly string[]>();
  const document = parseDocument(yaml, { logLevel: 'silent', schema: 'core' });
  if (document.errors.length > 0) return values;
  const data = plainData(document);
  if (!isMapping(data)) return values;
  for (const [key, value] of Object.entries(data)) {
    const list: readonly unknown[] = Array.isArray(value) ? value : [value];
    const texts = list.flatMap((each) =>
      typeof each === 'string' || typeof each === 'number' ? [String(each).trim()] : [],
    );
    if (texts.length > 0) values.set(key.replaceAll(/[_-]/g, ' '), texts);
  }
  return values;
}

function plainData(document: Document.Parsed): unknown {
  try {
    return document.toJS({ maxAliasCount: 0 });
  } catch {
    // Aliases, which front matter does not need, and a few of which could fill the memory.
    return undefined;
  }
}
