import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type View, addressOf, viewAt } from '../../explorer/state/address/address.ts';
import { mostSeats, nothingToCover, type PlanQuestion, planUnits } from '../../explorer/state/address/plan-address.ts';
import { type BoardFilter, isFiltered, noFilter, toggled } from '../../explorer/state/address/board-address.ts';
import { namesOf, withOtherName } from '../../explorer/state/address/names.ts';
import { noEnds } from '../../explorer/state/address/paths-address.ts';
import type { TeamQuestion } from '../../explorer/state/address/team-address.ts';
import { comparedKinds, type OverlapQuestion } from '../../explorer/state/address/overlap-address.ts';

function viewAtAddress(address: string): View {
  const [path = '', query = ''] = address.split('?');
  return viewAt(path, query);
}

const names = fc.uniqueArray(fc.string({ minLength: 1, unit: 'grapheme' }), { maxLength: 4 });
const filters = fc.record(
  {
    inAll: names,
    performsAll: names,
    spread: fc.constantFrom('ANY', 'SEVERAL', 'ALL'),
    marksOurs: fc.constant(true),
  },
  { requiredKeys: ['inAll', 'performsAll', 'spread'] },
) satisfies fc.Arbitrary<BoardFilter>;
const ends = fc.option(fc.string({ minLength: 1, unit: 'grapheme' }));
const people = fc.integer({ min: 1, max: 1_000 });
const teamQuestions = fc.record({
  part: fc.constantFrom('COVERS', 'PEOPLE', 'LEAVES', 'HATS', undefined),
  of: names,
  list: fc.constantFrom('NOBODY', 'ONE', 'THIN', 'SEVERAL'),
  who: fc.option(people),
  leave: fc.uniqueArray(people, { maxLength: 4 }),
  people: fc.option(people),
  keep: fc.boolean(),
  apart: fc.array(fc.tuple(fc.string(), fc.string()), { maxLength: 3 }),
}) satisfies fc.Arbitrary<TeamQuestion>;
const overlaps: fc.Arbitrary<OverlapQuestion> = fc.record(
  {
    of: names,
    kind: fc.constantFrom(...comparedKinds, 'CHOICE'),
    selected: fc.record({
      picture: fc.constantFrom('HEATMAP', 'UPSET', 'MATRIX'),
      groups: fc.uniqueArray(fc.string({ minLength: 1, unit: 'grapheme' }), { minLength: 1, maxLength: 4 }),
      isExact: fc.boolean(),
      role: fc.option(fc.string()),
    }),
    hasEveryRole: fc.constant(true),
  },
  { requiredKeys: ['of'] },
);
const plans = fc.record({
  cover: names,
  by: fc.constantFrom(...planUnits),
  max: fc.option(fc.integer({ min: 1, max: mostSeats })),
  isFromCatalog: fc.boolean(),
  isFromTeam: fc.boolean(),
  with: names,
  without: names,
}) satisfies fc.Arbitrary<PlanQuestion>;
const views: fc.Arbitrary<View> = fc.oneof(
  fc.record({ name: fc.constant('BOARD' as const), filter: filters }),
  fc.record({ name: fc.constant('ROLE' as const), slug: fc.string({ minLength: 1, unit: 'grapheme' }) }),
  fc.record({ name: fc.constant('OVERLAP' as const), question: overlaps }),
  fc.record({ name: fc.constant('PLAN' as const), question: plans }),
  fc.record({ name: fc.constant('TEAM' as const), question: teamQuestions }),
  fc.record({
    name: fc.constant('PATHS' as const),
    question: fc.record({
      from: ends,
      to: ends,
      through: fc.constantFrom('DUTIES', 'ANY'),
      maxLength: fc.integer({ min: 1, max: 6 }),
      first: fc.integer({ min: 1, max: 20 }),
    }),
  }),
  fc.constant({ name: 'CATALOG' } as const),
);

