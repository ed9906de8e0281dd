import { intersectionOf } from '../../../src/collections/intersection.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  assignedHats,
  categoriesCarried,
  rolesOf,
  type Hats,
  type Holder,
} from '../../../src/analysis/hats/assigned-hats.ts';
import type { KeepApart } from '../../../src/analysis/hats/keep-apart.ts';
import { graphOfCatalog } from '../../../src/graph/structure/graph-of-catalog.ts';
import { itemAt } from '../../../src/collections/item-at.ts';
import type { Category, Role } from '../../../src/graph/nodes/node.ts';
import { CatalogGraph } from '../../../src/graph/catalog-graph.ts';
import { runToCompletion } from '../../../src/scheduling/steps.ts';
import { argumentError } from '../../support/argument-errors.ts';
import { BruteForce, pairsOf, rounded } from '../../support/catalogs/brute-force.ts';
import { plainCarried } from '../../support/catalogs/plain-coverage.ts';
import { catalogWith, line, smallCatalogs } from '../../support/catalogs/small-catalogs.ts';
import { everySplit, pairsTogether } from './every-split.ts';

const place = fc.nat({ max: 63 });
const questions = fc.record({
  catalog: smallCatalogs,
  picked: fc.array(place, { maxLength: 8 }),
  people: fc.integer({ min: 1, max: 5 }),
  apart: fc.array(fc.array(place, { maxLength: 3 }), { maxLength: 3 }),
});

/** The distinct roles at places counted around. */
function chosen(roles: readonly Role[], places: readonly number[]): readonly Role[] {
  return roles.length === 0 ? [] : [...new Set(places.map((at) => itemAt(roles, at % roles.length)))];
}

/** No person may have two of a list. */
function eachFromEach(lists: readonly (readonly Role[])[]): readonly KeepApart[] {
  return lists.filter(({ length }) => length >= 2).map((list) => ({ roles: list, from: list }));
}

interface Asked {
  readonly roles: readonly Role[];
  readonly people: number;
  readonly keepApart?: readonly KeepApart[];
  readonly categories?: readonly Category[];
  readonly holding?: readonly Holder[];
}

function hatsOf(graph: CatalogGraph, asked: Asked): Hats {
  return runToCompletion(assignedHats(graph, { keepApart: [], categories: [], ...asked }, 1_000_000));
}

/** The ids that each person holds. */
function idsOf({ persons }: Hats): readonly (readonly string[])[] {
  return persons.map(({ roles }) => roles.map(({ role }) => role.id));
}

/** An even split keeps all apart that must be; of all such, none has a greater mean overlap of pairs held by one person. */
function bestEven(plain: BruteForce, ids: readonly string[], people: number, areApart: (...two: string[]) => boolean) {
  let best: number | undefined;
  for (const split of everySplit(ids.length, people)) {
    const loads = Array.from({ length: people }, (_, person) => split.filter((holder) => holder === person).length);
    if (Math.max(...loads) - Math.min(...loads) > 1) continue;
    const pairs = pairsTogether(split).map(([one, other]) => [itemAt(ids, one), itemAt(ids, other)] as const);
    if (pairs.some(([one, other]) => areApart(one, other))) continue;
    const score = pairs.reduce((sum, [one, other]) => sum + rounded(plain.overlap(one, other).score), 0);
    best = Math.max(best ?? 0, pairs.length === 0 ? 0 : score / pairs.length);
  }
  return best;
}

