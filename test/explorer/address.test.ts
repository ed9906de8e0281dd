import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type View, addressOf, viewAt } from '../../explorer/state/address/address.ts';
import { mostSeats, nothingToCover, type PlanQuestion, planUnits } from '../../explorer/state/address/plan-address.ts';
import { type BoardFilter, isFiltered, noFilter, toggled } from '../../explorer/state/address/board-address.ts';

function viewAtAddress(address: string): View {
  const [path = '', query = ''] = address.split('?');
  return viewAt(path, query);
}

const names = fc.uniqueArray(fc.string({ minLength: 1, unit: 'grapheme' }), { maxLength: 4 });
const filters = fc.record({
  inAll: names,
  performsAll: names,
  spread: fc.constantFrom('ANY', 'SEVERAL', 'ALL'),
}) satisfies fc.Arbitrary<BoardFilter>;
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
  fc.record({ name: fc.constant('OVERLAP' as const), question: fc.record({ of: names }) }),
  fc.record({ name: fc.constant('PLAN' as const), question: plans }),
  fc.record({ name: fc.constant('TEAM' as const), question: fc.record({ of: names }) }),
  fc.record({
    name: fc.constant('PATHS' as const),
    question: fc.record({ from: fc.option(fc.string()), to: fc.option(fc.string()) }),
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
      'plan?cover=pillar:security&by=TOPIC&max=8&with=role:data-owner',
      {
        name: 'PLAN',
        question: { ...nothingToCover, cover: ['pillar:security'], by: 'TOPIC', max: 8, with: ['role:data-owner'] },
      },
    ],
    ['role/devops-engineer', { name: 'ROLE', slug: 'devops-engineer' }],
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

describe('a filter', () => {
  test('takes a value once, and gives it back', () => {
    const once = toggled(noFilter, 'inAll', 'pillar:security');
    expect([once.inAll, isFiltered(once)]).toEqual([['pillar:security'], true]);
    expect(toggled(once, 'inAll', 'pillar:security')).toEqual(noFilter);
    expect(isFiltered(noFilter)).toBe(false);
  });
});
