import { z } from 'zod';
import { eitherInWords } from '../text/in-words.ts';
import { grouped, quoted } from '../text/quoted-text.ts';
import { involvements } from './involvement.ts';
import { sourceUrlProblem } from './source-url.ts';
import { textKinds, type TextKind, textProblem } from './text-rules.ts';

/** Highest number of a line or row: the largest GraphQL Int. */
const greatestLine = 2 ** 31 - 1;

/** Most entries of each list of the document, over all files of a folder together. */
export const mostEntries = {
  sources: 10_000,
  pillars: 64,
  organizationTypes: 64,
  categories: 1_000,
  topics: 1_000,
  responsibilities: 100_000,
  roles: 100_000,
  appearances: 1_000_000,
  retired: 10_000,
} as const;

/** Most catalogs that are merged into one. */
export const mostParts = 1_000;

/** Most entries of the lists inside one entry, by the key of the list. */
export const mostNestedEntries = {
  organizationTypes: mostEntries.organizationTypes,
  topics: mostEntries.topics,
  alternateTitles: 5_000,
  hiddenTitles: 5_000,
  hiddenNames: 5_000,
  // The title of the role and every alternate title.
  titles: 5_001,
  responsibilities: 100,
  sameAs: 20,
  replacedBy: 100,
} as const;

/*
 * The error message of each schema says what is expected; check-shapes.ts completes it to a whole message. Only
 * textProblem checks the rules for text, so that each text gives one message. `meta` repeats the bounds for editors.
 */
function text(kind: TextKind, description: string, furtherProblem?: (text: string) => string | undefined) {
  const { most, pattern, expected } = textKinds[kind];
  return (
    z
      .string(`expected ${expected}`)
      // Not superRefine, which allocates three objects for every text of a catalog, valid or not.
      .check(({ value, issues }) => {
        const message = textProblem(value, kind) ?? furtherProblem?.(value);
        if (message !== undefined) issues.push({ code: 'custom', message, input: value, continue: true });
      })
      .meta({ description, ...(pattern === undefined ? { minLength: 1 } : { pattern }), maxLength: most })
  );
}

const line = text.bind(undefined, 'line');
const prose = text.bind(undefined, 'prose');
const address = text.bind(undefined, 'address');
const slug = text.bind(undefined, 'slug');

function list<Entry extends z.ZodType>(entry: Entry, description: string, most: number, isRequired = false) {
  const expected = isRequired ? 'expected a list of at least 1 entry' : 'expected a list';
  const bounded = z.array(entry, expected).max(most);
  return (isRequired ? bounded.min(1, expected) : bounded).meta({ description });
}

function hiddenNames(kind: string) {
  return list(
    line(`A text that finds the ${kind}.`),
    `Words that people search for the ${kind} by, e.g. abbreviations. They find the ${kind} and are never shown.`,
    mostNestedEntries.hiddenNames,
  ).optional();
}

/** What identifies an entry outside of the catalog. */
const identity = {
  externalId: line('What another system calls it, e.g. the code of a job in the HR system or a framework.').optional(),
  sameAs: list(
    text('url', 'A URL that stands for the same.'),
    'URLs that stand for the same elsewhere, e.g. an occupation of ESCO or a page of a wiki.',
    mostNestedEntries.sameAs,
  ).optional(),
};

/** The number of a line or row. */
function position(things: string, description: string) {
  const expected = `expected a whole number from 1 to ${grouped(greatestLine)}`;
  return z
    .int(expected)
    .min(1, `${expected}: ${things} count from 1`)
    .max(greatestLine, expected)
    .meta({ description })
    .optional();
}

const source = z
  .strictObject({
    slug: slug('What appearances refer to the source by, e.g. "001".'),
    title: line('The title of the source.'),
    document: address('The document itself: its file name or address.'),
    url: text(
      'address',
      'Where the document can be read: an http or https URL. {line}, {row} and {anchor} in it stand for those of an appearance.',
      sourceUrlProblem,
    ).optional(),
    summary: prose('What the source is, in a sentence or several paragraphs.').optional(),
  })
  .meta({ description: 'A document that names roles.' });

const pillar = z
  .strictObject({
    slug: slug('Unique among pillars and organization types together.'),
    name: line('The name of the pillar, unique among pillars.'),
    ...identity,
    summary: prose('What the pillar is about, in a sentence or several paragraphs.').optional(),
  })
  .meta({ description: 'A pillar that categories are part of; the order of pillars is their position.' });

const organizationType = z
  .strictObject({
    slug: slug('Unique among pillars and organization types together.'),
    name: line('The name of the organization type, unique among them.'),
    ...identity,
    summary: prose('What kind of organization it is, in a sentence or several paragraphs.').optional(),
  })
  .meta({ description: 'A kind of organization that roles work in or for.' });

