import { grouped } from '../../../text/quoted-text.ts';
import { type Catalog, type CatalogCategory, mostEntries } from '../../catalog.ts';
import { ConvertError } from '../conversion.ts';
import type { Facts, Statement } from '../facts.ts';
import { furtherFields, KnownEntries, type KnownEntry } from './known-entries.ts';
import { SlugMaker } from './slug-maker.ts';

/**
 * Where statements stand in the catalog. Groups become pillars or organization types, and sections their categories; a group
 * without sections is its own category. Files without groups, or with more groups than a catalog has, become one organization
 * type, which has the name of the file; its categories are the sections, or the groups.
 */
export class GroupPlan {
  readonly #facts: Facts;
  readonly #owners: KnownEntries;
  readonly #ownOwner: string;
  readonly #hasGroups: boolean;
  /** By the slug of the owner. */
  readonly #categories = new Map<string, KnownEntries>();

  constructor(facts: Facts) {
    this.#facts = facts;
    this.#owners = new KnownEntries(new SlugMaker(), 'group', facts.groups);
    const names = new Set(facts.statements.map(({ group }) => group ?? ''));
    this.#hasGroups = names.size <= mostEntries.pillars && [...names].some((name) => name !== '');
    this.#ownOwner = facts.name;
  }

  /** The reference of the category that a statement stands in. */
  categoryOf({ group, section }: Statement): string {
    const ownerName = this.#hasGroups ? (group ?? this.#ownOwner) : this.#ownOwner;
    const within = this.#hasGroups ? [section] : [group, section];
    const owner = this.#owners.named(ownerName) ?? this.#owners.named('Catalog');
    if (owner === undefined) throw new Error('the name of last resort has no letters');
    let categories = this.#categories.get(owner.slug);
    if (categories === undefined) {
      categories = new KnownEntries(new SlugMaker(), 'section');
      this.#categories.set(owner.slug, categories);
    }
    const heading = within.filter((name) => name !== undefined && name !== '').join(': ');
    const category = categories.named(heading) ?? categories.named(owner.name);
    if (category === undefined) throw new Error(`the name ${owner.name} has no letters`);
    return `${owner.slug}/${category.slug}`;
  }

  /** The groups and categories, once all statements have been placed. */
  lists(): Pick<Catalog, 'pillars' | 'organizationTypes' | 'categories'> {
    const isPillars = this.#hasGroups && this.#facts.groupKind === 'PILLAR';
    const owners = this.#owners.all();
    const entries = owners.map((owner) => ({ slug: owner.slug, name: owner.name, ...furtherFields(owner) }));
    const categories = owners.flatMap(({ slug }) =>
      [...(this.#categories.get(slug)?.all() ?? [])].map((category) => categoryEntry(category, slug, isPillars)),
    );
    if (categories.length > mostEntries.categories) {
      throw new ConvertError(
        `There are ${grouped(categories.length)} sections, and a catalog has at most ${grouped(mostEntries.categories)} categories. ` +
          'Say which column holds fewer groups, e.g. --map group=Department, or convert a part of the file.',
      );
    }
    return { pillars: isPillars ? entries : [], organizationTypes: isPillars ? [] : entries, categories };
  }
}

function categoryEntry(
  { slug, name }: KnownEntry<{ name: string }>,
  owner: string,
  isPillars: boolean,
): CatalogCategory {
  return isPillars ? { slug, name, pillar: owner } : { slug, name, organizationTypes: [owner], relation: 'inside' };
}
