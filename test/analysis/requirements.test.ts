import fc from 'fast-check';
import { expect, test } from 'vitest';
import { coverageUnits, itemsByName, type CoverageItem } from '../../src/analysis/coverage/coverage-item.ts';
import { linesOfRoles } from '../../src/analysis/coverage/coverage.ts';
import { carrierScopes, requirementsOf, scopeOf } from '../../src/analysis/coverage/requirements.ts';
import { itemAt } from '../../src/collections/item-at.ts';
import { RoleSet } from '../../src/collections/role-set.ts';
import { CatalogGraph } from '../../src/graph/catalog-graph.ts';
import { comparator } from '../../src/graph/lists/page.ts';
import { graphOfCatalog } from '../../src/graph/structure/graph-of-catalog.ts';
import { runToCompletion } from '../../src/scheduling/steps.ts';
import { argumentError } from '../support/argument-errors.ts';
import { plainCarried, plainItems } from '../support/catalogs/plain-coverage.ts';
import { catalogWith, line } from '../support/catalogs/small-catalogs.ts';
import { nameOf, namesOf, staffed } from './teams.ts';

test('the items of groups are all that they have, by name, and the carriers are those that plain counting finds', () => {
  fc.assert(
    fc.property(staffed, ({ plain, graph, scope, groupIds }) => {
      const { items, carriersOf } = runToCompletion(requirementsOf(graph, scope));
      const expected = plainItems(plain, groupIds, scope.from);
      expect(namesOf(items)).toEqual(expected);
      const carried = new Map(plain.roles.map(({ id }) => [id, plainCarried(plain, id, expected, scope.from)]));
      for (const unit of coverageUnits) {
        expect(items[unit]).toEqual([...new Set(items[unit])].sort(comparator(itemsByName)));
        for (const item of items[unit]) {
          const carriers = graph.roles.filter(({ id }) => carried.get(id)?.has(nameOf(item)));
          expect(graph.rolesIn(carriersOf(item))).toEqual(carriers);
        }
      }
    }),
    { numRuns: 300 },
  );
});

test('the order in which groups are given does not change the items', () => {
  fc.assert(
    fc.property(staffed, ({ graph, scope }) => {
      const reversed = { ...scope, groups: scope.groups?.toReversed() };
      const named = [scope, reversed].map((given) => {
        const { items } = runToCompletion(requirementsOf(graph, given));
        return coverageUnits.flatMap((unit) => items[unit].map(nameOf));
      });
      expect(named[1]).toEqual(named[0]);
    }),
  );
});

/** B verifies in Safety and restores in Speed; C restores in Safety; nobody has the third duty. */
const graph = CatalogGraph.of(
  graphOfCatalog(
    catalogWith({
      pillars: [
        { slug: 'safety', name: 'Safety' },
        { slug: 'speed', name: 'Speed' },
      ],
      categories: [
        { slug: 'backup', name: 'Backup', pillar: 'safety' },
        { slug: 'drills', name: 'Drills', pillar: 'safety' },
        { slug: 'tuning', name: 'Tuning', pillar: 'speed' },
      ],
      responsibilities: ['verify', 'restore', 'nothing'].map((slug) => ({ slug, name: slug })),
      roles: ['b', 'c'].map((slug) => ({ slug, title: slug.toUpperCase() })),
      appearances: [
        line(1, 'b', 'safety/backup', ['verify']),
        line(2, 'b', 'speed/tuning', ['restore']),
        line(3, 'c', 'safety/backup', ['restore']),
        line(4, 'c', 'speed/tuning', ['verify']),
      ],
    }),
  ).structure,
);
const [safety, speed] = graph.pillars;
const [backup] = graph.categories;
if (safety === undefined || speed === undefined || backup === undefined)
  throw new Error('two pillars, three categories');

test('a duty of two groups is carried in each by who has it there', () => {
  const { items, carriersOf } = runToCompletion(requirementsOf(graph, { groups: [safety, speed], from: 'MEMBERS' }));
  expect(
    items.RESPONSIBILITY.map((item) => [nameOf(item), graph.rolesIn(carriersOf(item)).map(({ title }) => title)]),
  ).toEqual([
    ['pillar:safety responsibility:restore', ['C']],
    ['pillar:speed responsibility:restore', ['B']],
    ['pillar:safety responsibility:verify', ['B']],
    ['pillar:speed responsibility:verify', ['C']],
  ]);
});