test('each role is held once, what must stay apart does, and no even split is better', () => {
  let even = 0;
  fc.assert(
    fc.property(questions, ({ catalog, picked, people, apart }) => {
      const graph = CatalogGraph.of(graphOfCatalog(catalog).structure);
      const plain = new BruteForce(catalog);
      const roles = chosen(graph.roles, picked).slice(0, 7);
      const lists = apart.map((places) => chosen(roles, places));
      const areApart = (one = '', other = '') =>
        lists.some((list) => [one, other].every((id) => list.some((role) => role.id === id)));
      const holders = Math.min(people, roles.length);
      const best = bestEven(
        plain,
        roles.map(({ id }) => id),
        holders,
        areApart,
      );
      const ask = () => hatsOf(graph, { roles, people, keepApart: eachFromEach(lists) });
      const isPossible = [...everySplit(roles.length, holders)].some((split) =>
        pairsTogether(split).every(([a, b]) => !areApart(roles[a]?.id, roles[b]?.id)),
      );
      if (!isPossible) {
        expect(argumentError(ask).argument).toBe('people');
        return;
      }
      const hats = ask();
      const held = idsOf(hats);
      expect(held.flat().toSorted()).toEqual(roles.map(({ id }) => id).toSorted());
      expect(held.every((ids) => ids.length > 0)).toBe(true);
      const pairs = held.flatMap((ids) => pairsOf(ids));
      expect(pairs.filter(([one, other]) => areApart(one, other))).toEqual([]);
      expect([hats.roleCount, hats.persons.length, hats.unassignedPeople]).toEqual([
        roles.length,
        holders,
        people - holders,
      ]);
      expect(hats.hasEvenLoads).toBe(best !== undefined);
      expect([hats.isOptimal, hats.upperBound]).toEqual([true, hats.cohesion]);
      if (best !== undefined) {
        even++;
        expect(hats.cohesion ?? 0).toBeCloseTo(best, 5);
      }
    }),
    { numRuns: 300 },
  );
  expect(even).toBeGreaterThan(50);
});

test('the answer is right about each role and person', () => {
  fc.assert(
    fc.property(questions, ({ catalog, picked, people }) => {
      const graph = CatalogGraph.of(graphOfCatalog(catalog).structure);
      const plain = new BruteForce(catalog);
      const roles = chosen(graph.roles, picked);
      const hats = hatsOf(graph, { roles, people });
      const held = idsOf(hats);
      const scoreOf = (one: string, other: string) => plain.overlap(one, other).score;
      const mean = (scores: readonly number[]) => scores.reduce((sum, score) => sum + score, 0) / scores.length;
      for (const { number, roles: own, cohesion } of hats.persons) {
        const ids = itemAt(held, number - 1);
        if (ids.length === 1) expect(cohesion).toBeNull();
        else expect(cohesion).toBeCloseTo(mean(pairsOf(ids).map(([one, other]) => scoreOf(one, other))), 5);
        for (const { role, fit, strongest, alternative } of own) {
          const others = ids.filter((id) => id !== role.id).map((id) => scoreOf(role.id, id));
          if (others.length === 0) expect([fit, strongest]).toEqual([null, null]);
          else {
            expect(fit).toBeCloseTo(mean(others), 5);
            expect(strongest?.score).toBe(rounded(Math.max(...others)));
          }
          const fits = held
            .filter((_, person) => person !== number - 1)
            .map((theirs) => mean(theirs.map((id) => scoreOf(role.id, id))));
          if (fits.length === 0) expect(alternative).toBeNull();
          else expect(alternative?.fit).toBeCloseTo(Math.max(...fits), 5);
        }
      }
    }),
  );
});

test('one question has one answer, in whatever order roles are named', () => {
  fc.assert(
    fc.property(questions, ({ catalog, picked, people }) => {
      const graph = CatalogGraph.of(graphOfCatalog(catalog).structure);
      const roles = chosen(graph.roles, picked);
      const ask = (named: readonly Role[]) => hatsOf(graph, { roles: named, people });
      expect(ask([...roles.toReversed(), ...roles])).toEqual(ask(roles));
    }),
  );
});

test('what the roles of a person have in common and what they cover is as the lines say', () => {
  fc.assert(
    fc.property(questions, ({ catalog, picked, people }) => {
      const graph = CatalogGraph.of(graphOfCatalog(catalog).structure);
      const plain = new BruteForce(catalog);
      const hats = hatsOf(graph, { roles: chosen(graph.roles, picked), people });
      const categories = graph.categories;
      hats.persons.forEach((person, at) => {
        const ids = itemAt(idsOf(hats), at);
        const haveAll = (id: string) => ids.every((role) => plain.traitsOf(role).has(id));
        const inCommon = (nodes: readonly { readonly id: string }[]) => nodes.map(({ id }) => id).filter(haveAll);
        const idsIn = (nodes: readonly { readonly id: string }[]) => nodes.map(({ id }) => id);
        expect(idsIn(intersectionOf(rolesOf(person).map((role) => role.pillars)))).toEqual(inCommon(graph.pillars));
        expect(idsIn(intersectionOf(rolesOf(person).map((role) => role.responsibilities)))).toEqual(
          inCommon(graph.responsibilities),
        );
        expect(idsIn(intersectionOf(rolesOf(person).map((role) => role.topics)))).toEqual(
          idsIn(graph.topics).filter((topic) => ids.every((role) => plain.performers(topic).has(role))),
        );
        const roles = person.roles.map(({ role }) => role);
        const carried = categories.filter(({ id }) =>
          ids.some((role) => plainCarried(plain, role, new Set([` ${id}`]), 'CATALOG').size > 0),
        );
        expect(categoriesCarried(categories, roles)).toEqual(carried);
      });
    }),
  );
});

