import { isMap, isNode, isScalar, isSeq, parseDocument } from 'yaml';
import { catalogRevision } from '../canonical-catalog.ts';
import { type Catalog, type CatalogEntry, type ListName, listNames } from '../catalog.ts';
import { checkCatalog } from '../check/check-catalog.ts';
import { FindingCollector } from '../check/finding-collector.ts';
import { parseYaml } from '../read/parse-yaml.ts';
import { listYaml } from '../write/catalog-yaml.ts';
import { yamlField } from '../write/yaml-entry.ts';
import type { MergedCatalog } from './merged-catalog.ts';
import { isSame } from './merged-fields.ts';
import { type Splice, spliced } from './updated-entry.ts';
import { listSplice, type WantedEntry, type WrittenList } from './updated-list.ts';

/**
 * The files of an edited catalog with what was merged into it: what does not change keeps its text, with its comments and order.
 *
 * @param texts of all files, in the order in which they are read.
 * @returns undefined if they are written in a way that cannot be changed so, e.g. with anchors.
 */
export function updatedYaml(
  texts: readonly string[],
  edited: Catalog,
  merged: MergedCatalog,
): readonly string[] | undefined {
  const plain = texts.map((text) => (text.endsWith('\n') ? text : `${text}\n`).replaceAll('\r\n', '\n'));
  const splices: Splice[][] = plain.map(() => []);
  const written = plain.map((text) => writtenParts(text));
  for (const [file, { title }] of written.entries()) {
    for (const { key, start, end } of title) {
      if (isSame(edited[key], merged.catalog[key])) continue;
      splices[file]?.push({ start, end, text: yamlField(key, merged.catalog[key], '') });
    }
  }
  for (const list of listNames) {
    const wanted = merged.catalog[list] ?? [];
    const before = edited[list] ?? [];
    const origins = merged.origins[list];
    const isUnchanged = wanted.length === before.length && origins.every((origin, index) => origin === index);
    if (isUnchanged && isSame(before, wanted)) continue;
    const parts = withEntries(written, list, edited);
    if (parts.length === 0) {
      const end = plain[0]?.length ?? 0;
      splices[0]?.push({ start: end, end, text: `\n${listYaml(list, wanted)}` });
      continue;
    }
    for (const [part, entries] of wantedIn(parts, wanted, origins)) {
      const splice = listSplice(part.written, entries);
      if (splice === undefined) return undefined;
      splices[part.file]?.push(splice);
    }
  }
  const updated = plain.map((text, file) => spliced(text, splices[file] ?? []));
  if (!isCatalog(updated, merged.catalog)) return undefined;
  return updated.map((text, file) => (texts[file]?.includes('\r\n') === true ? text.replaceAll('\n', '\r\n') : text));
}

/** Where the title and the lists are written in one file. */
function writtenParts(text: string) {
  const title: { key: 'name' | 'version'; start: number; end: number }[] = [];
  const lists: Omit<WrittenList, 'edited'>[] = [];
  const { contents } = parseDocument(text, { version: '1.2', schema: 'core', uniqueKeys: false });
  for (const { key, value } of isMap(contents) ? contents.items : []) {
    if (!isScalar(key) || !isNode(value)) continue;
    const [start] = key.range;
    const [, end] = value.range;
    if (key.value === 'name' || key.value === 'version') title.push({ key: key.value, start, end });
    const list = listNames.find((name) => name === key.value);
    if (list !== undefined && isSeq(value)) lists.push({ text, list, start, node: value });
  }
  return { title, lists };
}

/** A part of a list, in one file: `from` and `to` are indexes of the whole list. */
interface ListPart {
  readonly file: number;
  readonly from: number;
  readonly to: number;
  readonly written: WrittenList;
}

/** The parts of a list in all files, with the entries in each. */
function withEntries(
  written: readonly ReturnType<typeof writtenParts>[],
  list: ListName,
  edited: Catalog,
): readonly ListPart[] {
  let from = 0;
  return written.flatMap(({ lists }, file) =>
    lists
      .filter((each) => each.list === list)
      .map((each) => {
        const part = { file, from, to: from + each.node.items.length };
        from = part.to;
        return { ...part, written: { ...each, edited: (edited[list] ?? []).slice(part.from, part.to) } };
      }),
  );
}

/** What each part is to have: an entry stays in its part, and a new one goes where the entry before it is. */
function wantedIn(
  parts: readonly ListPart[],
  wanted: readonly CatalogEntry[],
  origins: readonly (number | undefined)[],
): ReadonlyMap<ListPart, readonly WantedEntry[]> {
  const entries = new Map(parts.map((part): [ListPart, WantedEntry[]] => [part, []]));
  let [current] = parts;
  for (const [at, entry] of wanted.entries()) {
    const origin = origins[at];
    const home = origin === undefined ? undefined : parts.find(({ from, to }) => from <= origin && origin < to);
    const index = home === undefined || origin === undefined ? undefined : origin - home.from;
    current = home ?? current;
    if (current !== undefined) entries.get(current)?.push({ entry, index });
  }
  return entries;
}

/** Whether the files are read as the catalog: the proof that nothing was lost. */
function isCatalog(texts: readonly string[], catalog: Catalog): boolean {
  const findings = new FindingCollector();
  const files = texts.map((text, fileIndex) => ({ fileIndex, value: parseYaml(text, () => undefined)?.value }));
  const read = checkCatalog([{ files }], findings);
  return read !== undefined && catalogRevision(read) === catalogRevision(catalog);
}
