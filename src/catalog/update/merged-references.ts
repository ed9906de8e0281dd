import { entryName } from '../canonical-catalog.ts';
import { type Catalog, type CatalogEntry, type ListName, listNames, ofEachList } from '../catalog.ts';
import { isMapping, kindNames } from '../check/catalog-items.ts';
import { retiredEntry } from '../retired-entry.ts';
import type { Fields } from './merged-fields.ts';
import type { Known } from './three-way-list.ts';

type Lists = Readonly<Record<ListName, readonly Known<Fields>[]>>;

/**
 * Makes merged lists refer only to what there is. One side may have removed what the other began to use: that comes back. What was
 * retired without one replacement cannot: rows that still name it lose it.
 */
export class MergedReferences {
  readonly #lists: Lists;
  /** In the order in which they are asked for an entry that is missing. */
  readonly #versions: readonly ReadonlyMap<string, Fields>[];
  readonly #retired: ReadonlySet<string>;
  readonly #names: Readonly<Record<ListName, Set<string>>>;
  readonly #restored = ofEachList((): Known<Fields>[] => []);
  readonly #conflicts: string[];

  constructor(lists: Lists, [edited, ...others]: readonly [Catalog, ...Catalog[]], conflicts: string[]) {
    this.#lists = lists;
    this.#conflicts = conflicts;
    this.#versions = [edited, ...others].map(
      (catalog) =>
        new Map(
          listNames.flatMap((list) =>
            (catalog[list] ?? []).map((entry: CatalogEntry) => [`${list} ${entryName(entry)}`, entry] as const),
          ),
        ),
    );
    this.#retired = new Set(
      (edited.retired ?? []).map((entry) => {
        const given = retiredEntry(entry);
        return `${given?.list ?? ''} ${given?.slug ?? ''}`;
      }),
    );
    this.#names = ofEachList((list) => new Set(lists[list].map(({ item }) => nameOf(list, item))));
  }

  completed(): Lists {
    const appearances = this.#lists.appearances.flatMap((known) => {
      const item = this.#appearance(known.item);
      return item === undefined ? [] : { id: known.id, item };
    });
    const lists = { ...this.#lists, appearances: this.#distinct(appearances) };
    const complete = ofEachList((list) => [...lists[list]]);
    // Restoring a category may restore its pillar, which refers to nothing further.
    for (const list of ['responsibilities', 'categories'] as const) {
      for (const { item } of [...complete[list], ...this.#restored[list]]) this.#requireOf(item);
    }
    const whole = ofEachList((list) => [...complete[list], ...this.#restored[list]]);
    const used = titlesByRole(appearances);
    return { ...whole, roles: whole.roles.map(({ id, item }) => ({ id, item: withTitles(item, used) })) };
  }

  /** Undefined if its role or category is gone for good. */
  #appearance(item: Fields): Fields | undefined {
    const { role, category, source, responsibilities } = item;
    const name = `${String(category)}/${String(role)}`;
    if (!this.#has('roles', role, name) || !this.#has('categories', category, name)) return undefined;
    if (isMapping(source)) this.#has('sources', source['source'], name);
    const all: readonly unknown[] = Array.isArray(responsibilities) ? responsibilities : [];
    const known = all.filter((entry) =>
      this.#has('responsibilities', isMapping(entry) ? entry['responsibility'] : entry, name),
    );
    return known.length === all.length ? item : { ...item, responsibilities: known };
  }

  #requireOf(item: Fields): void {
    const { topics, pillar, organizationTypes } = item;
    const name = String(item['slug']);
    if (Array.isArray(topics)) for (const topic of topics) this.#has('topics', topic, name);
    if (pillar !== undefined) this.#has('pillars', pillar, name);
    if (Array.isArray(organizationTypes))
      for (const type of organizationTypes) this.#has('organizationTypes', type, name);
  }

  /** Whether there is such an entry, which is brought back if it is not and a version has it. */
  #has(list: ListName, name: unknown, user: string): boolean {
    if (typeof name !== 'string' || this.#names[list].has(name)) return true;
    const what = `The ${kindNames[list]} ${JSON.stringify(name)}`;
    if (this.#retired.has(`${list} ${name}`)) {
      this.#conflicts.push(
        `${what} was retired, and the source names it in ${JSON.stringify(user)}: it was left out there.`,
      );
      return false;
    }
    const item = this.#versions.map((entries) => entries.get(`${list} ${name}`)).find((entry) => entry !== undefined);
    if (item === undefined) return true;
    this.#names[list].add(name);
    this.#restored[list].push({ id: name, item });
    this.#conflicts.push(
      `${what} was removed on one side, and is used in ${JSON.stringify(user)} on the other: it stays.`,
    );
    return true;
  }

  /** Of two at one place, the first: one that a person wrote, and one that a row moved to. */
  #distinct(appearances: readonly Known<Fields>[]): readonly Known<Fields>[] {
    const names = new Set<string>();
    return appearances.filter(({ item }) => {
      const name = nameOf('appearances', item);
      if (!names.has(name)) {
        names.add(name);
        return true;
      }
      this.#conflicts.push(
        `Two appearances stand at ${JSON.stringify(name)}: the first is kept, and not ${JSON.stringify(item)}.`,
      );
      return false;
    });
  }
}

function textsIn(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];
}

function titlesByRole(appearances: readonly Known<Fields>[]): ReadonlyMap<unknown, ReadonlySet<string>> {
  const titles = new Map<unknown, Set<string>>();
  for (const { item } of appearances) {
    const known = titles.get(item['role']) ?? new Set();
    for (const title of textsIn(item['titles'])) known.add(title);
    titles.set(item['role'], known);
  }
  return titles;
}

/** The role with every title that an appearance names it by, and none twice. */
function withTitles(role: Fields, used: ReadonlyMap<unknown, ReadonlySet<string>>): Fields {
  const { slug, title, alternateTitles, hiddenTitles } = role;
  const alternates = textsIn(alternateTitles);
  const all = new Set([...alternates, ...(used.get(slug) ?? [])]);
  all.delete(String(title));
  const hidden = textsIn(hiddenTitles);
  const left = hidden.filter((each) => each !== title && !all.has(each));
  return {
    ...role,
    ...(all.size === alternates.length && alternates.every((each) => all.has(each))
      ? {}
      : { alternateTitles: [...all] }),
    ...(left.length === hidden.length ? {} : { hiddenTitles: left }),
  };
}

/** What identifies an entry in its list, whichever version it is from. */
function nameOf(list: ListName, item: Fields): string {
  if (list === 'retired') return JSON.stringify(item);
  if (list === 'appearances') {
    const { role, category, titles, source } = item;
    const place = isMapping(source) ? source : {};
    const { line, row, anchor } = place;
    const within = line ?? (row !== undefined || anchor !== undefined ? [row, anchor] : textsIn(titles).toSorted());
    return JSON.stringify([category, role, place['source'], within]);
  }
  const slug = String(item['slug']);
  if (list !== 'categories') return slug;
  const owner: unknown =
    item['pillar'] ?? (Array.isArray(item['organizationTypes']) ? item['organizationTypes'][0] : '');
  return `${String(owner)}/${slug}`;
}
