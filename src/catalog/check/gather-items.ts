import { z } from 'zod';
import {
  type CatalogPart,
  catalogSchema,
  type ListName,
  listNames,
  mostEntries,
  mostNestedEntries,
  ofEachList,
} from '../catalog.ts';
import { grouped } from '../../text/quoted-text.ts';
import { isMapping, ownValue, type Item, type Items } from './catalog-items.ts';
import { describedValue, reportShape } from './check-shapes.ts';
import { firstGiven, type FindingCollector, type Position } from './finding-collector.ts';
import { textKinds } from '../text-rules.ts';

/** One file's content, as parsed. */
export interface ParsedFile {
  /** The file, counted from 0 in the order of reading. */
  readonly fileIndex: number;
  readonly value: unknown;
}

/** A catalog, as its parsed files. */
export interface GivenCatalog {
  readonly files: readonly ParsedFile[];
  /** A slug that is put before those of the catalog, see prefixSlugs. */
  readonly prefix?: string | undefined;
}

/** The combined content of the files of a catalog. */
export interface Gathered {
  readonly prefix: string | undefined;
  readonly name: string;
  readonly version: string;
  /** The parts, where the document has them, and the file that has them. Undefined if they are invalid. */
  readonly parts: { readonly fileIndex: number; readonly list: CatalogPart[] } | undefined;
  readonly items: Items;
}

/** The content of one or several catalogs. */
export interface GatheredCatalogs {
  readonly catalogs: readonly Gathered[];
  /** The lists that are known in full: given, and neither cut at a limit nor something other than a list. */
  readonly completeLists: ReadonlySet<ListName>;
}

/** One file: any keys of a catalog. The entries of its lists are checked one by one, see checkShapes. */
const fileSchema = z.strictObject(
  {
    ...catalogSchema.pick({ name: true, version: true, parts: true }).partial().shape,
    ...Object.fromEntries(listNames.map((list) => [list, z.custom(Array.isArray, 'expected a list').optional()])),
  },
  `expected a mapping with keys of a catalog (${Object.keys(catalogSchema.shape).join(', ')})`,
);

/** The values that the files have for each key. */
type Given = ReadonlyMap<string, readonly ParsedFile[]>;

/**
 * Combines the files of each catalog: concatenates their lists, and takes `name` and `version` from the one file that has
 * them. Reports what is wrong with the files' own keys and with entries that are not mappings. Cuts lists at their
 * limits, so that no later step works on more than a catalog may hold.
 *
 * @param given one catalog or several. Each needs a name and a version; of the lists, each must be in one of them.
 * @param complete whether these are all files of the catalogs. If not, missing keys are not reported.
 */
export function gatherItems(
  given: readonly GivenCatalog[],
  complete: boolean,
  findings: FindingCollector,
): GatheredCatalogs {
  const allFiles = given.flatMap(({ files }) => files);
  for (const { fileIndex, value } of allFiles) reportShape(value, fileSchema, { fileIndex, path: [] }, findings);
  const keys = valuesByKey(allFiles);
  if (complete && allFiles.every(({ value }) => isMapping(value))) {
    // The files of several catalogs are told apart by the first one of each.
    for (const { files } of given)
      reportMissingTitle(files, given.length > 1 ? files[0]?.fileIndex : undefined, findings);
    reportMissingLists(keys, findings);
  }
  const completeLists = new Set(listNames.filter((list) => keys.has(list)));
  const catalogs = given.map(({ files, prefix }, catalogIndex): Gathered => {
    const ofCatalog = given.length === 1 ? keys : valuesByKey(files);
    const itemsOf = (list: ListName): Item[] => {
      const items: Item[] = [];
      for (const file of ofCatalog.get(list) ?? []) {
        if (!addEntries(items, list, catalogIndex, file, findings)) completeLists.delete(list);
      }
      return items;
    };
    return {
      prefix,
      name: titleOf('name', ofCatalog, findings),
      version: titleOf('version', ofCatalog, findings),
      parts: partsIn(ofCatalog, findings),
      items: ofEachList(itemsOf),
    };
  });
  return { catalogs, completeLists };
}

function valuesByKey(files: readonly ParsedFile[]): Given {
  return Map.groupBy(
    files.flatMap(({ fileIndex, value: file }) =>
      Object.entries(isMapping(file) ? file : {}).map(([key, value]) => ({ key, fileIndex, value })),
    ),
    ({ key }) => key,
  );
}

function titleOf(key: 'name' | 'version', given: Given, findings: FindingCollector): string {
  const first = onlyValue(key, given, findings);
  return typeof first?.value === 'string' ? first.value : '';
}

function partsIn(given: Given, findings: FindingCollector): Gathered['parts'] {
  const file = onlyValue('parts', given, findings);
  const { data } = catalogSchema.shape.parts.safeParse(file?.value);
  return file === undefined || data === undefined ? undefined : { fileIndex: file.fileIndex, list: data };
}

