import { z } from 'zod';
import { catalogSchema, type ListName, listNames, mostEntries, mostNestedEntries } from '../catalog.ts';
import { grouped } from '../../text/quoted-text.ts';
import { isMapping, ownValue, type Item, type Items } from './catalog-items.ts';
import { describedValue, reportShape } from './check-shapes.ts';
import { firstGiven, type FindingCollector } from './finding-collector.ts';
import { textKinds } from '../text-rules.ts';

/** One file's content, as parsed. */
export interface ParsedFile {
  /** The file, counted from 0 in the order of reading. */
  readonly fileIndex: number;
  readonly value: unknown;
}

/** The combined content of the files of a catalog. */
export interface Gathered {
  readonly name: string;
  readonly version: string;
  readonly items: Items;
  /** The lists that are known in full: given, and neither cut at a limit nor something other than a list. */
  readonly completeLists: ReadonlySet<ListName>;
}

/** One file: any keys of a catalog. The entries of its lists are checked one by one, see checkShapes. */
const fileSchema = z.strictObject(
  {
    ...catalogSchema.pick({ name: true, version: true }).partial().shape,
    ...Object.fromEntries(listNames.map((list) => [list, z.custom(Array.isArray, 'expected a list').optional()])),
  },
  `expected a mapping with keys of a catalog (${Object.keys(catalogSchema.shape).join(', ')})`,
);

/** The values that the files have for each key. */
type Given = ReadonlyMap<string, readonly ParsedFile[]>;

/**
 * Combines the files of a catalog: concatenates their lists, and takes `name` and `version` from the one file that has
 * them. Reports what is wrong with the files' own keys and with entries that are not mappings. Cuts lists at their
 * limits, so that no later step works on more than a catalog may hold.
 *
 * @param complete whether these are all files of the catalog. If not, missing keys are not reported.
 */
export function gatherItems(files: readonly ParsedFile[], complete: boolean, findings: FindingCollector): Gathered {
  for (const { fileIndex, value } of files) reportShape(value, fileSchema, { fileIndex, path: [] }, findings);
  const given: Given = Map.groupBy(
    files.flatMap(({ fileIndex, value: file }) =>
      Object.entries(isMapping(file) ? file : {}).map(([key, value]) => ({ key, fileIndex, value })),
    ),
    ({ key }) => key,
  );
  if (complete && files.every(({ value }) => isMapping(value))) reportMissing(given, findings);

  const completeLists = new Set(listNames.filter((list) => given.has(list)));
  const itemsOf = (list: ListName): Item[] => {
    const items: Item[] = [];
    for (const file of given.get(list) ?? []) {
      if (!addEntries(items, list, file, findings)) completeLists.delete(list);
    }
    return items;
  };
  return {
    name: titleOf('name', given, findings),
    version: titleOf('version', given, findings),
    items: {
      sources: itemsOf('sources'),
      pillars: itemsOf('pillars'),
      organizationTypes: itemsOf('organizationTypes'),
      categories: itemsOf('categories'),
      topics: itemsOf('topics'),
      responsibilities: itemsOf('responsibilities'),
      roles: itemsOf('roles'),
      appearances: itemsOf('appearances'),
    },
    completeLists,
  };
}

function titleOf(key: 'name' | 'version', given: Given, findings: FindingCollector): string {
  const [first, ...others] = given.get(key) ?? [];
  for (const { fileIndex } of others) {
    findings.error(
      { fileIndex, path: [key] },
      () => `is given twice; a catalog has one ${key}: remove one of the two`,
      firstGiven({ fileIndex: first?.fileIndex, path: [key] }),
    );
  }
  return typeof first?.value === 'string' ? first.value : '';
}

/** @returns whether the entries are all that the file has. */
function addEntries(
  items: Item[],
  list: ListName,
  { fileIndex, value }: ParsedFile,
  findings: FindingCollector,
): boolean {
  if (!Array.isArray(value)) return false;
  const entries: readonly unknown[] = value;
  const capacity = mostEntries[list] - items.length;
  for (const [index, fields] of entries.slice(0, capacity).entries()) {
    const path = [list, index];
    if (isMapping(fields)) {
      items.push({ list, fileIndex, index, written: withinLimits(fields, fileIndex, path, findings), fields: {} });
    } else findings.error({ fileIndex, path }, () => `expected a mapping, got ${describedValue(fields)}`);
  }
  if (entries.length <= capacity) return true;
  findings.error({ fileIndex, path: [list, capacity] }, () => {
    const most = grouped(mostEntries[list]);
    return `more than ${most} ${list}: a catalog holds at most ${most}, here are ${grouped(mostEntries[list] + entries.length - capacity)}; remove some, or split the catalog in two`;
  });
  return false;
}

const nestedLimits = Object.entries(mostNestedEntries);

/** The entry itself; where a list in it is longer than its limit, a copy with that list cut. */
function withinLimits(
  fields: Item['written'],
  fileIndex: number,
  path: readonly (string | number)[],
  findings: FindingCollector,
): Item['written'] {
  let within = fields;
  for (const [key, most] of nestedLimits) {
    const values = ownValue(fields, key);
    if (!Array.isArray(values) || values.length <= most) continue;
    const count = values.length;
    findings.error(
      { fileIndex, path: [...path, key] },
      () => `has ${grouped(count)} entries; at most ${grouped(most)} are accepted here; remove some`,
    );
    within = { ...within, [key]: values.slice(0, most) };
  }
  return within;
}

/** Reports the keys that no file has, and the lists that need an entry and have none. */
function reportMissing(given: Given, findings: FindingCollector): void {
  for (const key of ['name', 'version']) {
    if (given.has(key)) continue;
    findings.error(
      { fileIndex: undefined, path: [key] },
      () => `is missing; expected ${textKinds.line.expected}; add \`${key}: "…"\` to one file`,
    );
  }
  const isEmpty = ({ value }: ParsedFile): boolean => Array.isArray(value) && value.length === 0;
  const empty = new Set(
    listNames.filter((list) => !given.get(list)?.some(({ value }) => Array.isArray(value) && value.length > 0)),
  );
  for (const list of listNames) {
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
