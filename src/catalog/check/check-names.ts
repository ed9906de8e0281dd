import { type Item, type ListField, positionIn } from './catalog-items.ts';
import type { ListName } from '../catalog.ts';
import type { DocumentPath } from '../document-path.ts';
import { roleLabel } from '../role-label.ts';
import { matchingKey } from '../../text/matching-key.ts';
import { quoted } from '../../text/quoted-text.ts';
import { firstGiven, type FindingCollector } from './finding-collector.ts';

/**
 * Adds an item to an index whose keys must be unique. If another item has the key, reports this one.
 *
 * @param path leads to what makes the key, inside both items.
 * @returns whether the key was free.
 */
export function addUnique(
  index: Map<string, Item>,
  key: string,
  item: Item,
  path: DocumentPath,
  findings: FindingCollector,
  describe: (first: Item) => string,
): boolean {
  const first = index.get(key);
  if (first === undefined) index.set(key, item);
  if (first === undefined || first === item) return true;
  findings.error(positionIn(item, ...path), () => describe(first), firstGiven(positionIn(first, ...path)));
  return false;
}

/** The items by slug. A slug that is used twice is reported, and refers to the first. */
export function indexSlugs(items: readonly Item[], findings: FindingCollector): ReadonlyMap<string, Item> {
  const bySlug = new Map<string, Item>();
  for (const item of items) {
    const { slug } = item.fields;
    if (slug === undefined) continue;
    addUnique(
      bySlug,
      slug,
      item,
      ['slug'],
      findings,
      () => `the slug ${quoted(slug)} is used twice in ${item.list}; give each its own`,
    );
  }
  return bySlug;
}

/** Reports slugs that a pillar and an organization type share: both own categories and are identified by slug alone. */
export function checkSharedSlugs(
  pillars: ReadonlyMap<string, Item>,
  organizationTypes: ReadonlyMap<string, Item>,
  findings: FindingCollector,
): void {
  for (const [slug, item] of organizationTypes) {
    const pillar = pillars.get(slug);
    if (pillar === undefined) continue;
    findings.error(
      positionIn(item, 'slug'),
      () =>
        `the slug ${quoted(slug)} is a pillar's too; pillars and organization types share one set of slugs: change one`,
      { what: 'pillar given', position: positionIn(pillar, 'slug') },
    );
  }
}

/**
 * The items by the matching key of their name or title, that of a role with its qualifier. Equal keys and empty keys are
 * reported. Titles without their qualifiers lead to the first role that has them, unless they are the title of another role.
 */
export function indexNames(
  items: readonly Item[],
  field: OwnText,
  findings: FindingCollector,
): ReadonlyMap<string, Item> {
  const byKey = new Map<string, Item>();
  for (const item of items) {
    const name = item.fields[field];
    const key = name === undefined ? undefined : searchKey(name, item, [field], findings);
    if (name === undefined || key === undefined) continue;
    const { qualifier } = item.fields;
    if (qualifier !== undefined) searchKey(qualifier, item, ['qualifier'], findings);
    const kind = field === 'title' ? 'title of a role' : `name in ${item.list}`;
    const advice = field === 'title' ? ', or tell them apart by `qualifier`' : '';
    addUnique(
      byKey,
      qualifier === undefined ? key : matchingKey(shownName(item, field)),
      item,
      [field],
      findings,
      (first) =>
        `${quoted(shownName(item, field))} is the same ${kind} as ${quoted(shownName(first, field))} (case, accents, spacing and punctuation do not count); ${wayToOne(first, item)}${advice}`,
    );
  }
  for (const item of items) {
    const { title, qualifier } = item.fields;
    const key = title === undefined || qualifier === undefined ? '' : matchingKey(title);
    if (key !== '' && !byKey.has(key)) byKey.set(key, item);
  }
  return byKey;
}

function shownName({ fields }: Item, field: OwnText): string {
  const { title = '', qualifier } = fields;
  return field === 'title' ? roleLabel({ title, qualifier }) : (fields.name ?? '');
}

/** What to do about two items of one name. Items of two catalogs may be meant to be one. */
export function wayToOne(first: Item, item: Item): string {
  return first.catalogIndex === item.catalogIndex
    ? 'rename or merge one'
    : 'rename one, or give both the same slug, which makes them one';
}

/** The matching key of a title or name at a path in an item. If it is empty, reports that no search could find the text. */
export function searchKey(
  text: string,
  item: Item,
  path: DocumentPath,
  findings: FindingCollector,
): string | undefined {
  const key = matchingKey(text);
  if (key !== '') return key;
  findings.error(
    positionIn(item, ...path),
    () => `${quoted(text)} has nothing to be found by; expected at least one letter, digit, "+" or "#"`,
  );
  return undefined;
}

/**
 * Reports texts that a list contains more than once, or that other fields of the item contain already.
 *
 * @param earlier the other fields.
 */
