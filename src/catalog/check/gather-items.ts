import { type ListName, listNames, mostEntries, mostNameCharacters, mostNestedEntries } from '../catalog.ts';
import { grouped } from '../../text/quoted-text.ts';
import { textProblem } from '../text-rules.ts';
import { isMapping, ownValue, type Item, type Items } from './catalog-items.ts';
import { describedValue, typeHint } from './described-value.ts';
import { firstGiven, type FindingCollector, type Position } from './finding-collector.ts';
import { unknownKey } from './unknown-key.ts';

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

const titleKeys = ['name', 'version'] as const;
const documentKeys: readonly string[] = [...titleKeys, ...listNames];

/**
 * Combines the files of a catalog: concatenates their lists, and takes `name` and `version` from the one file that has
 * them. Reports what is wrong with the files' own keys and with entries that are not mappings. Cuts lists at their
 * limits, so that no later step works on more than a catalog may hold.
 *
 * @param complete whether these are all files of the catalog. If not, missing keys are not reported.
 */
export function gatherItems(files: readonly ParsedFile[], complete: boolean, findings: FindingCollector): Gathered {
  const gathering = new Gathering(findings);
  let mappings = 0;
  for (const { fileIndex, value } of files) {
    if (isMapping(value)) {
      mappings += 1;
      for (const [key, content] of Object.entries(value)) gathering.addKey(key, content, fileIndex);
    } else {
      findings.error(
        { fileIndex, path: [] },
        () => `expected a mapping with keys of a catalog (${documentKeys.join(', ')}), got ${describedValue(value)}`,
      );
    }
  }
  if (complete && mappings === files.length) gathering.reportMissing();
  return gathering.result();
}

/** What was gathered so far. */
class Gathering {
  readonly #findings: FindingCollector;
  readonly #titles = { name: '', version: '' };
  readonly #items: Record<ListName, Item[]> = {
    sources: [],
    pillars: [],
    organizationTypes: [],
    categories: [],
    topics: [],
    responsibilities: [],
    roles: [],
    appearances: [],
  };
  /** Where each key was given first. */
  readonly #given = new Map<string, Position>();
  readonly #empty = new Set<ListName>(listNames);
  readonly #completeLists = new Set<ListName>(listNames);

  constructor(findings: FindingCollector) {
    this.#findings = findings;
  }

  result(): Gathered {
    return { ...this.#titles, items: this.#items, completeLists: this.#completeLists };
  }

  /** Takes one key of one file. */
  addKey(key: string, value: unknown, fileIndex: number): void {
    const position = { fileIndex, path: [key] };
    const first = this.#given.get(key);
    if (first === undefined) this.#given.set(key, position);
    const title = titleKeys.find((known) => known === key);
    const list = listNames.find((known) => known === key);
    if (title !== undefined) this.#addTitle(title, value, position, first);
    else if (list !== undefined) this.#addList(list, value, fileIndex);
    else this.#findings.error(position, () => unknownKey(key, documentKeys));
  }

  /** Reports the keys that no file has, and the lists that need an entry and have none. */
  reportMissing(): void {
    for (const title of titleKeys) {
      if (this.#given.has(title)) continue;
      this.#findings.error(
        { fileIndex: undefined, path: [title] },
        () =>
          `is missing; expected text of 1 to ${grouped(mostNameCharacters)} characters; add \`${title}: "…"\` to one file`,
      );
    }
    for (const list of listNames) this.#reportMissingList(list);
  }

  #addTitle(title: (typeof titleKeys)[number], value: unknown, position: Position, first: Position | undefined): void {
    if (first !== undefined) {
      this.#findings.error(
        position,
        () => `is given twice; a catalog has one ${title}: remove one of the two`,
        firstGiven(first),
      );
    } else if (typeof value === 'string') {
      this.#titles[title] = value;
      const problem = textProblem(value, 'line', mostNameCharacters);
      if (problem !== undefined) this.#findings.error(position, () => problem);
    } else {
      const expected = `expected text of 1 to ${grouped(mostNameCharacters)} characters`;
      this.#findings.error(position, () => `${expected}, got ${describedValue(value)}${typeHint(value)}`);
    }
  }

  #addList(list: ListName, value: unknown, fileIndex: number): void {
    if (!Array.isArray(value)) {
      this.#completeLists.delete(list);
      this.#findings.error(
        { fileIndex, path: [list] },
        () => `expected a list, got ${describedValue(value)}; write [] for a list without entries`,
      );
      return;
    }
    const entries: readonly unknown[] = value;
    if (entries.length > 0) this.#empty.delete(list);
    const items = this.#items[list];
    const capacity = mostEntries[list] - items.length;
    const limits = Object.entries(mostNestedEntries[list]);
    for (const [index, fields] of entries.slice(0, capacity).entries()) {
      const position = { fileIndex, path: [list, index] };
      if (isMapping(fields)) {
        items.push({ list, fileIndex, index, fields: this.#withinLimits(fields, limits, position) });
      } else {
        this.#findings.error(position, () => `expected a mapping, got ${describedValue(fields)}`);
      }
    }
    if (entries.length <= capacity) return;
    this.#completeLists.delete(list);
    this.#findings.error({ fileIndex, path: [list, capacity] }, () => {
      const most = grouped(mostEntries[list]);
      return `more than ${most} ${list}: a catalog holds at most ${most}, here are ${grouped(mostEntries[list] + entries.length - capacity)}; remove some, or split the catalog in two`;
    });
  }

  /** The entry itself; where a list in it is longer than its limit, a copy with that list cut. */
  #withinLimits(
    fields: Item['fields'],
    limits: readonly (readonly [string, number])[],
    { fileIndex, path }: Position,
  ): Item['fields'] {
    let within = fields;
    for (const [key, most] of limits) {
      const values = ownValue(fields, key);
      if (!Array.isArray(values) || values.length <= most) continue;
      const count = values.length;
      this.#findings.error(
        { fileIndex, path: [...path, key] },
        () => `has ${grouped(count)} entries; at most ${grouped(most)} are accepted here; remove some`,
      );
      within = { ...within, [key]: values.slice(0, most) };
    }
    return within;
  }

  #reportMissingList(list: ListName): void {
    const position = this.#given.get(list);
    const needed = this.#needsEntries(list);
    if (position === undefined) {
      this.#completeLists.delete(list);
      const example = needed ? `a list \`${list}\` with at least one entry` : `\`${list}: []\``;
      this.#findings.error({ fileIndex: undefined, path: [list] }, () => `is missing; expected a list; add ${example}`);
    } else if (needed && this.#empty.has(list) && this.#completeLists.has(list)) {
      this.#findings.error(
        position,
        () => `is empty; expected at least one entry: a catalog without ${list} says nothing`,
      );
    }
  }

  /**
   * Sources, pillars, organization types and topics may be empty. Each other list needs an entry, unless empty lists rule
   * out any: there is no category without an owner, and no appearance without a source and a category.
   */
  #needsEntries(list: ListName): boolean {
    const empty = this.#empty;
    if (list === 'categories') return !empty.has('pillars') || !empty.has('organizationTypes');
    if (list === 'appearances') return !empty.has('sources') && !empty.has('categories');
    return list === 'responsibilities' || list === 'roles';
  }
}