test('a pillar and its category count in each', () => {
  const { items } = runToCompletion(requirementsOf(graph, { groups: [safety, backup], from: 'MEMBERS' }));
  expect(items.CATEGORY.map(nameOf)).toEqual([
    'category:safety/backup category:safety/backup',
    'pillar:safety category:safety/backup',
    'pillar:safety category:safety/drills',
  ]);
  expect(items.RESPONSIBILITY).toHaveLength(4);
});

test('from the catalog, a duty of two groups is one item', () => {
  const { items, carriersOf } = runToCompletion(requirementsOf(graph, { groups: [safety, speed], from: 'CATALOG' }));
  expect(items.RESPONSIBILITY.map((item) => [nameOf(item), carriersOf(item).length])).toEqual([
    [' responsibility:restore', 2],
    [' responsibility:verify', 2],
  ]);
});

test('the whole catalog requires each node once, and a duty that no line gives to a role has no carrier', () => {
  const { items, carriersOf } = runToCompletion(requirementsOf(graph, { groups: undefined, from: 'CATALOG' }));
  expect(items.RESPONSIBILITY.map((item) => [nameOf(item), carriersOf(item).length])).toEqual([
    [' responsibility:nothing', 0],
    [' responsibility:restore', 2],
    [' responsibility:verify', 2],
  ]);
});

test('who is only consulted or informed carries nothing, and a duty that has only such roles is carried by nobody', () => {
  const consulting = catalogWith({
    pillars: [{ slug: 'p', name: 'P' }],
    categories: [{ slug: 'c', name: 'C', pillar: 'p' }],
    topics: [{ slug: 't', name: 'T' }],
    responsibilities: ['approve', 'sign'].map((slug) => ({ slug, name: slug, topics: ['t'] })),
    roles: ['a', 'b'].map((slug) => ({ slug, title: slug.toUpperCase() })),
    appearances: [
      line(1, 'a', 'p/c', [
        { responsibility: 'approve', involvement: ['ACCOUNTABLE'] },
        { responsibility: 'sign', involvement: ['CONSULTED', 'INFORMED'] },
      ]),
      line(2, 'b', 'p/c', [{ responsibility: 'approve', involvement: ['INFORMED'] }]),
    ],
  });
  const consulted = CatalogGraph.of(graphOfCatalog(consulting).structure);
  for (const from of carrierScopes) {
    const { items, carriersOf } = runToCompletion(requirementsOf(consulted, { groups: consulted.pillars, from }));
    const titles = (item: CoverageItem) => consulted.rolesIn(carriersOf(item)).map(({ title }) => title);
    expect(items.RESPONSIBILITY.map((item) => [item.node.label, titles(item)])).toEqual([
      ['approve', ['A']],
      ['sign', []],
    ]);
    expect(items.TOPIC.map(titles)).toEqual([['A']]);
    // B is listed in the category, and only informed there.
    expect(items.CATEGORY.map(titles)).toEqual([['A']]);
  }
});

test('the evidence of a member is lines of the group, and of the catalog any lines', () => {
  const all = RoleSet.all(graph.roles.length);
  const linesFrom = (from: 'MEMBERS' | 'CATALOG') => {
    const requirements = runToCompletion(requirementsOf(graph, { groups: [safety], from }));
    const item = itemAt(requirements.items.RESPONSIBILITY, 1);
    return runToCompletion(linesOfRoles(graph, all, requirements, item, 10)).map(({ reference }) => reference?.line);
  };
  expect(linesFrom('MEMBERS')).toEqual([1]);
  expect(linesFrom('CATALOG')).toEqual([1, 4]);
});

test('without groups there are no members, and asking for them says what to give', () => {
  expect(scopeOf(undefined, undefined)).toEqual({ groups: undefined, from: 'CATALOG' });
  expect(scopeOf([safety], null)).toEqual({ groups: [safety], from: 'MEMBERS' });
  const error = argumentError(() => scopeOf(undefined, 'MEMBERS', 'input.of'));
  expect([error.argument, error.message]).toEqual([
    'input.from',
    'input.from is MEMBERS, which means the members of groups, but no groups are given. Give groups in input.of, or leave input.from out.',
  ]);
});
