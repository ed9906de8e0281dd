import fc from 'fast-check';
import type { Catalog } from '../../src/catalog/catalog.ts';
import { involvements } from '../../src/catalog/involvement.ts';
import { placeHash, placeKey } from '../../src/catalog/place.ts';
import { categoryReference } from '../../src/catalog/category-owner.ts';
import { roleLabel } from '../../src/catalog/role-label.ts';
import { matchingKey } from '../../src/text/matching-key.ts';
import { textProblem } from '../../src/catalog/text-rules.ts';

const slug = fc.stringMatching(/^[a-z0-9]{1,8}(-[a-z0-9]{1,4})?$/);
const name = fc
  .oneof(fc.string({ minLength: 1, maxLength: 30 }), fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }))
  .filter((text) => textProblem(text, 'line') === undefined && matchingKey(text) !== '');
const paragraphs = fc.array(name, { minLength: 1, maxLength: 3 }).map((texts) => texts.join('\n\n'));
const prose = fc.option(paragraphs, { nil: undefined });

function unique<Entry>(
  entry: fc.Arbitrary<Entry>,
  keys: readonly ((entry: Entry) => string)[],
  minLength = 0,
): fc.Arbitrary<Entry[]> {
  return fc
    .array(entry, { minLength, maxLength: 6 })
    .map((entries) =>
      entries.filter((one, at) => keys.every((key) => entries.findIndex((other) => key(other) === key(one)) === at)),
    );
}

/** The same without the fields that have no value, as a parsed document would be. */
function optional<Fields extends object>(fields: Fields): Fields {
  const copy = { ...fields };
  for (const key in copy) if (copy[key] === undefined) Reflect.deleteProperty(copy, key);
  return copy;
}

const urls = fc.uniqueArray(
  fc.webUrl().filter((url) => textProblem(url, 'url') === undefined),
  { maxLength: 2 },
);
const identity = { externalId: fc.option(name, { nil: undefined }), sameAs: fc.option(urls, { nil: undefined }) };

const bySlug = (entry: { slug: string }): string => entry.slug;
const byName = (entry: { name: string }): string => matchingKey(entry.name);
const named = unique(fc.record({ slug, name, ...identity }).map(optional), [bySlug, byName], 1);
const furtherTexts = fc.option(fc.uniqueArray(name, { maxLength: 4 }), { nil: undefined });
const findable = unique(
  fc
    .record({ slug, name, hiddenNames: furtherTexts, ...identity })
    .map((entry) => optional({ ...entry, hiddenNames: besides(entry.hiddenNames, [entry.name]) })),
  [bySlug, byName],
  1,
);

/** Those of some texts that are none of others. */
function besides(texts: string[] | undefined, others: readonly string[]): string[] | undefined {
  return texts?.filter((text) => !others.includes(text));
}

function involvedIn(responsibility: string) {
  return fc
    .shuffledSubarray([...involvements], { minLength: 1 })
    .map((involvement) => ({ responsibility, involvement }));
}

/** Valid catalogs of every shape: both kinds of owner, optional fields with and without a value, texts of any script. */
export const generatedCatalogs: fc.Arbitrary<Catalog> = fc
  .record({
    name,
    version: name,
    sources: unique(fc.record({ slug, title: name, document: name, summary: prose }).map(optional), [bySlug], 1),
    pillars: unique(fc.record({ slug, name, ...identity, summary: prose }).map(optional), [bySlug, byName], 1),
    organizationTypes: unique(fc.record({ slug, name, ...identity, summary: prose }).map(optional), [bySlug, byName]),
    topics: findable,
    responsibilities: findable,
    headings: named,
    roles: unique(
      fc
        .record({
          slug,
          title: name,
          qualifier: fc.option(name, { nil: undefined }),
          alternateTitles: furtherTexts,
          hiddenTitles: furtherTexts,
          ...identity,
          summary: prose,
        })
        .map(optional),
      [bySlug, (role) => matchingKey(roleLabel(role))],
      1,
    ),
  })
  .chain(({ headings, organizationTypes, ...rest }) => {
    const pillarSlugs = rest.pillars.map(bySlug);
    const types = organizationTypes.filter((type) => !pillarSlugs.includes(type.slug));
    const roles = rest.roles.map((role) => {
      const alternateTitles = besides(role.alternateTitles, [role.title]);
      const hiddenTitles = besides(role.hiddenTitles, [role.title, ...(alternateTitles ?? [])]);
      return optional({ ...role, alternateTitles, hiddenTitles });
    });
    const owner = fc.oneof(
      fc.constantFrom(...pillarSlugs).map((pillar) => ({ pillar })),
      ...(types.length === 0
        ? []
        : [
            fc.record({
              organizationTypes: fc.subarray(types.map(bySlug), { minLength: 1 }),
              relation: fc.constantFrom('inside', 'supports'),
            }),
          ]),
    );
    const categories = fc.tuple(...headings.map((heading) => owner.map((owned) => ({ ...heading, ...owned }))));
    return categories.chain((owned) => {
      const appearance = fc.constantFrom(...roles).chain((role) =>
        fc.record({
          role: fc.constant(role.slug),
          category: fc.constantFrom(...owned.map(categoryReference)),
          titles: fc.subarray([role.title, ...(role.alternateTitles ?? [])], { minLength: 1 }),
          responsibilities: fc
            .subarray(rest.responsibilities.map(bySlug))
            .chain((slugs) => fc.tuple(...slugs.map((each) => fc.oneof(fc.constant(each), involvedIn(each))))),
          summary: prose,
          note: prose,
          source: fc.option(
            fc.record(
              {
                source: fc.constantFrom(...rest.sources.map(bySlug)),
                line: fc.integer({ min: 1, max: 2 ** 31 - 1 }),
                row: fc.integer({ min: 1, max: 9 }),
                anchor: name.filter((text) => !text.startsWith('#')),
                quote: name,
              },
              { requiredKeys: ['source'] },
            ),
            { nil: undefined },
          ),
        }),
      );
      const appearanceKey = (appearance: Catalog['appearances'][number]): string => {
        const { role, category, source } = appearance;
        return `${category} ${role} ${placeKey(source?.source, source?.line ?? 0, placeHash(appearance))}`;
      };
      return fc.record({
        name: fc.constant(rest.name),
        version: fc.constant(rest.version),
        sources: fc.constant(rest.sources),
        pillars: fc.constant(rest.pillars),
        organizationTypes: fc.constant(types),
        categories: fc.constant(owned),
        topics: fc.constant(rest.topics),
        responsibilities: fc.tuple(
          ...rest.responsibilities.map((one) =>
            fc
              .option(fc.subarray(rest.topics.map(bySlug)), { nil: undefined })
              .chain((topics) => prose.map((summary) => optional({ ...one, summary, topics }))),
          ),
        ),
        roles: fc.constant(roles),
        appearances: unique(appearance.map(optional), [appearanceKey], 1),
      });
    });
  });