/** Two pairs of roles that share much, one that shares only a pillar, and one alone. */
const shop = CatalogGraph.of(
  graphOfCatalog(
    catalogWith({
      pillars: ['p', 'q', 'r'].map((slug) => ({ slug, name: `Pillar ${slug}` })),
      categories: [
        { slug: 'a', name: 'A, B and C', pillar: 'p' },
        { slug: 'b', name: 'B', pillar: 'p' },
        { slug: 'c', name: 'C', pillar: 'p' },
        { slug: 'd', name: 'D', pillar: 'q' },
        { slug: 'e', name: 'E', pillar: 'r' },
      ],
      responsibilities: ['audit', 'pay'].map((slug) => ({ slug, name: slug })),
      roles: ['auditor', 'buyer', 'clerk', 'driver', 'editor', 'farmer'].map((slug) => ({ slug, title: slug })),
      appearances: [
        line(1, 'auditor', 'p/a', ['audit']),
        line(2, 'buyer', 'p/a', ['audit']),
        line(3, 'clerk', 'q/d', ['audit', 'pay']),
        line(4, 'driver', 'q/d', ['audit', 'pay']),
        line(5, 'editor', 'p/b'),
        line(6, 'farmer', 'r/e'),
      ],
    }),
  ).structure,
);
const rolesNamed = (...slugs: string[]) => shop.roles.filter(({ slug }) => slugs.includes(slug));

function split(people: number, slugs: readonly string[], apart: readonly (readonly string[])[] = []) {
  const keepApart = eachFromEach(apart.map((list) => rolesNamed(...list)));
  return hatsOf(shop, { roles: rolesNamed(...slugs), people, keepApart, categories: shop.categories });
}

const slugsOf = ({ persons }: Hats) => persons.map(({ roles }) => roles.map(({ role }) => role.slug).join(' '));
const reasonsOf = ({ persons }: Hats) =>
  Object.fromEntries(persons.flatMap(({ roles }) => roles.map(({ role, reason }) => [role.slug, reason])));

describe('a worked example', () => {
  test('gives roles that share most to one person', () => {
    expect(slugsOf(split(2, ['auditor', 'buyer', 'clerk', 'driver']))).toEqual(['auditor buyer', 'clerk driver']);
  });

  test('keeps roles apart that must stay apart, though they share most', () => {
    const hats = split(2, ['auditor', 'buyer', 'clerk', 'driver'], [['auditor', 'buyer', 'farmer']]);
    expect(slugsOf(hats)).toEqual(['auditor clerk', 'buyer driver']);
    expect(hats.hasEvenLoads).toBe(true);
  });

  test('has uneven loads only where what must stay apart leaves no others', () => {
    const hats = split(
      2,
      ['auditor', 'buyer', 'clerk', 'driver'],
      ['buyer', 'clerk', 'driver'].map((other) => ['auditor', other]),
    );
    expect(slugsOf(hats)).toEqual(['auditor', 'buyer clerk driver']);
    expect([hats.hasEvenLoads, hats.isOptimal]).toEqual([false, true]);
  });

  test('gives each role a person of its own where there are more people', () => {
    const hats = split(5, ['auditor', 'buyer']);
    expect(slugsOf(hats)).toEqual(['auditor', 'buyer']);
    expect(hats).toMatchObject({ unassignedPeople: 3, cohesion: null, upperBound: null, isOptimal: true });
  });

  test('assigns nobody where there are no roles', () => {
    expect(split(3, [])).toEqual({
      persons: [],
      unassignedPeople: 3,
      roleCount: 0,
      cohesion: null,
      upperBound: null,
      isOptimal: true,
      hasEvenLoads: true,
      separations: [],
      categories: shop.categories,
    });
  });
});

