import fc from 'fast-check';
import type { Catalog, CatalogAppearance, CatalogCategory } from '../../../src/catalog/catalog.ts';
import { categoryOwner, categoryReference } from '../../../src/catalog/category-owner.ts';
import { involvements } from '../../../src/catalog/involvement.ts';
import { matchingKey } from '../../../src/text/matching-key.ts';

/** A catalog of the given lists; what is not given is empty, but for one source "s". */
export function catalogWith(lists: Partial<Catalog>): Catalog {
  return {
    name: 'Small catalog',
    version: '1.0.0',
    sources: [{ slug: 's', title: 'Source', document: 's.txt' }],
    pillars: [],
    organizationTypes: [],
    categories: [],
    topics: [],
    responsibilities: [],
    roles: [],
    appearances: [],
    ...lists,
  };
}

/** An appearance as a catalog has it, by its shortest words: `line(1, 'auditor', 'security/all', ['audit'])`. */
export function line(
  at: number,
  role: string,
  category: string,
  responsibilities: CatalogAppearance['responsibilities'] = [],
): CatalogAppearance {
  return { role, category, titles: [role], responsibilities: [...responsibilities], source: { source: 's', line: at } };
}

/**
 * Words of which some have one matching key ("Dáta", "Data"), and one pair has one sort key but two matching keys ("Край",
 * "Краи"): a tie in the order of titles.
 */
const words = [
  'Data',
  'Dáta',
  'Край',
  'Краи',
  'Ops',
  'Öps',
  'Lead',
  'C++',
  'C#',
  'Straße',
  'ÉLAN',
  'élan',
  'R&D',
  '2nd',
];
const titleText = fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 2 }).map((picked) => picked.join(' '));
const names = (maxLength: number) => fc.uniqueArray(titleText, { maxLength, selector: matchingKey });
const slugText = fc.constantFrom('a', 'b', 'c', 'd', '1', '2', 'a-1', 'a-2', 'b-1', 'z', 'y9', 'x');
const place = fc.nat({ max: 63 });
const prose = fc.option(fc.constantFrom('Keeps data.', 'Leads ops well.'), { nil: undefined });

/**
 * Catalogs of a few of everything, at times of nothing. References are drawn as numbers and taken modulo what there is,
 * and what a catalog must not have is left out, so that a failing one shrinks to a small one.
 */