describe('the address of a view', () => {
  test('leads to the same view', () => {
    fc.assert(
      fc.property(views, (view) => {
        expect(viewAtAddress(addressOf(view))).toEqual(view);
      }),
    );
  });

  test.each<[string, View]>([
    ['', { name: 'BOARD', filter: noFilter }],
    [
      '?inAll=pillar:security&performsAll=topic:backup&minGroups=2',
      { name: 'BOARD', filter: { inAll: ['pillar:security'], performsAll: ['topic:backup'], spread: 'SEVERAL' } },
    ],
    ['?universal=true', { name: 'BOARD', filter: { ...noFilter, spread: 'ALL' } }],
    [
      'paths?from=topic:backup&to=pillar:security&through=ANY&maxLength=6&first=20',
      {
        name: 'PATHS',
        question: { from: 'topic:backup', to: 'pillar:security', through: 'ANY', maxLength: 6, first: 20 },
      },
    ],
    [
      'plan?cover=pillar:security&by=TOPIC&max=8&with=role:data-owner',
      {
        name: 'PLAN',
        question: { ...nothingToCover, cover: ['pillar:security'], by: 'TOPIC', max: 8, with: ['role:data-owner'] },
      },
    ],
    ['role/devops-engineer', { name: 'ROLE', slug: 'devops-engineer' }],
    [
      'overlap?kind=organization-type&in=organization-type:msp&in=organization-type:vendor&exactly=true&picture=upset',
      {
        name: 'OVERLAP',
        question: {
          of: [],
          kind: 'ORGANIZATION_TYPE',
          selected: {
            picture: 'UPSET',
            groups: ['organization-type:msp', 'organization-type:vendor'],
            isExact: true,
            role: null,
          },
        },
      },
    ],
  ])('is "%s", with the parameters that pictures have', (address, view) => {
    expect(addressOf(view)).toBe(address);
    expect(viewAtAddress(address)).toEqual(view);
  });

  test.each(['role/', 'role/a/b', 'roles', 'role/%ff'])('is not %s, which leads to no view', (address) => {
    expect(viewAtAddress(address)).toEqual({ name: 'UNKNOWN' });
  });

  test.each(['0', '1.5', 'many', '1001'])(
    'may have a number of seats that no plan takes (%s), which is ignored',
    (max) => {
      expect(viewAtAddress(`plan?cover=pillar:security&max=${max}`)).toEqual({
        name: 'PLAN',
        question: { ...nothingToCover, cover: ['pillar:security'] },
      });
    },
  );

  test('may have parameters that the explorer does not know, which are ignored', () => {
    expect(viewAtAddress('?utm_source=mail&inAll=&inAll=Security')).toEqual({
      name: 'BOARD',
      filter: { ...noFilter, inAll: ['Security'] },
    });
  });
});

describe('the address of paths', () => {
  test.each(['maxLength=7', 'maxLength=0', 'maxLength=two', 'first=21', 'through=MAGIC', 'from='])(
    'is read as without %s, which is out of range',
    (parameter) => {
      expect(viewAtAddress(`paths?${parameter}`)).toEqual({ name: 'PATHS', question: noEnds });
    },
  );
});

describe('a filter', () => {
  test('takes a value once, and gives it back', () => {
    const once = toggled(noFilter, 'inAll', 'pillar:security');
    expect([once.inAll, isFiltered(once)]).toEqual([['pillar:security'], true]);
    expect(toggled(once, 'inAll', 'pillar:security')).toEqual(noFilter);
    expect(isFiltered(noFilter)).toBe(false);
  });
});

describe('the names in an address', () => {
  test.each([
    ['?inAll=pillar:securty&performsAll=x', '?inAll=pillar:security&performsAll=x', '?performsAll=x'],
    ['overlap?of=x&of=pillar:securty', 'overlap?of=x&of=pillar:security', 'overlap?of=x'],
    ['overlap?in=pillar:securty&role=x', 'overlap?in=pillar:security&role=x', 'overlap'],
    ['overlap?in=x&role=pillar:securty', 'overlap?in=x&role=pillar:security', 'overlap'],
    ['plan?cover=pillar:securty&with=x', 'plan?cover=pillar:security&with=x', 'plan?with=x'],
    ['team?of=x&apart=pillar:securty&from=x', 'team?of=x&apart=pillar:security&from=x', 'team?of=x'],
    ['paths?from=x&to=pillar:securty', 'paths?from=x&to=pillar:security', 'paths?from=x'],
  ])('are found in %s, where one can be replaced or left out', (address, replaced, without) => {
    const view = viewAtAddress(address);
    expect(namesOf(view).toSorted()).toEqual(['pillar:securty', 'x']);
    expect(addressOf(withOtherName(view, 'pillar:securty', 'pillar:security'))).toBe(replaced);
    expect(addressOf(withOtherName(view, 'pillar:securty', null))).toBe(without);
  });

  test('stay as they are where none is replaced', () => {
    fc.assert(
      fc.property(views, (view) => {
        expect(withOtherName(view, 'pillar:securty', null)).toEqual(view);
      }),
    );
  });
});