describe('a reason', () => {
  test('gives a reason that names what is shared, and the next best person', () => {
    expect(reasonsOf(split(2, ['auditor', 'buyer', 'clerk', 'driver']))).toEqual({
      auditor: 'Shares "audit" with buyer (overlap 1.000). Next best: person 2 (mean overlap 0.121; here 1.000).',
      buyer: 'Shares "audit" with auditor (overlap 1.000). Next best: person 2 (mean overlap 0.121; here 1.000).',
      clerk:
        'Shares "pay" and "audit" with driver (overlap 1.000). Next best: person 1 (mean overlap 0.121; here 1.000).',
      driver:
        'Shares "pay" and "audit" with clerk (overlap 1.000). Next best: person 1 (mean overlap 0.121; here 1.000).',
    });
  });

  test('gives a reason that names what a role is kept apart from, and says that nobody else may hold it', () => {
    expect(reasonsOf(split(2, ['auditor', 'buyer', 'clerk'], [['auditor', 'buyer']]))).toEqual({
      auditor: 'Held alone. Kept apart from buyer (person 2). Nobody else may hold it.',
      buyer: 'Shares "audit" with clerk (overlap 0.121). Kept apart from auditor (person 1). Nobody else may hold it.',
      clerk: 'Shares "audit" with buyer (overlap 0.121). It would fit person 1 as well (mean overlap 0.121).',
    });
  });

  test('gives a reason that names closer roles, if moving the role to them would not improve the whole split', () => {
    const { editor } = reasonsOf(split(2, ['auditor', 'buyer', 'editor', 'farmer']));
    expect(editor).toMatch(
      /^Shares nothing with the other roles of this person\. On its own it would fit person 1 better \(mean overlap 0\.\d{3}; here 0\.000\), who has as many roles already; no exchange of two roles was found to improve the whole\.$/,
    );
  });

  test('gives a reason that says that a role shares nothing with anybody', () => {
    const { farmer } = reasonsOf(split(2, ['auditor', 'buyer', 'editor', 'farmer']));
    expect(farmer).toBe(
      'Shares nothing with the other roles of this person. It shares nothing with the roles of anybody else who may ' +
        'hold it.',
    );
  });

  test('gives a reason that names the closest person for a role held alone', () => {
    const { editor } = reasonsOf(split(3, ['auditor', 'buyer', 'clerk', 'driver', 'editor']));
    expect(editor).toMatch(
      /^Held alone\. Of the others who may hold it, person 1 is closest \(mean overlap 0\.\d{3}\)\.$/,
    );
  });

  test('gives a reason that names only what is shared if one person holds all roles', () => {
    expect(reasonsOf(split(1, ['auditor', 'clerk']))).toEqual({
      auditor: 'Shares "audit" with clerk (overlap 0.121).',
      clerk: 'Shares "audit" with auditor (overlap 0.121).',
    });
  });
});

describe('it is an error', () => {
  const errorOf = (people: number, slugs: readonly string[], apart: readonly (readonly string[])[] = []) => {
    const { argument, message } = argumentError(() => split(people, slugs, apart));
    return [argument, message];
  };

  test.each([-1, 0, 51])('refuses to split roles among %i people', (people) => {
    expect(errorOf(people, ['auditor'])).toEqual([
      'people',
      `people is ${people}; roles are split among 1 to 50 people.`,
    ]);
  });

  test('refuses to keep more roles apart than there are people', () => {
    expect(errorOf(2, ['auditor', 'buyer', 'clerk'], [['auditor', 'buyer', 'clerk', 'driver']])).toEqual([
      'people',
      'people is 2; 3 of the roles needed must stay apart from each other (auditor, buyer and clerk), so it takes at ' +
        'least 3 people.',
    ]);
  });

  const ring = ['auditor', 'buyer', 'clerk', 'driver', 'editor'];

  test('refuses pairs to keep apart that so few people cannot', () => {
    const pairsOfThree = [0, 1, 2].map((at) => [itemAt(ring, at), itemAt(ring, (at + 1) % 3)]);
    expect(errorOf(2, ring, pairsOfThree)).toEqual([
      'people',
      'people is 2; 3 of the roles needed must stay apart from each other (auditor, buyer and clerk), so it takes at ' +
        'least 3 people.',
    ]);
    const pairsOfRing = ring.map((slug, at) => [slug, itemAt(ring, (at + 1) % 5)]);
    expect(errorOf(2, ring, pairsOfRing)).toEqual([
      'people',
      'people is 2, but no split among so few keeps apart what must stay apart; one is found among 3 people.',
    ]);
  });

  const many = CatalogGraph.of(
    graphOfCatalog(
      catalogWith({
        roles: Array.from({ length: 101 }, (_, index) => ({ slug: `r${index}`, title: `R${index}` })),
      }),
    ).structure,
  );

  test('refuses to keep apart more roles than 50 people can', () => {
    const roles = many.roles.slice(0, 60);
    const error = argumentError(() => hatsOf(many, { roles, people: 50, keepApart: eachFromEach([roles]) }));
    expect(error.argument).toBe('keepApart');
    expect(error.message).toContain('and 55 more), so it takes at least 60 people, where at most 50 are allowed');
  });

  test('refuses to split more than 100 roles', () => {
    const ask = (roles: readonly Role[]) => hatsOf(many, { roles, people: 3 });
    const error = argumentError(() => ask(many.roles));
    expect([error.argument, error.message]).toEqual([
      'of',
      'of needs 101 roles, together with mustInclude; at most 100 are split: ask for fewer groups, or only for the fewest roles that cover them (PLAN).',
    ]);
    expect(ask(many.roles.slice(0, 100)).persons.map(({ roles }) => roles.length)).toEqual([34, 33, 33]);
  });
});

