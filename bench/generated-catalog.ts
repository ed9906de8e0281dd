import type {
  Catalog,
  CatalogAppearance,
  CatalogCategory,
  CatalogResponsibility,
  CatalogRole,
} from '../src/catalog/catalog.ts';
import { categoryReference } from '../src/catalog/category-owner.ts';
import { itemAt } from '../src/collections/item-at.ts';
import * as words from './catalog-words.ts';
import { SeededRandom, Zipf } from './seeded-random.ts';

export interface GeneratedCatalogSettings {
  /** 1 to 100,000. */
  readonly roles: number;
  /** Any whole number; the same settings give the same catalog, always. */
  readonly seed: number;
  /**
   * How many on average, from 1; few roles have many, most have less. 3.2 where not given: a line names about three
   * responsibilities, so that 50,000 roles have some 500,000 stated facts (a line says that a role does something).
   */
  readonly appearancesPerRole?: number;
}

const mostAppearances = 60;
const rolesPerCategory = 50;
const mostCategories = 600;
const linesPerSource = 1_000;
/** One in this many roles appears in every pillar. */
const oneUniversalIn = 100;

/**
 * A valid catalog of any size that is shaped like real ones: some duties that nearly everyone has and many that few
 * have, roles at home under a few headings of one pillar, a few in every pillar, lines that name two roles.
 */
export function generatedCatalog(settings: GeneratedCatalogSettings): Catalog {
  const { roles: roleCount, seed, appearancesPerRole = 3.2 } = settings;
  const random = new SeededRandom(seed);
  const pillars = words.pillarNames.map((name) => ({ slug: slugOf(name), name, summary: `What makes for ${name}.` }));
  const organizationTypes = words.organizationTypeNames.map((name) => ({ slug: slugOf(name), name }));
  const categories = categoriesFor(roleCount);
  const responsibilities = responsibilitiesFor(roleCount, random);
  const roles = Array.from({ length: roleCount }, (_, index) => roleAt(index, seed, random));
  const appearances = appearancesOf(roles, categories, responsibilities, appearancesPerRole, random);

  const usedCategories = new Set(appearances.map(({ category }) => category));
  const usedResponsibilities = new Set(appearances.flatMap((appearance) => appearance.responsibilities));
  const performed = responsibilities.filter(({ slug }) => usedResponsibilities.has(slug));
  const usedTopics = new Set(performed.flatMap(({ topics }) => topics ?? []));
  const usedSources = new Set(appearances.flatMap(({ source }) => source?.source ?? []));
  return {
    name: `Generated catalog of ${roleCount} roles`,
    version: `1.0.${seed}`,
    sources: Array.from(usedSources, (slug) => ({ slug, title: `Document ${slug}`, document: `${slug}.txt` })),
    pillars,
    organizationTypes,
    categories: categories.filter((category) => usedCategories.has(categoryReference(category))),
    topics: words.objects
      .map((name) => ({ slug: slugOf(name), name: capitalized(name) }))
      .filter(({ slug }) => usedTopics.has(slug)),
    responsibilities: performed,
    roles,
    appearances,
  };
}

/** A few categories in each pillar for a small catalog, some hundred for a large one; one in ten is of organization types. */
function categoriesFor(roleCount: number): CatalogCategory[] {
  const count = Math.min(Math.max(Math.round(roleCount / rolesPerCategory), 20), mostCategories);
  return Array.from({ length: count }, (_, index) => {
    const turn = Math.floor(index / 10);
    const subject = itemAt(words.categorySubjects, index % words.categorySubjects.length);
    const name = `${subject} ${index + 1}`;
    const slug = slugOf(name);
    if (index % 10 === 9) {
      const types = words.organizationTypeNames.map(slugOf);
      const owners = turn % 4 === 3 ? types.slice(1) : [itemAt(types, turn % types.length)];
      return { slug, name, organizationTypes: owners, relation: turn % 2 === 0 ? 'supports' : 'inside' };
    }
    return { slug, name, pillar: slugOf(itemAt(words.pillarNames, index % words.pillarNames.length)) };
  });
}