export const smallCatalogs: fc.Arbitrary<Catalog> = fc
  .record({
    sources: fc.uniqueArray(slugText, { maxLength: 2 }),
    owners: fc.uniqueArray(slugText, { maxLength: 6 }),
    ownerNames: names(6),
    pillarCount: fc.nat({ max: 5 }),
    categories: fc.array(
      fc.record({ slug: slugText, name: titleText, ofPillar: fc.boolean(), owners: fc.array(place, { maxLength: 3 }) }),
      { maxLength: 7 },
    ),
    topics: fc.uniqueArray(slugText, { maxLength: 4 }),
    topicNames: names(4),
    responsibilities: fc.uniqueArray(slugText, { maxLength: 6 }),
    responsibilityNames: names(6),
    topicsOf: fc.array(fc.array(place, { maxLength: 3 }), { minLength: 6, maxLength: 6 }),
    roles: fc.uniqueArray(slugText, { maxLength: 9 }),
    titles: names(9),
    alternates: fc.array(fc.array(titleText, { maxLength: 2 }), { minLength: 9, maxLength: 9 }),
    hidden: fc.array(fc.array(titleText, { maxLength: 2 }), { minLength: 9, maxLength: 9 }),
    summaries: fc.array(prose, { minLength: 9, maxLength: 9 }),
    lines: fc.array(
      fc.record({
        role: place,
        category: place,
        source: place,
        line: fc.integer({ min: 1, max: 4 }),
        given: fc.constantFrom('LINE', 'LINE', 'LINE', 'ROW', 'ANCHOR', 'SOURCE', 'NOTHING'),
        responsibilities: fc.array(place, { maxLength: 3 }),
        // Most appearances only say what the role does, by slugs alone.
        involvement: fc.option(fc.array(fc.shuffledSubarray([...involvements]), { minLength: 3, maxLength: 3 }), {
          freq: 2,
          nil: [],
        }),
        summary: prose,
        note: prose,
      }),
      { maxLength: 24 },
    ),
  })
  .map((drawn): Catalog => {
    const owners = paired(drawn.owners, drawn.ownerNames).map(([slug, name]) => ({ slug, name }));
    const pillars = owners.slice(0, drawn.pillarCount);
    const organizationTypes = owners.slice(drawn.pillarCount);
    const hiddenBesides = (index: number, ...given: readonly string[]) =>
      [...new Set(drawn.hidden[index])].filter((text) => !given.includes(text));
    const topics = paired(drawn.topics, drawn.topicNames).map(([slug, name], index) => {
      return { slug, name, hiddenNames: hiddenBesides(index, name) };
    });
    const catalog = catalogWith({
      sources: drawn.sources.map((slug) => ({ slug, title: `Source ${slug}`, document: `${slug}.txt` })),
      pillars,
      organizationTypes,
      categories: categoriesOf(
        drawn.categories,
        pillars.map(({ slug }) => slug),
        organizationTypes.map(({ slug }) => slug),
      ),
      topics,
      responsibilities: paired(drawn.responsibilities, drawn.responsibilityNames).map(([slug, name], index) => ({
        slug,
        name,
        hiddenNames: hiddenBesides(index, name),
        ...defined({ summary: drawn.summaries[index] }),
        topics: chosen(topics, drawn.topicsOf[index] ?? []).map((topic) => topic.slug),
      })),
      roles: paired(drawn.roles, drawn.titles).map(([slug, title], index) => {
        const alternateTitles = [...new Set(drawn.alternates[index])].filter((alternate) => alternate !== title);
        const hiddenTitles = hiddenBesides(index, title, ...alternateTitles);
        return { slug, title, alternateTitles, hiddenTitles, ...defined({ summary: drawn.summaries[index] }) };
      }),
    });
    const seen = new Set<string>();
    for (const { role, category, source, line: at, given, summary, note, ...line } of drawn.lines) {
      const [named] = chosen(catalog.roles, [role]);
      const [under] = chosen(catalog.categories, [category]);
      const [statedIn] = chosen(catalog.sources, [source]);
      if (named === undefined || under === undefined || statedIn === undefined) continue;
      const appearance: CatalogAppearance = {
        role: named.slug,
        category: categoryReference(under),
        titles: [named.title],
        responsibilities: chosen(catalog.responsibilities, line.responsibilities).map(({ slug }, index) => {
          const involvement = line.involvement[index] ?? [];
          return involvement.length === 0 ? slug : { responsibility: slug, involvement };
        }),
        ...defined({ summary, note }),
        ...(given !== 'NOTHING' && {
          source: {
            source: statedIn.slug,
            ...(given === 'LINE' && { line: at }),
            ...(given === 'ROW' && { row: at }),
            ...(given === 'ANCHOR' && { anchor: `part-${at}`, quote: `Part ${at}.` }),
          },
        }),
      };
      const place = given === 'SOURCE' ? statedIn.slug : given === 'NOTHING' ? '' : `${statedIn.slug} ${at}`;
      const key = [appearance.role, appearance.category, given, place].join(' ');
      if (!seen.has(key)) catalog.appearances.push(appearance);
      seen.add(key);
    }
    return catalog;
  });

interface DrawnCategory {
  readonly slug: string;
  readonly name: string;
  readonly ofPillar: boolean;
  readonly owners: readonly number[];
}

/** Those of the drawn categories that have an owner, and slug and name of their own there. */
function categoriesOf(
  drawn: readonly DrawnCategory[],
  pillars: readonly string[],
  organizationTypes: readonly string[],
): CatalogCategory[] {
  const taken = new Set<string>();
  return drawn.flatMap(({ slug, name, ofPillar, owners: places }): CatalogCategory[] => {
    const owners = chosen(ofPillar ? pillars : organizationTypes, places.length > 0 ? places : [0]);
    const [first] = owners;
    if (first === undefined) return [];
    const category: CatalogCategory = ofPillar
      ? { slug, name, pillar: first }
      : { slug, name, organizationTypes: owners, relation: places.length > 1 ? 'inside' : 'supports' };
    const all = ofPillar ? [first] : owners;
    const keys = [
      `slug ${categoryOwner(category)}/${slug}`,
      ...all.map((owner) => `name ${owner}/${matchingKey(name)}`),
    ];
    if (keys.some((key) => taken.has(key))) return [];
    for (const key of keys) taken.add(key);
    return [category];
  });
}

function paired(slugs: readonly string[], texts: readonly string[]): (readonly [string, string])[] {
  return slugs.flatMap((slug, index) => {
    const text = texts[index];
    return text === undefined ? [] : [[slug, text] as const];
  });
}

/** The distinct items at places counted around. */
function chosen<T>(items: readonly T[], places: readonly number[]): T[] {
  const found = places.flatMap((at) => items.slice(at % Math.max(items.length, 1)).slice(0, 1));
  return [...new Set(found)];
}

function defined<K extends string>(fields: Readonly<Record<K, string | undefined>>): Partial<Record<K, string>> {
  const kept: Partial<Record<K, string>> = {};
  for (const key in fields) {
    const text = fields[key];
    if (text !== undefined) kept[key] = text;
  }
  return kept;
}