const nodesNamed = (...slugs: string[]) => [
  ...rolesNamed(...slugs),
  ...[...shop.pillars, ...shop.categories, ...shop.responsibilities].filter(({ slug }) => slugs.includes(slug)),
];

describe('what is kept apart', () => {
  const all = ['auditor', 'buyer', 'clerk', 'driver', 'editor', 'farmer'];
  const ask = (people: number, slugs: readonly string[], roles: readonly string[], from: readonly string[]) =>
    hatsOf(shop, {
      roles: rolesNamed(...slugs),
      people,
      keepApart: [{ roles: nodesNamed(...roles), from: nodesNamed(...from) }],
    });

  test('is each of some roles from each of others, and is explained with who holds them', () => {
    const hats = ask(2, ['auditor', 'buyer', 'clerk', 'driver'], ['auditor'], ['buyer', 'driver']);
    expect(slugsOf(hats)).toEqual(['auditor clerk', 'buyer driver']);
    expect(hats.separations.map(({ sentence }) => sentence)).toEqual([
      'auditor (person 1) is kept apart from buyer (person 2) and driver (person 2).',
    ]);
  });

  test('means all roles of a group, or with a duty, apart from those that it is kept apart from', () => {
    const hats = ask(2, all, ['pay'], ['p']);
    expect(hats.separations).toMatchObject([
      {
        roles: ['clerk', 'driver'].map((slug) => ({ role: { slug } })),
        from: ['auditor', 'buyer', 'editor'].map((slug) => ({ role: { slug } })),
      },
    ]);
    const [clerk, auditor] = ['clerk', 'auditor'].map((slug) => slugsOf(hats).findIndex((each) => each.includes(slug)));
    expect(clerk).not.toBe(auditor);
    const among = ask(3, all, ['auditor'], ['p']);
    expect(among.separations[0]?.from.map(({ role }) => role.slug)).toEqual(['buyer', 'editor']);
  });

  test('names what has no effect besides what has', () => {
    const { separations } = ask(2, ['auditor', 'buyer'], ['auditor', 'farmer'], ['buyer']);
    expect(separations[0]?.sentence).toBe(
      'auditor (person 1) is kept apart from buyer (person 2). None of the roles to assign is meant by farmer.',
    );
  });

  test('is an error if none of the roles to assign is meant, which suggests those that do most of the same', () => {
    const error = argumentError(() => ask(2, ['buyer', 'driver', 'editor'], ['clerk'], ['buyer']));
    expect(error).toMatchObject({
      argument: 'keepApart.roles',
      message:
        'keepApart.roles has "clerk", which is none of the 3 roles to assign. Of these, driver and buyer are closest. ' +
        'mustInclude adds roles.',
      suggestions: ['role:driver', 'role:buyer'],
    });
    expect(argumentError(() => ask(2, ['buyer', 'driver'], ['buyer'], ['r'])).message).toBe(
      'keepApart.from has "Pillar r", but the 2 roles to assign include none of that.',
    );
  });

  test('is an error if it is a role and itself', () => {
    expect(argumentError(() => ask(2, ['buyer', 'driver'], ['buyer'], ['buyer'])).message).toBe(
      'keepApart.from has "buyer", which has no role to assign besides those of keepApart.roles, "buyer"; name roles ' +
        'that somebody else is to hold.',
    );
    expect(argumentError(() => ask(2, ['buyer', 'driver'], ['p'], ['p'])).argument).toBe('keepApart.from');
  });
});

