import { intersectionOf } from '../../../src/collections/intersection.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assignedHats, categoriesCarried, rolesOf, type Hats } from '../../../src/analysis/hats/assigned-hats.ts';
import { graphOfCatalog } from '../../../src/graph/structure/graph-of-catalog.ts';
import { itemAt } from '../../../src/collections/item-at.ts';
import type { Role } from '../../../src/graph/nodes/role.ts';
import { CatalogGraph } from '../../../src/graph/catalog-graph.ts';
import { runToCompletion } from '../../../src/scheduling/steps.ts';
import { argumentError } from '../../support/argument-errors.ts';
import { BruteForce, pairsOf, rounded } from '../../support/catalogs/brute-force.ts';
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
      const lists = apart.map((places) => chosen(graph.roles, places));
      const areApart = (one = '', other = '') =>
        lists.some((list) => [one, other].every((id) => list.some((role) => role.id === id)));
      const holders = Math.min(people, roles.length);
      const best = bestEven(
        plain,
        roles.map(({ id }) => id),
        holders,
        areApart,
      );
      const ask = () => runToCompletion(assignedHats(graph, { roles, people, apart: lists }));
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
      const hats = runToCompletion(assignedHats(graph, { roles, people, apart: [] }));
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
      const ask = (named: readonly Role[]) => runToCompletion(assignedHats(graph, { roles: named, people, apart: [] }));
      expect(ask([...roles.toReversed(), ...roles])).toEqual(ask(roles));
    }),
  );
});

test('what the roles of a person have in common and what they cover is as the lines say', () => {
  fc.assert(
    fc.property(questions, ({ catalog, picked, people }) => {
      const graph = CatalogGraph.of(graphOfCatalog(catalog).structure);
      const plain = new BruteForce(catalog);
      const hats = runToCompletion(assignedHats(graph, { roles: chosen(graph.roles, picked), people, apart: [] }));
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
        const carried = categories.filter(({ id }) => ids.some((role) => plain.traitsOf(role).has(id)));
        expect(categoriesCarried(categories, roles, true)).toEqual(carried);
        expect(categoriesCarried(categories, roles, false)).toEqual(
          categories.filter((category) => !carried.includes(category)),
        );
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
  const lists = apart.map((list) => rolesNamed(...list));
  return runToCompletion(assignedHats(shop, { roles: rolesNamed(...slugs), people, apart: lists }));
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
    });
  });
});

describe('a reason', () => {
  test('gives a reason that names what is shared, and the next best person', () => {
    expect(reasonsOf(split(2, ['auditor', 'buyer', 'clerk', 'driver']))).toEqual({
      auditor:
        'Shares the pillar "Pillar p", the category "A, B and C" and 1 responsibility with buyer (overlap 1.000). ' +
        'Its mean overlap here is 1.000; next best is person 2 with 0.121.',
      buyer:
        'Shares the pillar "Pillar p", the category "A, B and C" and 1 responsibility with auditor (overlap 1.000). ' +
        'Its mean overlap here is 1.000; next best is person 2 with 0.121.',
      clerk:
        'Shares the pillar "Pillar q", the category "D" and 2 responsibilities with driver (overlap 1.000). ' +
        'Its mean overlap here is 1.000; next best is person 1 with 0.121.',
      driver:
        'Shares the pillar "Pillar q", the category "D" and 2 responsibilities with clerk (overlap 1.000). ' +
        'Its mean overlap here is 1.000; next best is person 1 with 0.121.',
    });
  });

  test('gives a reason that names what a role is kept apart from, and says that nobody else may hold it', () => {
    expect(reasonsOf(split(2, ['auditor', 'buyer', 'clerk'], [['auditor', 'buyer']]))).toEqual({
      auditor: 'Held alone. Kept apart from buyer (person 2). Nobody else may hold it.',
      buyer:
        'Shares 1 responsibility with clerk (overlap 0.121). Kept apart from auditor (person 1). Nobody else may hold it.',
      clerk:
        'Shares 1 responsibility with buyer (overlap 0.121). With person 1 its mean overlap would be the same, 0.121.',
    });
  });

  test('gives a reason that names closer roles, if moving the role to them would not improve the whole split', () => {
    const { editor } = reasonsOf(split(2, ['auditor', 'buyer', 'editor', 'farmer']));
    expect(editor).toMatch(
      /^Shares nothing with the other roles of this person\. On its own it would be closer to person 1 \(mean overlap 0\.\d{3}, here 0\.000\); moving it there would make loads less even or the split as a whole no better\.$/,
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
      auditor: 'Shares 1 responsibility with clerk (overlap 0.121).',
      clerk: 'Shares 1 responsibility with auditor (overlap 0.121).',
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

  test('refuses pairs to keep apart that so few people cannot', () => {
    const pairs = [
      ['auditor', 'buyer'],
      ['buyer', 'clerk'],
      ['clerk', 'auditor'],
    ];
    expect(errorOf(2, ['auditor', 'buyer', 'clerk', 'driver'], pairs)).toEqual([
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
    const error = argumentError(() => runToCompletion(assignedHats(many, { roles, people: 50, apart: [roles] })));
    expect(error.argument).toBe('apart');
    expect(error.message).toContain('and 55 more), so it takes at least 60 people, where at most 50 are allowed');
  });

  test('refuses to split more than 100 roles', () => {
    const ask = (roles: readonly Role[]) => runToCompletion(assignedHats(many, { roles, people: 3, apart: [] }));
    const error = argumentError(() => ask(many.roles));
    expect([error.argument, error.message]).toEqual([
      'of',
      'of needs 101 roles, together with mustInclude; at most 100 are split: ask for fewer groups.',
    ]);
    expect(ask(many.roles.slice(0, 100)).persons.map(({ roles }) => roles.length)).toEqual([34, 33, 33]);
  });
});
