import type { ListName } from '../catalog.ts';
import { type Item, type Items, kindNames, namedResponsibilities, positionIn } from './catalog-items.ts';
import type { DocumentPath } from '../document-path.ts';
import { retiredEntry } from '../retired-entry.ts';
import { suggestion } from '../../text/nearest-text.ts';
import { grouped, quoted } from '../../text/quoted-text.ts';
import type { FindingCollector } from './finding-collector.ts';

/** The entries of each list by what refers to them: slug, or "<owner>/<slug>"; retired slugs by "<list>/<slug>". */
export type KnownEntries = Readonly<Record<ListName, ReadonlyMap<string, Item>>>;

/**
 * Reports every reference to an entry that the catalog does not have.
 *
 * @param completeLists the lists that are known in full; references to other lists are not reported.
 *
 * @returns the entries that appearances refer to; of responsibilities, those that a role does.
 */
export function checkReferences(
  items: Items,
  known: KnownEntries,
  completeLists: ReadonlySet<ListName>,
  findings: FindingCollector,
): ReadonlySet<Item> {
  const named = new Set<Item>();
  const check = (
    list: ListName,
    slug: string | undefined,
    item: Item,
    steps: () => DocumentPath,
    isUsed = item.list === 'appearances',
  ): void => {
    if (slug === undefined) return;
    const found = known[list].get(slug);
    if (found !== undefined) {
      if (isUsed) named.add(found);
    } else if (completeLists.has(list)) {
      findings.error(positionIn(item, ...steps()), () => unknownReference(list, slug, known));
    }
  };
  const checkAll = (list: 'organizationTypes' | 'topics', item: Item): void => {
    item.fields[list]?.forEach((slug, index) => {
      check(list, slug, item, () => [list, index]);
    });
  };
  for (const item of items.categories) {
    check('pillars', item.fields.pillar, item, () => ['pillar']);
    checkAll('organizationTypes', item);
  }
  for (const item of items.responsibilities) checkAll('topics', item);
  for (const item of items.appearances) {
    const { role, category, source } = item.fields;
    check('roles', role, item, () => ['role']);
    check('categories', category, item, () => ['category']);
    check('sources', source?.source, item, () => ['source', 'source']);
    for (const { slug, path, isDone } of namedResponsibilities(item)) {
      check('responsibilities', slug, item, () => path, isDone);
    }
  }
  return named;
}

/** Says that a list has no such entry, and which one may be meant. */
export function unknownReference(list: ListName, slug: string, known: KnownEntries): string {
  const kind = kindNames[list];
  const unknown = `unknown ${kind} ${quoted(slug)}`;
  const retired = known.retired.get(`${list}/${slug}`);
  if (retired !== undefined) {
    const by = retiredEntry(retired.fields)?.replacedBy ?? [];
    const advice = by.length === 0 ? 'nothing replaces it' : `refer to ${by.map((each) => quoted(each)).join(' or ')}`;
    return `${unknown}: it was retired; ${advice}`;
  }
  const other = list === 'pillars' ? 'organizationTypes' : list === 'organizationTypes' ? 'pillars' : undefined;
  if (other !== undefined && known[other].has(slug)) {
    return `${unknown}: it is a${other === 'pillars' ? ' pillar' : 'n organization type'}; refer to it as \`${other === 'pillars' ? 'pillar' : other}\``;
  }
  const form =
    list === 'categories'
      ? '"<owner>/<slug>" of a category'
      : `the slug of ${list === 'organizationTypes' ? 'an' : 'a'} ${kind}`;
  const owned = list === 'categories' ? categoryUnderItsOwner(slug, known.categories) : undefined;
  const meant = owned === undefined ? suggestion(slug, known[list].keys()) : ` (did you mean ${quoted(owned)}?)`;
  return `${unknown}${meant}; expected ${form} in \`${list}\`; correct it, or add it there`;
}

/** Finds a category that was referred to by an organization type other than its owner, the first one. */
function categoryUnderItsOwner(reference: string, categories: ReadonlyMap<string, Item>): string | undefined {
  const [owner, slug] = reference.split('/');
  for (const [known, { fields }] of categories) {
    if (fields.slug === slug && fields.organizationTypes?.includes(owner) === true) return known;
  }
  return undefined;
}

/**
 * Warns if a catalog without errors says of few of its roles what they do: overlaps are mainly computed from that. One
 * warning for all of them, as a list of job titles has thousands.
 */
export function checkDuties({ roles, responsibilities, appearances }: Items, findings: FindingCollector): void {
  if (responsibilities.length === 0) {
    findings.warning(
      { fileIndex: undefined, path: ['responsibilities'] },
      () =>
        'the catalog has no responsibilities: overlaps say little then, as they compare only where roles are listed; add what the roles do, if you know it',
    );
    return;
  }
  const doing = new Set(
    appearances
      .filter((item) => namedResponsibilities(item).some(({ isDone }) => isDone))
      .map(({ fields }) => fields.role),
  );
  // A role that never appears is a warning of its own.
  const appearing = new Set(appearances.map(({ fields }) => fields.role));
  const idle = roles.filter(({ fields }) => appearing.has(fields.slug) && !doing.has(fields.slug));
  const [first] = idle;
  if (first === undefined || 2 * idle.length <= appearing.size) return;
  findings.warning(
    positionIn(first),
    () =>
      `${quoted(first.fields.slug ?? '')} and ${grouped(idle.length - 1)} more of ${grouped(appearing.size)} roles that appear have no responsibilities: their overlaps say little, as they compare only where the roles are listed; add what they do, if you know it`,
  );
}

/**
 * Warns about entries that a catalog without errors defines but does not use.
 *
 * @param named the entries that appearances refer to; of responsibilities, those that a role does.
 */
export function checkUsage(
  named: ReadonlySet<Item>,
  { appearances }: Items,
  known: KnownEntries,
  findings: FindingCollector,
): void {
  const isNamed = (item: Item): boolean => named.has(item);
  const topics = new Set(
    [...known.responsibilities.values()].filter(isNamed).flatMap(({ fields }) => fields.topics ?? []),
  );
  const warn = (list: ListName, isUsed: (item: Item) => boolean, describe: (name: string) => string): void => {
    for (const [name, item] of known[list]) {
      if (!isUsed(item)) findings.warning(positionIn(item), () => describe(quoted(name)));
    }
  };
  warn('categories', isNamed, (name) => `the category ${name} has no roles: no appearance names it`);
  const hasRoles = ({ fields }: Item): boolean => topics.has(fields.slug);
  warn('topics', hasRoles, (name) => `${name} has no roles: no responsibility about it is performed by one`);
  const involving = new Set(appearances.flatMap(namedResponsibilities).map(({ slug }) => slug));
  for (const [slug, item] of known.responsibilities) {
    if (isNamed(item)) continue;
    const reason = involving.has(slug)
      ? 'appearances name only roles that are consulted on it or informed about it'
      : 'no appearance names it';
    findings.warning(positionIn(item), () => `${quoted(slug)} is performed by nobody: ${reason}`);
  }
  // Of a mere list of roles, none appears.
  if (named.size > 0) warn('roles', isNamed, (name) => `${name} never appears: no appearance names it`);
}