describe('people who hold roles already', () => {
  const ask = (people: number, holding: readonly Holder[], apart: readonly (readonly string[])[] = []) =>
    hatsOf(shop, {
      roles: rolesNamed('auditor', 'buyer', 'clerk', 'driver'),
      people,
      holding,
      keepApart: eachFromEach(apart.map((list) => rolesNamed(...list))),
    });

  test('keep them, and come first, with their names', () => {
    const hats = ask(2, [
      { name: 'Zoe', roles: rolesNamed('driver') },
      { name: 'Anna', roles: rolesNamed('buyer') },
    ]);
    expect(hats.persons.map(({ number, name }) => [number, name])).toEqual([
      [1, 'Zoe'],
      [2, 'Anna'],
    ]);
    expect(slugsOf(hats)).toEqual(['clerk driver', 'auditor buyer']);
    expect(reasonsOf(hats)['driver']).toBe('Held already. Shares "pay" and "audit" with clerk (overlap 1.000).');
    expect(reasonsOf(hats)['clerk']).toContain('Next best: Anna (mean overlap');
  });

  test('may hold one role together, and roles that nobody needs, which count', () => {
    const hats = ask(3, [
      { name: 'Zoe', roles: rolesNamed('driver', 'farmer', 'editor') },
      { name: 'Anna', roles: rolesNamed('driver') },
    ]);
    expect(slugsOf(hats)).toEqual(['driver editor farmer', 'clerk driver', 'auditor buyer']);
    expect(hats).toMatchObject({ roleCount: 6, isOptimal: true, hasEvenLoads: true });
  });

  test('are given roles before others are, if they hold none', () => {
    const hats = ask(6, [{ name: 'Zoe', roles: [] }]);
    expect(hats.persons.map(({ name, roles }) => [name, roles.length])).toEqual(
      ['Zoe', null, null, null].map((name) => [name, 1]),
    );
    expect(hats.unassignedPeople).toBe(2);
  });

  test('hold as many roles as their share of full time allows', () => {
    const zoe = { name: 'Zoe', roles: rolesNamed('driver') };
    const anna = { name: 'Anna', roles: rolesNamed('buyer') };
    const rolesOfEach = (shares: readonly number[]) => {
      const holding = [zoe, anna].map((each, index) => ({ ...each, share: shares[index] ?? 1 }));
      const question = { roles: rolesNamed('auditor', 'buyer', 'clerk', 'driver', 'editor', 'farmer') };
      const hats = hatsOf(shop, { ...question, people: 2, holding, keepApart: [] });
      expect(hats.cohesion).toBeLessThanOrEqual(hats.upperBound ?? 0);
      return hats.persons.map(({ roles }) => roles.length);
    };
    expect([rolesOfEach([1, 1]), rolesOfEach([0.5, 1]), rolesOfEach([1, 0.2])]).toEqual([
      [3, 3],
      [2, 4],
      [5, 1],
    ]);
  });

  test('are an error if they hold two roles to keep apart, or are more than there are people', () => {
    const zoe = { name: 'Zoe', roles: rolesNamed('driver', 'buyer') };
    expect(argumentError(() => ask(2, [zoe], [['buyer', 'driver']]))).toMatchObject({
      argument: 'staff',
      message:
        'Zoe in staff has buyer and driver, which keepApart keeps apart; take one of them away, or do not keep them apart.',
    });
    expect(argumentError(() => ask(1, [zoe, { roles: [] }])).message).toBe(
      'people is 1, but 2 people are given in staff.',
    );
  });
});

test('a headline says which category and which duties the roles of a person have in common', () => {
  const hats = split(2, ['auditor', 'buyer', 'clerk', 'driver']);
  expect(hats.persons.map(({ focus }) => focus.headline)).toEqual([
    'A, B and C (2 of 2 roles).',
    'D (2 of 2 roles). Shared duties: "pay" (2 roles).',
  ]);
  expect(split(3, ['auditor', 'editor', 'farmer']).persons.map(({ focus }) => focus.headline)).toEqual([
    'auditor, of A, B and C.',
    'editor, of B.',
    'farmer, of E.',
  ]);
  expect(split(1, ['editor', 'farmer']).persons.map(({ focus }) => focus.headline)).toEqual([
    'These roles have little in common.',
  ]);
});