/** The value of a key that only one file may have. Others are reported. */
function onlyValue(
  key: 'name' | 'version' | 'parts',
  given: Given,
  findings: FindingCollector,
): ParsedFile | undefined {
  const [first, ...others] = given.get(key) ?? [];
  for (const { fileIndex } of others) {
    findings.error(
      { fileIndex, path: [key] },
      () =>
        `is given twice; a catalog has ${key === 'parts' ? 'one list of parts' : `one ${key}`}: remove one of the two`,
      firstGiven({ fileIndex: first?.fileIndex, path: [key] }),
    );
  }
  return first;
}

/** @returns whether the entries are all that the file has. */
function addEntries(
  items: Item[],
  list: ListName,
  catalogIndex: number,
  { fileIndex, value }: ParsedFile,
  findings: FindingCollector,
): boolean {
  if (!Array.isArray(value)) return false;
  const entries: readonly unknown[] = value;
  const capacity = mostEntries[list] - items.length;
  for (const [index, fields] of entries.slice(0, capacity).entries()) {
    const path = [list, index];
    if (isMapping(fields)) {
      const written = withinLimits(fields, (key) => ({ fileIndex, path: [...path, key] }), findings);
      items.push({ list, catalogIndex, fileIndex, index, written, fields: {} });
    } else findings.error({ fileIndex, path }, () => `expected a mapping, got ${describedValue(fields)}`);
  }
  if (entries.length <= capacity) return true;
  const count = items.length + entries.length - capacity;
  findings.error({ fileIndex, path: [list, capacity] }, () => tooManyEntries(list, count));
  return false;
}

/** Says that a list has more entries than a catalog may have. */
export function tooManyEntries(list: ListName, count: number): string {
  const most = grouped(mostEntries[list]);
  return `more than ${most} ${list}: a catalog holds at most ${most}, here are ${grouped(count)}; remove some, or split the catalog in two`;
}

const nestedLimits = Object.entries(mostNestedEntries);

/** The entry itself; where a list in it is longer than its limit, which is reported, a copy with that list cut. */
export function withinLimits(
  fields: Item['written'],
  positionOf: (key: string) => Position,
  findings: FindingCollector,
): Item['written'] {
  let within = fields;
  for (const [key, most] of nestedLimits) {
    const values = ownValue(fields, key);
    if (!Array.isArray(values) || values.length <= most) continue;
    const count = values.length;
    findings.error(
      positionOf(key),
      () => `has ${grouped(count)} entries; at most ${grouped(most)} are accepted here; remove some`,
    );
    within = { ...within, [key]: values.slice(0, most) };
  }
  return within;
}

/**
 * Reports the name and the version that no file of a catalog has.
 *
 * @param fileIndex the file to report them for; undefined for the whole location.
 */
function reportMissingTitle(
  files: readonly ParsedFile[],
  fileIndex: number | undefined,
  findings: FindingCollector,
): void {
  for (const key of ['name', 'version']) {
    if (files.some(({ value }) => isMapping(value) && Object.hasOwn(value, key))) continue;
    findings.error(
      { fileIndex, path: [key] },
      () => `is missing; expected ${textKinds.line.expected}; add \`${key}: "…"\` to one file`,
    );
  }
}

/** Reports the lists that no file has, and those that need an entry and have none. */
function reportMissingLists(given: Given, findings: FindingCollector): void {
  const isEmpty = ({ value }: ParsedFile): boolean => Array.isArray(value) && value.length === 0;
  const empty = new Set(
    listNames.filter((list) => !given.get(list)?.some(({ value }) => Array.isArray(value) && value.length > 0)),
  );
  for (const list of listNames) {
    // It came later than the others, and most catalogs have none.
    if (list === 'retired') continue;
    const needed = needsEntries(list, empty);
    const files = given.get(list) ?? [];
    if (files[0] === undefined) {
      const example = needed ? `a list \`${list}\` with at least one entry` : `\`${list}: []\``;
      findings.error({ fileIndex: undefined, path: [list] }, () => `is missing; expected a list; add ${example}`);
    } else if (needed && files.every(isEmpty)) {
      findings.error(
        { fileIndex: files[0].fileIndex, path: [list] },
        () => `is empty; expected at least one entry: a catalog without ${list} says nothing`,
      );
    }
  }
}

/**
 * Sources, pillars, organization types, topics and responsibilities may be empty. Each other list needs an entry, unless empty lists rule
 * out any: there is no category without an owner, and no appearance without a source and a category.
 */
function needsEntries(list: ListName, empty: ReadonlySet<ListName>): boolean {
  if (list === 'categories') return !empty.has('pillars') || !empty.has('organizationTypes');
  if (list === 'appearances') return !empty.has('sources') && !empty.has('categories');
  return list === 'roles';
}