const categoryName = {
  slug: slug('Unique among the categories of its owner: its pillar, or the first of its organization types.'),
  name: line('The heading, unique among the categories of each owner.'),
  ...identity,
};
const categoryPillar = slug('The slug of the pillar that the category is part of.');
const categoryOrganizationTypes = list(
  slug('The slug of an organization type.'),
  'The organization types that the category belongs to; the first is its owner.',
  mostNestedEntries.organizationTypes,
  true,
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
    hiddenNames: hiddenNames('topic'),
    ...identity,
  })
  .meta({ description: 'What responsibilities are about.' });

const responsibility = z
  .strictObject({
    slug: slug('What appearances refer to the responsibility by.'),
    name: line('A short phrase in the imperative, e.g. "Verify backups"; unique among responsibilities.'),
    hiddenNames: hiddenNames('responsibility'),
    ...identity,
    summary: prose('What the duty comprises, in a sentence or several paragraphs.').optional(),
    topics: list(slug('The slug of a topic.'), 'What it is about.', mostEntries.topics).optional(),
  })
  .meta({ description: 'Something that roles do.' });

const role = z
  .strictObject({
    slug: slug('What appearances refer to the role by.'),
    title: line('The title of the role; no two roles share one by matching key, unless their qualifiers differ.'),
    qualifier: line(
      'What tells roles of one title apart, e.g. a level or a department: "L3" is shown as "Engineer (L3)".',
    ).optional(),
    alternateTitles: list(
      line('Another title of the same job.'),
      'Other titles of the same job: abbreviations, spellings, synonyms.',
      mostNestedEntries.alternateTitles,
    ).optional(),
    hiddenTitles: list(
      line('A text that finds the role.'),
      'Words that people search for the role by and no source uses, e.g. abbreviations. They find the role and are never shown.',
      mostNestedEntries.hiddenTitles,
    ).optional(),
    ...identity,
    summary: prose(
      'What the role is, in a sentence or several paragraphs that hold for all its appearances.',
    ).optional(),
  })
  .meta({ description: 'A job that people hold.' });

const expectedInvolvement = 'expected a list of at least 1 entry, e.g. [ACCOUNTABLE]';

/** How a role is involved in a responsibility: each way once. */
const involvement = z
  .array(z.enum(involvements, `expected ${eitherInWords(involvements)}`), expectedInvolvement)
  .min(1, expectedInvolvement)
  .check(({ value, issues }) => {
    for (const [index, each] of value.entries()) {
      if (value.indexOf(each) === index) continue;
      issues.push({
        code: 'custom',
        message: 'is given twice here; remove one',
        input: value,
        path: [index],
        continue: true,
      });
    }
  })
  .meta({
    description:
      'How the role is involved, one or several: RESPONSIBLE does it, ACCOUNTABLE answers for it, CONSULTED is asked before, INFORMED is told after. Only RESPONSIBLE and ACCOUNTABLE count as doing it.',
    uniqueItems: true,
  });

/** A responsibility of an appearance. A slug alone means that the role is responsible. */
const namedResponsibility = z.union(
  [
    slug('The slug of a responsibility that the role is responsible for.'),
    z
      .strictObject({ responsibility: slug('The slug of the responsibility.'), involvement })
      .meta({ description: 'A responsibility, and how the role is involved in it.' }),
  ],
  'expected the slug of a responsibility, or a mapping with the keys responsibility and involvement',
);

const appearance = z
  .strictObject({
    role: slug('The slug of the role.'),
    category: text(
      'reference',
      'The category, as "<owner>/<slug>": its owner is its pillar, or the first of its organization types.',
    ),
    titles: list(
      line('One of the titles of the role.'),
      'The titles that the line names it by.',
      mostNestedEntries.titles,
      true,
    ),
    responsibilities: list(
      namedResponsibility,
      'What the line says that the role does, or is consulted on or informed about; may be empty.',
      mostNestedEntries.responsibilities,
    ),
    summary: prose('What the line says of the role as a whole.').optional(),
    note: prose('What the line adds beyond duties, e.g. that the role is optional.').optional(),
    source: z
      .strictObject(
        {
          source: slug('The slug of the source.'),
          line: position('lines', 'The line of the document that names the role; lines count from 1, blank ones too.'),
          row: position(
            'rows',
            'The row of the sheet or table that names the role; rows count from 1, the heading too.',
          ),
          anchor: text('line', 'The part of the document, as its address names it after "#".', (value) =>
            value.startsWith('#') ? `begins with "#": ${quoted(value)}; leave that out` : undefined,
          ).optional(),
          quote: prose('The words that stand there.').optional(),
        },
        'expected a mapping with the key source and, where known, line, row, anchor and quote',
      )
      .meta({ description: 'Where it stands. Leave it out if nothing written says it.' })
      .optional(),
  })
  .meta({ description: 'A place, usually one line of a source, that names a role under a category.' });

