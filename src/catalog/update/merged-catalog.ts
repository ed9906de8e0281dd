import { entryName } from '../canonical-catalog.ts';
import { type Catalog, type CatalogEntry, type ListName, ofEachList } from '../catalog.ts';
import { kindNames } from '../check/catalog-items.ts';
import { checkCatalog } from '../check/check-catalog.ts';
import { FindingCollector } from '../check/finding-collector.ts';
import { replacedEntries, withReplacements } from '../replaced-entries.ts';
import { type Fields, isSame, mergedFields } from './merged-fields.ts';
import { MergedReferences } from './merged-references.ts';
import { withMergedTitles } from './merged-titles.ts';
import { knownAppearances, recognizedAppearances } from './paired-appearances.ts';
import { type Known, mergedList, type Versions } from './three-way-list.ts';
import { UpdateError } from './update-error.ts';

/** A catalog that was converted again, with the edits of people. */
export interface MergedCatalog {
  readonly catalog: Catalog;
  /** What each entry is made of: the index of the edited entry; undefined for one that the source added. */
  readonly origins: Readonly<Record<ListName, readonly (number | undefined)[]>>;
  /** What both sides changed differently, as sentences. The edit was kept. */
  readonly conflicts: readonly string[];
}

/**
 * Merges three ways: a catalog as it was converted, what its source gives now, and what people made of the first. Entries are compared
 * by slug, appearances as recognizedAppearances says. What was retired stays so: what replaces it stands for it in new rows, too.
 *
 * @throws UpdateError if the result would be no valid catalog, e.g. since both sides gave two roles one title.
 */
export function mergedCatalog(before: Catalog, now: Catalog, edited: Catalog): MergedCatalog {
  const conflicts: string[] = [];
  const [old, given, kept] = withMergedTitles(
    withReplacements(before, replacedEntries(before, edited)),
    withReplacements(now, replacedEntries(now, edited)),
    edited,
  );
  const title = mergedFields(titleOf(old), titleOf(given), titleOf(kept), (field, mine, other) => {
    conflicts.push(fieldConflict('The catalog', field, mine, other));
  });
  const versions = ofEachList((list) => versionsOf(list, old, given, kept));
  const lists = ofEachList((list) => mergedEntries(versions[list], list, conflicts));
  const references = new MergedReferences(lists, [kept, given, old], conflicts);
  const complete = references.completed();
  const value = { ...title, ...ofEachList((list) => complete[list].map(({ item }) => item)) };
  const indexes = ofEachList((list) => new Map(versions[list].edited.map(({ id }, index) => [id, index])));
  return {
    catalog: checked(
      edited.retired === undefined && value.retired.length === 0 ? { ...value, retired: undefined } : value,
    ),
    origins: ofEachList((list) => complete[list].map(({ id }) => indexes[list].get(id))),
    conflicts,
  };
}

function titleOf({ name, version, parts }: Catalog): Fields {
  return { name, version, ...(parts !== undefined && { parts }) };
}

function versionsOf(list: ListName, before: Catalog, now: Catalog, edited: Catalog): Versions<CatalogEntry> {
  if (list === 'appearances') {
    return {
      before: knownAppearances(before.appearances),
      now: recognizedAppearances(before.appearances, now.appearances),
      edited: recognizedAppearances(before.appearances, edited.appearances),
    };
  }
  const known = (catalog: Catalog): readonly Known<CatalogEntry>[] =>
    (catalog[list] ?? []).map((item: CatalogEntry) => ({ id: entryName(item), item }));
  return { before: known(before), now: known(now), edited: known(edited) };
}

function mergedEntries(
  { before, now, edited }: Versions<Fields>,
  list: ListName,
  conflicts: string[],
): readonly Known<Fields>[] {
  return mergedList(
    { before, now, edited },
    {
      isEqual: isSame,
      merge: (old, given, kept) =>
        mergedFields(old, given, kept, (field, mine, other) => {
          conflicts.push(fieldConflict(whatIs(list, kept), field, mine, other));
        }),
      onEditedButGone: (_, kept) => {
        conflicts.push(
          `${whatIs(list, kept)}: you changed it, and the source no longer has it. It stays; remove it if it is no longer true.`,
        );
      },
      onRemovedButChanged: (_, given) => {
        conflicts.push(
          `${whatIs(list, given)}: you removed it, and the source has changed it since. It stays away; the source now says ${shown(given)}.`,
        );
      },
    },
  );
}

/** What a sentence calls an entry, e.g. `The role "owner"`. */
function whatIs(list: ListName, entry: Fields): string {
  return `The ${kindNames[list]} ${JSON.stringify(nameOf(entry))}`;
}

function nameOf(entry: Fields): string {
  const { slug, role, category, source } = entry;
  if (typeof slug === 'string') return slug;
  const place = typeof source === 'object' && source !== null ? ` ${Object.values(source).slice(0, 2).join(':')}` : '';
  return `${String(category)}/${String(role)}${place}`;
}

function fieldConflict(what: string, field: string, edited: unknown, now: unknown): string {
  return `${what}: both changed ${field}. Yours is kept: ${shown(edited)}. The source now says ${shown(now)}.`;
}

const mostShown = 200;

function shown(value: unknown): string {
  if (value === undefined) return 'nothing';
  const text = JSON.stringify(value);
  return text.length <= mostShown ? text : `${text.slice(0, mostShown).toWellFormed()}…`;
}

function checked(value: object): Catalog {
  const findings = new FindingCollector();
  const catalog = checkCatalog([{ files: [{ fileIndex: 0, value }] }], findings);
  if (catalog !== undefined) return catalog;
  const [first] = findings.byFile('error').flat();
  const [list, index] = first?.position.path ?? [];
  const entries: unknown = typeof list === 'string' ? Reflect.get(value, list) : undefined;
  const entry: unknown = Array.isArray(entries) && typeof index === 'number' ? entries[index] : undefined;
  throw new UpdateError(
    `Your edits and the new source together are no valid catalog: ${shown(entry ?? value)} ${first?.describe() ?? ''}. Nothing was written. Change the edited catalog so that both fit, and update again.`,
  );
}