export function checkRepeats(
  item: Item,
  list: ListField,
  findings: FindingCollector,
  earlier: readonly (ListField | OwnText)[] = [],
): void {
  const values = item.fields[list] ?? [];
  const given = earlier.map((field) => textsOf(item, field));
  // A shortcut: most lists have one entry, or none.
  if (values.length === 0 || new Set([...values, ...given.flat()]).size === values.length + given.flat().length) return;

  const seen = new Map<string, DocumentPath>();
  for (const field of earlier) {
    for (const [index, text] of textsOf(item, field).entries()) {
      if (text !== undefined && !seen.has(text)) seen.set(text, pathOf(field, index));
    }
  }
  for (const [index, text] of values.entries()) {
    if (text === undefined) continue;
    const first = seen.get(text);
    if (first === undefined) {
      seen.set(text, [list, index]);
      continue;
    }
    findings.error(
      positionIn(item, list, index),
      () => `${quoted(text)} is given twice here; remove one`,
      firstGiven(positionIn(item, ...first)),
    );
  }
}

/** The field of the text that an item is shown by. */
export type OwnText = 'name' | 'title';

/** The lists of further texts that find an item. */
export type FurtherTexts = 'alternateTitles' | 'hiddenTitles' | 'hiddenNames';

function textsOf(item: Item, field: ListField | OwnText): readonly (string | undefined)[] {
  return field === 'name' || field === 'title' ? [item.fields[field]] : (item.fields[field] ?? []);
}

function pathOf(field: ListField | OwnText, index: number): DocumentPath {
  return field === 'name' || field === 'title' ? [field] : [field, index];
}

/** A Map can hold 16.7 million keys. Texts of one kind beyond this number are not compared with each other. */
const mostCompared = 10_000_000;

/** The first item that has a key, and at which index of its list. */
interface First {
  readonly item: Item;
  readonly index: number;
}

/**
 * Checks the further texts that find items: none may be repeated in its item, and each needs a matching key. Warns about
 * those that are ambiguous between items, or that find another item.
 *
 * @param own the field of the text that the items are shown by.
 * @param lists the lists of further texts; a look-up prefers the texts of earlier ones.
 * @param byOwn the items by the matching key of their own text.
 */
export function checkFurtherTexts(
  items: readonly Item[],
  own: OwnText,
  lists: readonly FurtherTexts[],
  byOwn: ReadonlyMap<string, Item>,
  findings: FindingCollector,
): void {
  const stronger: { readonly field: OwnText | FurtherTexts; readonly find: (key: string) => First | undefined }[] = [];
  stronger.push({
    field: own,
    find: (key) => {
      const item = byOwn.get(key);
      return item && { item, index: 0 };
    },
  });
  for (const list of lists) {
    const firstByKey = new Map<string, First>();
    const earlier = stronger.map(({ field }) => field);
    const check = (item: Item, index: number, text: string) => {
      const key = searchKey(text, item, [list, index], findings);
      if (key === undefined) return;
      for (const { field, find } of stronger) {
        const winner = find(key);
        if (winner === undefined || winner.item === item) continue;
        const position = positionIn(winner.item, ...pathOf(field, winner.index));
        findings.warning(
          positionIn(item, list, index),
          () =>
            isSpelledAs(text, winner, field)
              ? `${quoted(text)} is ${called(field, winner.item)}, which is the one that it finds`
              : `${quoted(text)} is another spelling of ${called(field, winner.item)}, which every spelling but this one finds`,
          { what: `${nouns[field]} given`, position },
        );
        break;
      }
      const first = firstByKey.get(key);
      if (first !== undefined && first.item !== item) {
        findings.warning(
          positionIn(item, list, index),
          () =>
            isSpelledAs(text, first, list)
              ? `${quoted(text)} is ${called(list, first.item)} too; looking it up finds both`
              : `${quoted(text)} is another spelling of ${called(list, first.item)}; any third spelling finds both`,
          firstGiven(positionIn(first.item, list, first.index)),
        );
      } else if (first === undefined && firstByKey.size < mostCompared) {
        firstByKey.set(key, { item, index });
      }
    };
    for (const item of items) {
      checkRepeats(item, list, findings, earlier);
      for (const [index, text] of (item.fields[list] ?? []).entries()) {
        if (text !== undefined) check(item, index, text);
      }
    }
    stronger.push({ field: list, find: (key) => firstByKey.get(key) });
  }
}

const nouns: Readonly<Record<OwnText | FurtherTexts, string>> = {
  title: 'title',
  name: 'name',
  alternateTitles: 'alternate title',
  hiddenTitles: 'hidden title',
  hiddenNames: 'hidden name',
};

const kinds: Partial<Readonly<Record<ListName, string>>> = {
  roles: 'role',
  responsibilities: 'responsibility',
  topics: 'topic',
};

/** Whether a text is, letter for letter, the one that another item was found by. A look-up prefers an exact spelling. */
function isSpelledAs(text: string, { item, index }: First, field: OwnText | FurtherTexts): boolean {
  return textsOf(item, field)[index]?.normalize('NFKC') === text.normalize('NFKC');
}

/** What a text is of another item, e.g. `an alternate title of the role "x"`. */
function called(field: OwnText | FurtherTexts, item: Item): string {
  const noun = nouns[field];
  const article = field === 'title' || field === 'name' ? 'the' : noun.startsWith('a') ? 'an' : 'a';
  return `${article} ${noun} of the ${kinds[item.list] ?? 'entry'} ${nameOf(item)}`;
}

function nameOf({ fields, list, index }: Item): string {
  return quoted(fields.slug ?? fields.title ?? fields.name ?? `${list}[${index}]`);
}