/** The keys of a retired entry that say what it was, with the list in which it was, and what the entry is called. */
export const retiredKeys = {
  role: 'roles',
  responsibility: 'responsibilities',
  topic: 'topics',
  pillar: 'pillars',
  organizationType: 'organizationTypes',
  category: 'categories',
} as const;

function retiredSlug(kind: string) {
  return slug(`The slug that the ${kind} had.`).optional();
}

const replacement = text('replacement', 'The slug that replaces it; of a category, "<owner>/<slug>".');

const retired = z
  .strictObject({
    role: retiredSlug('role'),
    responsibility: retiredSlug('responsibility'),
    topic: retiredSlug('topic'),
    pillar: retiredSlug('pillar'),
    organizationType: retiredSlug('organization type'),
    category: text('reference', 'The category, as it was referred to: "<owner>/<slug>".').optional(),
    replacedBy: z
      .union(
        [replacement, list(replacement, 'Several that replace it.', mostNestedEntries.replacedBy)],
        'expected a slug or a list of slugs',
      )
      .meta({
        description:
          'What replaces it, of the same kind: its slug, or a list of several. Ids of what exactly one entry replaces lead to that one.',
      })
      .optional(),
  })
  .meta({
    description: 'A slug that is no longer used, so that old ids lead to what replaces it.',
    oneOf: Object.keys(retiredKeys).map((key) => ({ required: [key] })),
  });

/**
 * A category of either kind. The union of both kinds would only report that neither matches. With this schema each field
 * gets its own message, and check-categories.ts reports what is wrong with the owner.
 */
export const undecidedCategory = z.strictObject({
  ...categoryName,
  pillar: categoryPillar.optional(),
  organizationTypes: categoryOrganizationTypes.optional(),
  relation: categoryRelation.optional(),
});

/** The lists, in the order of the document. */
const lists = {
  sources: list(source, 'The documents that name roles.', mostEntries.sources),
  pillars: list(pillar, 'The pillars, in the order of their position.', mostEntries.pillars),
  organizationTypes: list(organizationType, 'The kinds of organization.', mostEntries.organizationTypes),
  categories: list(category, 'The headings, in the order in which they are shown.', mostEntries.categories),
  topics: list(topic, 'What responsibilities are about, in the order in which they are shown.', mostEntries.topics),
  responsibilities: list(responsibility, 'What roles do.', mostEntries.responsibilities),
  roles: list(role, 'The jobs.', mostEntries.roles),
  appearances: list(appearance, 'Where the sources name the roles.', mostEntries.appearances),
  retired: list(
    retired,
    'Slugs that are no longer used, and what replaces them. May be left out.',
    mostEntries.retired,
  ).optional(),
};

/** The name of a list of the document. */
export type ListName = keyof typeof lists;
export const listNames: readonly ListName[] = z.object(lists).keyof().options;

/** What is made of each list, in the order of the document. */
export function ofEachList<T>(make: (list: ListName) => T): Readonly<Record<ListName, T>> {
  return {
    sources: make('sources'),
    pillars: make('pillars'),
    organizationTypes: make('organizationTypes'),
    categories: make('categories'),
    topics: make('topics'),
    responsibilities: make('responsibilities'),
    roles: make('roles'),
    appearances: make('appearances'),
    retired: make('retired'),
  };
}

const part = z
  .strictObject(
    {
      name: line('The name of the catalog that was merged.'),
      version: line('Its version.'),
      sources: list(slug('The slug of a source.'), 'The sources that it has.', mostEntries.sources),
    },
    'expected a mapping with the keys name, version and sources',
  )
  .meta({ description: 'A catalog that was merged into this one.' });

/** The document format of a catalog. check-catalog.ts checks what goes beyond the shape of single entries. */
export const catalogSchema = z.strictObject({
  name: line('The name of the catalog.'),
  version: line('The version of the catalog, e.g. "1.0.0".'),
  parts: list(
    part,
    'The catalogs that were merged into this one; rolegraph writes them. A catalog of its own has none.',
    mostParts,
  ).optional(),
  ...lists,
});

/** A valid catalog: every reference can be resolved. Only readCatalog and checkCatalog make one from external data. */
export type Catalog = z.infer<typeof catalogSchema>;
export type CatalogPart = z.infer<typeof part>;
export type CatalogCategory = z.infer<typeof category>;
export type CatalogResponsibility = z.infer<typeof responsibility>;
export type CatalogRole = z.infer<typeof role>;
export type CatalogAppearance = z.infer<typeof appearance>;
export type CatalogRetired = z.infer<typeof retired>;
/** An entry of any list. */
export type CatalogEntry = NonNullable<Catalog[ListName]>[number];
