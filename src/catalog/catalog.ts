import { z } from 'zod';
import { grouped } from '../text/quoted-text.ts';
import { categoryReferencePattern, slugPattern, textProblem } from './text-rules.ts';

/** Most characters (code points) of a title, a name, a slug or the version. */
export const MOST_NAME_CHARACTERS = 200;
/** Most characters of a summary or note, and of what a source calls its document. */
export const MOST_SUMMARY_CHARACTERS = 2_000;
/** Most alternate titles of one role. */
export const MOST_ALTERNATE_TITLES = 5_000;
/** Most responsibilities of one appearance. */
export const MOST_APPEARANCE_RESPONSIBILITIES = 100;
/** Most titles of one appearance: the title of its role and every alternate. */
export const MOST_APPEARANCE_TITLES = 1 + MOST_ALTERNATE_TITLES;
/** The greatest line: what a GraphQL Int holds. */
export const GREATEST_LINE = 2 ** 31 - 1;

/** Most entries of each list of the document, over all files of a folder together. */
export const MOST_ENTRIES = {
  sources: 10_000,
  pillars: 64,
  organizationTypes: 64,
  categories: 1_000,
  topics: 1_000,
  responsibilities: 100_000,
  roles: 100_000,
  appearances: 1_000_000,
} as const;

/** Most entries of the lists inside one entry; organization types of a category are bounded by the catalog's own. */
export const MOST_NESTED_ENTRIES = {
  sources: {},
  pillars: {},
  organizationTypes: {},
  categories: { organizationTypes: MOST_ENTRIES.organizationTypes },
  topics: {},
  responsibilities: { topics: MOST_ENTRIES.topics },
  roles: { alternateTitles: MOST_ALTERNATE_TITLES },
  appearances: { titles: MOST_APPEARANCE_TITLES, responsibilities: MOST_APPEARANCE_RESPONSIBILITIES },
} as const satisfies Record<keyof typeof MOST_ENTRIES, Readonly<Record<string, number>>>;

/*
 * Each schema's own error says what is expected there; check-shapes.ts makes whole messages of it. The rules of text
 * are checked by textProblem alone, so that one text gives one message; the same bounds stand in `meta` for editors.
 */
function line(description: string) {
  return z
    .string(`expected text of 1 to ${grouped(MOST_NAME_CHARACTERS)} characters`)
    .check(report((text) => textProblem(text, 'line', MOST_NAME_CHARACTERS)))
    .meta({ description, minLength: 1, maxLength: MOST_NAME_CHARACTERS });
}

function prose(description: string) {
  return z
    .string(`expected text of 1 to ${grouped(MOST_SUMMARY_CHARACTERS)} characters`)
    .check(report((text) => textProblem(text, 'prose', MOST_SUMMARY_CHARACTERS)))
    .meta({ description, minLength: 1, maxLength: MOST_SUMMARY_CHARACTERS });
}

function slug(description: string) {
  return z
    .string('expected a slug (text of lower case letters, digits and single hyphens)')
    .check(report((text) => textProblem(text, 'slug', MOST_NAME_CHARACTERS)))
    .meta({ description, pattern: slugPattern, maxLength: MOST_NAME_CHARACTERS });
}

const categoryReference = z
  .string('expected a category as "<owner>/<slug>"')
  .check(report((text) => textProblem(text, 'category reference', 2 * MOST_NAME_CHARACTERS + 1)))
  .meta({
    description: 'The category, as "<owner>/<slug>": its owner is its pillar, or the first of its organization types.',
    pattern: categoryReferencePattern,
    maxLength: 2 * MOST_NAME_CHARACTERS + 1,
  });

/** By `check`, as `superRefine` makes three objects for every text of a catalog, right or not. */
function report(problem: (text: string) => string | undefined) {
  return ({ value, issues }: z.core.ParsePayload<string>): void => {
    const message = problem(value);
    if (message !== undefined) issues.push({ code: 'custom', message, input: value, continue: true });
  };
}

function list<Entry extends z.ZodType>(entry: Entry, description: string, most: number, least = 0) {
  const bounded = z.array(entry, 'expected a list').max(most);
  return (
    least > 0
      ? bounded.min(least, `expected a list of at least ${least} ${least === 1 ? 'entry' : 'entries'}`)
      : bounded
  ).meta({ description });
}

const source = z
  .strictObject({
    slug: slug('What appearances refer to the source by, e.g. "001".'),
    title: line('The title of the source.'),
    document: prose('The document itself: its file name or address.'),
    summary: prose('What the source is, in a sentence.').optional(),
  })
  .meta({ description: 'A document that names roles.' });

const pillar = z
  .strictObject({
    slug: slug('Unique among pillars and organization types together.'),
    name: line('The name of the pillar, unique among pillars.'),
    summary: prose('What the pillar is about, in a sentence.').optional(),
  })
  .meta({ description: 'A pillar that categories are part of; the order of pillars is their position.' });

const organizationType = z
  .strictObject({
    slug: slug('Unique among pillars and organization types together.'),
    name: line('The name of the organization type, unique among them.'),
    summary: prose('What kind of organization it is, in a sentence.').optional(),
  })
  .meta({ description: 'A kind of organization that roles work in or for.' });

const categoryName = {
  slug: slug('Unique among the categories of its owner: its pillar, or the first of its organization types.'),
  name: line('The heading, unique among the categories of each owner.'),
};
const categoryPillar = slug('The slug of the pillar that the category is part of.');
const categoryOrganizationTypes = list(
  slug('The slug of an organization type.'),
  'The organization types that the category belongs to; the first is its owner.',
  MOST_NESTED_ENTRIES.categories.organizationTypes,
  1,
);
const categoryRelation = z
  .enum(['inside', 'supports'], 'expected "inside" or "supports"')
  .meta({ description: 'Whether its roles work inside the organizations or support them from outside.' });