function responsibilitiesFor(roleCount: number, random: SeededRandom): CatalogResponsibility[] {
  const { verbs, objects, occasions, companies } = words;
  const plain = verbs.length * objects.length;
  const count = Math.min(200 + 2 * roleCount, plain * occasions.length * companies.length);
  return Array.from({ length: count }, (_, index) => {
    const [pair, manner] = [(index * 1_009) % plain, Math.floor(index / plain)];
    const object = itemAt(objects, pair % objects.length);
    const name = joined(
      itemAt(verbs, Math.floor(pair / objects.length)),
      object,
      itemAt(occasions, manner % occasions.length),
      itemAt(companies, Math.floor(manner / occasions.length)),
    );
    const other = random.chance(0.3) ? [random.pick(objects)] : [];
    return { slug: slugOf(name), name, topics: [...new Set([object, ...other])].map(slugOf) };
  });
}

function roleAt(index: number, seed: number, random: SeededRandom): CatalogRole {
  const { levels, domains, jobs, areas } = words;
  const plain = levels.length * domains.length * jobs.length;
  // 7,919 is prime and shares no factor with the number of titles, so that no title comes twice.
  const choice = (index * 7_919 + Math.abs(seed)) % plain;
  const level = itemAt(levels, choice % levels.length);
  const domain = itemAt(domains, Math.floor(choice / levels.length) % domains.length);
  const job = itemAt(jobs, Math.floor(choice / levels.length / domains.length));
  const area = itemAt(areas, Math.floor(index / plain));
  const title = joined(level, domain, job, area && `for ${area}`);
  const alternateTitles = [
    ...(random.chance(0.4) ? [joined(level, job, 'of', domain, area && `in ${area}`)] : []),
    ...(random.chance(0.15) ? [joined(area, domain, 'Team', level, job)] : []),
  ];
  return {
    slug: slugOf(title),
    title,
    ...(alternateTitles.length > 0 && { alternateTitles }),
    ...(random.chance(0.7) && {
      summary: `Looks after ${random.pick(words.objects)} and ${random.pick(words.objects)}.`,
    }),
  };
}

function appearancesOf(
  roles: readonly CatalogRole[],
  categories: readonly CatalogCategory[],
  responsibilities: readonly CatalogResponsibility[],
  perRole: number,
  random: SeededRandom,
): CatalogAppearance[] {
  const duties = new Zipf(responsibilities.length, 0.8);
  const favourites = new Zipf(categories.length, 0.3);
  const draw = (count: number) =>
    Array.from({ length: count }, () => itemAt(responsibilities, duties.place(random)).slug);
  const dutiesOfCategory = categories.map(() => draw(12));
  const firstOfPillars = words.pillarNames.map((name) =>
    categories.findIndex((category) => 'pillar' in category && category.pillar === slugOf(name)),
  );

  const named = roles.flatMap((role, index) => {
    const own = draw(4 + random.below(10));
    const home = Array.from({ length: 1 + random.below(3) }, () => favourites.place(random));
    const everywhere = index % oneUniversalIn === 0 ? firstOfPillars : [];
    const count = Math.min(1 + Math.floor(random.exponential(perRole - 0.5)), mostAppearances);
    const rest = Array.from({ length: count }, () =>
      random.chance(0.8) ? random.pick(home) : favourites.place(random),
    );
    return [...everywhere, ...rest].map((category) => ({ role, category, own }));
  });

  let line = -1;
  let alone: CatalogRole | undefined;
  return random.shuffled(named).map(({ role, category, own }) => {
    const shares = alone !== undefined && alone !== role && random.chance(0.15);
    if (!shares) line++;
    alone = shares ? undefined : role;
    const wanted = random.chance(0.03) ? 0 : 1 + random.below(6);
    const pool = [...own, ...itemAt(dutiesOfCategory, category)];
    return {
      role: role.slug,
      category: categoryReference(itemAt(categories, category)),
      titles: [role.title, ...(random.chance(0.3) ? (role.alternateTitles ?? []) : [])],
      responsibilities: [...new Set(Array.from({ length: wanted }, () => random.pick(pool)))],
      ...(random.chance(0.2) && { summary: `Named where ${random.pick(words.objects)} are described.` }),
      ...(random.chance(0.05) && { note: 'Optional in small organizations.' }),
      source: { source: `s${Math.floor(line / linesPerSource) + 1}`, line: (line % linesPerSource) + 1 },
    };
  });
}

function joined(...parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(' ');
}

function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function slugOf(name: string): string {
  return name.toLowerCase().replaceAll(' ', '-');
}
