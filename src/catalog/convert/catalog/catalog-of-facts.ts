import { itemAt } from '../../../collections/item-at.ts';
import { counted } from '../../../text/in-words.ts';
import { matchingKey } from '../../../text/matching-key.ts';
import { type Catalog, mostNestedEntries } from '../../catalog.ts';
import type { LeftOut } from '../conversion.ts';
import type { Facts, Statement } from '../facts.ts';
import { isTooLong, lineText, proseText } from './catalog-text.ts';
import { GatheredAppearances } from './gathered-appearances.ts';
import { GroupPlan } from './group-plan.ts';
import { furtherFields, KnownEntries } from './known-entries.ts';
import { KnownRoles } from './known-roles.ts';
import { SlugMaker } from './slug-maker.ts';

/** The version that a converted catalog has: it changes by hand, so that converting again changes only what changed. */
const firstVersion = '1.0.0';

/**
 * A catalog of facts, in their order: deterministic, and a change of one fact changes only what is made of it. Names are compared
 * by matching key.
 *
 * @returns the catalog, which `checkCatalog` has not seen yet, and what of the facts has no place in one.
 * @throws ConvertError where there are more sections than a catalog has categories.
 */
export function catalogOfFacts(facts: Facts): { readonly catalog: Catalog; readonly leftOut: readonly LeftOut[] } {
  const leftOut: LeftOut[] = [];
  const { sources, slugs: sourceSlugs } = sourcesOf(facts);
  const roles = new KnownRoles(
    facts.roles,
    facts.statements.map(({ role }) => role),
  );
  const duties = new KnownEntries(new SlugMaker(), 'duty', facts.duties);
  const topics = new KnownEntries(new SlugMaker(), 'topic');
  const plan = new GroupPlan(facts);
  const appearances = new GatheredAppearances();
  for (const statement of facts.statements) {
    const leave = (text: string, why: string) => leftOut.push({ ...placeOf(statement, facts), text, why });
    const role = isTooLong(lineText(statement.role)) ? undefined : roles.named(statement.role);
    if (role === undefined) {
      leave(statement.role, 'no title of a role: it has no letters, or more than 400 characters');
      continue;
    }
    const done = statement.duties.flatMap(({ name, involvement }) => {
      const duty = duties.named(name);
      if (duty === undefined) leave(name, 'no duty: it has no letters');
      return duty === undefined ? [] : [{ slug: duty.slug, involvement }];
    });
    const refused = appearances.add({
      role: role.slug,
      category: plan.categoryOf(statement),
      titles: roles.titlesIn(statement.role, role),
      duties: done,
      source: itemAt(sourceSlugs, statement.place.source),
      statement,
    });
    if (refused > 0) {
      const most = mostNestedEntries.responsibilities;
      leave(
        statement.role,
        `${counted(refused, 'duty', 'duties')} beyond the ${most} that one place can say of a role`,
      );
    }
  }
  const catalog: Catalog = {
    name: lineText(facts.name) || 'Catalog',
    version: firstVersion,
    sources,
    ...plan.lists(),
    topics: [],
    responsibilities: duties.all().map((duty) => {
      const about = (duty.said?.topics ?? []).flatMap((name) => topics.named(name)?.slug ?? []);
      return {
        slug: duty.slug,
        name: duty.name,
        ...furtherFields(duty),
        ...(about.length > 0 && { topics: [...new Set(about)] }),
      };
    }),
    roles: roles.entries(),
    appearances: appearances.entries(),
  };
  return { catalog: { ...catalog, topics: topics.all().map(({ slug, name }) => ({ slug, name })) }, leftOut };
}

function sourcesOf({ sources }: Facts) {
  const maker = new SlugMaker();
  const slugs = sources.map(({ document }) =>
    maker.slug(document.replace(/\.[^.]*$/, ''), matchingKey(document), 'source'),
  );
  const entries = sources.map(({ title, document, url, summary }, index) => {
    const about = proseText(summary);
    return {
      slug: itemAt(slugs, index),
      title: lineText(title) || document,
      document,
      ...(url !== undefined && { url }),
      ...(about !== undefined && { summary: about }),
    };
  });
  return { sources: entries, slugs };
}

function placeOf({ place: { source, line, row } }: Statement, { sources }: Facts) {
  return {
    part: itemAt(sources, source).document,
    number: line ?? row,
    counts: line === undefined ? ('row' as const) : ('line' as const),
  };
}