const category = z
  .union([
    z.strictObject({ ...categoryName, pillar: categoryPillar }),
    z.strictObject({ ...categoryName, organizationTypes: categoryOrganizationTypes, relation: categoryRelation }),
  ])
  .meta({ description: 'A heading under which sources list roles: part of one pillar, or of organization types.' });

const topic = z
  .strictObject({
    slug: slug('What responsibilities refer to the topic by.'),
    name: line('The name, unique among topics.'),
  })
  .meta({ description: 'What responsibilities are about.' });

const responsibility = z
  .strictObject({
    slug: slug('What appearances refer to the responsibility by.'),
    name: line('A short phrase in the imperative, e.g. "Verify backups"; unique among responsibilities.'),
    topics: list(slug('The slug of a topic.'), 'What it is about.', MOST_ENTRIES.topics).optional(),
  })
  .meta({ description: 'Something that roles do.' });

const role = z
  .strictObject({
    slug: slug('What appearances refer to the role by.'),
    title: line('The title of the role; no two roles share one by matching key.'),
    alternateTitles: list(
      line('Another title of the same job.'),
      'Other titles of the same job: abbreviations, spellings, synonyms.',
      MOST_ALTERNATE_TITLES,
    ).optional(),
    summary: prose('What the role is, in a sentence that holds for all its appearances.').optional(),
  })
  .meta({ description: 'A job that people hold.' });

const appearance = z
  .strictObject({
    role: slug('The slug of the role.'),
    category: categoryReference,
    titles: list(
      line('One of the titles of the role.'),
      'The titles that the line names it by.',
      MOST_APPEARANCE_TITLES,
      1,
    ),
    responsibilities: list(
      slug('The slug of a responsibility.'),
      'What the line says that the role does; may be empty.',
      MOST_APPEARANCE_RESPONSIBILITIES,
    ),
    summary: prose('What the line says of the role as a whole.').optional(),
    note: prose('What the line adds beyond duties, e.g. that the role is optional.').optional(),
    source: z
      .strictObject(
        {
          source: slug('The slug of the source.'),
          line: z
            .int(`expected a whole number from 1 to ${grouped(GREATEST_LINE)}`)
            .min(1, `expected a whole number from 1 to ${grouped(GREATEST_LINE)}: lines count from 1`)
            .max(GREATEST_LINE, `expected a whole number from 1 to ${grouped(GREATEST_LINE)}`)
            .meta({ description: 'The line of the document that names the role; lines count from 1, blank ones too.' }),
        },
        'expected a mapping with the keys source and line',
      )
      .meta({ description: 'Where it stands.' }),
  })
  .meta({ description: 'One line of a source that names a role under a category.' });

/** The schema of one entry of each list. */
export const entrySchemas = {
  sources: source,
  pillars: pillar,
  organizationTypes: organizationType,
  categories: category,
  topics: topic,
  responsibilities: responsibility,
  roles: role,
  appearances: appearance,
} as const;

/**
 * What a category may hold before it is decided whose it is. A union only says that neither side matches; checked by
 * this, each field gets its own message, and check-categories.ts says what is wrong with its owner.
 */
export const undecidedCategory = z.strictObject({
  ...categoryName,
  pillar: categoryPillar.optional(),
  organizationTypes: categoryOrganizationTypes.optional(),
  relation: categoryRelation.optional(),
});

/** The interchange form of a catalog. What goes beyond the shape of single entries is checked by check-catalog.ts. */
export const catalogSchema = z.strictObject({
  name: line('The name of the catalog.'),
  version: line('The version of the catalog, e.g. "1.0.0".'),
  sources: list(source, 'The documents that name roles.', MOST_ENTRIES.sources),
  pillars: list(pillar, 'The pillars, in the order of their position.', MOST_ENTRIES.pillars),
  organizationTypes: list(organizationType, 'The kinds of organization.', MOST_ENTRIES.organizationTypes),
  categories: list(category, 'The headings, in the order in which they are shown.', MOST_ENTRIES.categories),
  topics: list(topic, 'What responsibilities are about, in the order in which they are shown.', MOST_ENTRIES.topics),
  responsibilities: list(responsibility, 'What roles do.', MOST_ENTRIES.responsibilities),
  roles: list(role, 'The jobs.', MOST_ENTRIES.roles),
  appearances: list(appearance, 'Where the sources name the roles.', MOST_ENTRIES.appearances),
});

/** A catalog in which every reference holds; only readCatalog and checkCatalog make one from foreign data. */
export type Catalog = z.infer<typeof catalogSchema>;
export type CatalogSource = z.infer<typeof source>;
export type CatalogPillar = z.infer<typeof pillar>;
export type CatalogOrganizationType = z.infer<typeof organizationType>;
export type CatalogCategory = z.infer<typeof category>;
export type CatalogTopic = z.infer<typeof topic>;
export type CatalogResponsibility = z.infer<typeof responsibility>;
export type CatalogRole = z.infer<typeof role>;
export type CatalogAppearance = z.infer<typeof appearance>;

/** The names of the document's lists. */
export type ListName = keyof typeof MOST_ENTRIES;

/** The lists, in the order in which the document gives them. */
export const listNames = [
  'sources',
  'pillars',
  'organizationTypes',
  'categories',
  'topics',
  'responsibilities',
  'roles',
  'appearances',
] as const satisfies readonly ListName[];
