import { describe, expect, test } from 'vitest';

import { shippedCatalog } from '../support/catalogs/shipped-catalog.ts';

/** A role where a line names it. */
interface Holder {
  readonly role: string;
  readonly line: string;
}

const { pillars, topics, responsibilities, roles, appearances } = await shippedCatalog();

const lineOf = ({ source }: (typeof appearances)[number]): string =>
  `${String(source?.source)}:${String(source?.line)}`;

const appearancesByLine = Map.groupBy(appearances, lineOf);

const linesByRole = new Map(
  [...Map.groupBy(appearances, ({ role }) => role)].map(([role, its]) => [role, new Set(its.map(lineOf))]),
);

/** Whether any line names both roles. */
const namedTogether = (first: string, second: string): boolean =>
  linesByRole.get(first)?.isDisjointFrom(linesByRole.get(second) ?? new Set()) === false;

/** The holders that share the duty with a role which no line names together with them. */
const sharing = (holders: readonly Holder[]): Holder[] =>
  holders.filter((holder) => holders.some((other) => !namedTogether(holder.role, other.role)));

const holdersOf = (responsibility: string): Holder[] =>
  appearances
    .filter((appearance) => appearance.responsibilities.some((own) => own === responsibility))
    .map((appearance) => ({ role: appearance.role, line: lineOf(appearance) }));

const sharedHolders = responsibilities.map(({ slug }) => sharing(holdersOf(slug)));

const pillarsOf = (responsibility: string): number =>
  pillars.filter(({ slug }) =>
    appearances.some(
      ({ category, responsibilities: does }) =>
        category.startsWith(`${slug}/`) && does.some((own) => own === responsibility),
    ),
  ).length;

/** Lower case words joined by hyphens, without articles and what is in brackets. */
const slugOf = (name: string): string =>
  (
    name
      .replaceAll(/\([^)]*\)/gu, '')
      .toLowerCase()
      .match(/[\da-z]+/gu) ?? []
  )
    .filter((word) => !['a', 'an', 'the'].includes(word))
    .join('-');

describe('the grain of the vocabulary', () => {
  test('at least 80 responsibilities are shared by roles that no line names together', () => {
    expect(sharedHolders.filter((holders) => holders.length > 0).length).toBeGreaterThanOrEqual(80);
  });

  test('at most 5 roles share no responsibility with a role of other lines', () => {
    const social = new Set(sharedHolders.flat().map(({ role }) => role));
    expect(roles.filter(({ slug }) => !social.has(slug)).length).toBeLessThanOrEqual(5);
  });

  test('the pairs of pillars share at least 55 responsibilities in sum', () => {
    const pairs = responsibilities.map(({ slug }) => pillarsOf(slug)).map((count) => (count * (count - 1)) / 2);
    expect(pairs.reduce((sum, count) => sum + count, 0)).toBeGreaterThanOrEqual(55);
  });

  test('topics are of like size', () => {
    const sizes = topics.map(
      ({ slug }) => responsibilities.filter(({ topics: about = [] }) => about.includes(slug)).length,
    );
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(4);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(16);
  });

  test('slugs of responsibilities follow their names', () => {
    expect(responsibilities.filter(({ slug, name }) => slug !== slugOf(name))).toEqual([]);
  });
});

describe('titles that one line names', () => {
  test('they have equal duties and notes', () => {
    const uneven = [...appearancesByLine.values()].filter((its) => {
      const texts = its.map(({ responsibilities: does, note, summary }) => JSON.stringify([does, note, summary]));
      return new Set(texts).size > 1;
    });
    expect(uneven).toEqual([]);
  });

  test('they have one summary where no other line tells them apart', () => {
    const byLines = Map.groupBy(roles, ({ slug }) => [...(linesByRole.get(slug) ?? [])].toSorted().join(' '));
    const uneven = [...byLines.values()].filter((alike) => new Set(alike.map(({ summary }) => summary)).size > 1);
    expect(uneven.map((alike) => alike.map(({ slug }) => slug))).toEqual([]);
  });
});
