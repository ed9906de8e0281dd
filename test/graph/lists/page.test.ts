import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  checkedFirst,
  comparator,
  pageOf,
  type Order,
  type Page,
  type PageArguments,
} from '../../../src/graph/lists/page.ts';
import { argumentError } from '../../support/argument-errors.ts';

interface Item {
  readonly score: number;
  readonly name: string;
  readonly id: string;
}

const byScore: Order<Item> = {
  name: 'items by SCORE DESC',
  types: ['number', 'string', 'string'],
  directions: ['DESC', 'ASC', 'ASC'],
  valuesOf: ({ score, name, id }) => [score, name, id],
};
const byName: Order<Item> = {
  name: 'items by NAME DESC',
  types: ['string', 'string'],
  directions: ['DESC', 'ASC'],
  valuesOf: ({ name, id }) => [name, id],
};
const orders = fc.constantFrom(byScore, byName);
const itemLists = fc.uniqueArray(
  fc.record({
    score: fc.constantFrom(0, 0.1, 0.25, 1, 12),
    name: fc.constantFrom('', 'a', 'b', 'ä', '€ 🚀', 'a"b'),
    id: fc.stringMatching(/^[a-z]{1,3}$/),
  }),
  { maxLength: 30, selector: ({ id }) => id },
);

function sorted(items: readonly Item[], order: Order<Item>): readonly Item[] {
  return items.toSorted(comparator(order));
}

/** Everything from one end to the other, page by page, checking what each page says of its place. */
function walked(items: readonly Item[], order: Order<Item>, size: number, way: 'forwards' | 'backwards'): Item[] {
  const seen: Item[] = [];
  let cursor: string | null = null;
  for (let more = true; more;) {
    const page: Page<Item> = pageOf(
      items,
      order,
      way === 'forwards' ? { first: size, after: cursor } : { last: size, before: cursor },
    );
    const nodes = page.edges.map(({ node }) => node);
    expect(page.totalCount).toBe(items.length);
    expect(nodes).toHaveLength(Math.min(size, items.length - seen.length));
    expect([page.startCursor, page.endCursor]).toEqual([
      page.edges.at(0)?.cursor ?? null,
      page.edges.at(-1)?.cursor ?? null,
    ]);
    const cameFrom = seen.length > 0;
    if (way === 'forwards') {
      seen.push(...nodes);
      expect(page.hasPreviousPage).toBe(cameFrom);
      more = page.hasNextPage;
      cursor = page.endCursor;
    } else {
      seen.unshift(...nodes);
      expect(page.hasNextPage).toBe(cameFrom);
      more = page.hasPreviousPage;
      cursor = page.startCursor;
    }
    expect(more).toBe(seen.length < items.length);
  }
  return seen;
}

describe('a list, page by page', () => {
  test.each(['forwards', 'backwards'] as const)(
    'a list read page by page, %s, is the whole list once, by any page size',
    (way) => {
      fc.assert(
        fc.property(itemLists, orders, fc.integer({ min: 1, max: 8 }), (drawn, order, size) => {
          const items = sorted(drawn, order);
          expect(walked(items, order, size, way)).toEqual(items);
        }),
      );
    },
  );

  test('a page has 20 items if no size is given', () => {
    const items = Array.from({ length: 25 }, (_, index) => ({ score: 25 - index, name: 'n', id: `id${index}` }));
    for (const given of [{}, { first: null, last: null, after: null, before: null }]) {
      expect(pageOf(items, byScore, given).edges.map(({ node }) => node)).toEqual(items.slice(0, 20));
    }
  });

  test('a page between two cursors has what is between them, and says whether there is more outside', () => {
    const sizes = fc.option(fc.integer({ min: 1, max: 8 }), { nil: undefined });
    const places = fc.nat({ max: 29 });
    fc.assert(
      fc.property(itemLists, places, places, sizes, fc.boolean(), (drawn, one, other, size, fromEnd) => {
        const items = sorted(drawn, byScore);
        if (items.length === 0) return;
        const [after, before] = [one % items.length, other % items.length];
        const cursorAt = (place: number) => cursorOf(items, byScore, place);
        const between = items.slice(after + 1, before);
        const given = { after: cursorAt(after), before: cursorAt(before) };
        const page = pageOf(items, byScore, { ...given, ...(fromEnd ? { last: size ?? 20 } : { first: size }) });
        const expected = fromEnd ? between.slice(-(size ?? 20)) : between.slice(0, size ?? 20);
        expect(page.edges.map(({ node }) => node)).toEqual(expected);
        const [head, tail] = [expected.at(0), expected.at(-1)];
        if (head === undefined || tail === undefined) return;
        expect(page.hasPreviousPage).toBe(items.indexOf(head) > 0);
        expect(page.hasNextPage).toBe(items.indexOf(tail) < items.length - 1);
      }),
    );
  });

  test('a page after the last item is empty, and has a page before it', () => {
    const items = sorted([{ score: 1, name: 'a', id: 'x' }], byScore);
    expect(pageOf(items, byScore, { after: cursorOf(items, byScore, 0) })).toEqual({
      edges: [],
      hasNextPage: false,
      hasPreviousPage: true,
      startCursor: null,
      endCursor: null,
      totalCount: 1,
      items,
    });
  });
});

function cursorOf(items: readonly Item[], order: Order<Item>, place: number): string {
  const cursor = pageOf(items.slice(place), order, { first: 1 }).startCursor;
  if (cursor === null) throw new Error(`there is no item ${place}`);
  return cursor;
}

test('a cursor keeps its position when items come and go, its own included', () => {
  fc.assert(
    fc.property(itemLists, itemLists, orders, fc.nat({ max: 29 }), (drawn, others, order, at) => {
      const before = sorted(drawn, order);
      const mark = before[at % Math.max(before.length, 1)];
      if (mark === undefined) return;
      const cursor = cursorOf(before, order, before.indexOf(mark));
      const now = sorted(others, order);
      const compare = comparator(order);
      const after = pageOf(now, order, { first: 100, after: cursor });
      expect(after.edges.map(({ node }) => node)).toEqual(now.filter((item) => compare(item, mark) > 0));
      const earlier = pageOf(now, order, { last: 100, before: cursor });
      expect(earlier.edges.map(({ node }) => node)).toEqual(now.filter((item) => compare(item, mark) < 0));
    }),
  );
});

describe('an error names the argument', () => {
  const items = sorted([{ score: 1, name: 'a', id: 'x' }], byScore);
  const errorOf = (given: PageArguments) => argumentError(() => pageOf(items, byScore, given));
  const forged = (...values: unknown[]) => Buffer.from(JSON.stringify(values)).toString('base64url');

  test.each([-1, 0, 101, 1e9])('names the argument for a size of %d', (size) => {
    for (const argument of ['first', 'last'] as const) {
      const error = errorOf({ [argument]: size });
      expect(error.argument).toBe(argument);
      expect(error.message).toBe(`${argument} is ${size}; it must be between 1 and 100.`);
    }
    expect(argumentError(() => checkedFirst(size)).argument).toBe('first');
  });

  test('accepts a size of 1, of 100, and none', () => {
    for (const size of [1, 100]) {
      expect(pageOf(items, byScore, { first: size }).edges).toHaveLength(1);
      expect(pageOf(items, byScore, { last: size }).edges).toHaveLength(1);
      expect(checkedFirst(size)).toBe(size);
    }
    expect(checkedFirst(null)).toBe(20);
  });

  test('names the argument for first and last together', () => {
    const error = errorOf({ first: 1, last: 2 });
    expect(error.argument).toBe('last');
    expect(error.message).toContain('first: 1 and last: 2');
  });

  test('names the argument for a cursor of another order, and both orders', () => {
    const cursor = cursorOf(items, byName, 0);
    for (const argument of ['after', 'before'] as const) {
      const error = errorOf({ [argument]: cursor });
      expect(error.argument).toBe(argument);
      expect(error.message).toContain('"items by NAME DESC"');
      expect(error.message).toContain('"items by SCORE DESC"');
    }
  });

  test.each([
    ['nothing', ''],
    ['no base64', '!'],
    ['plain text', 'role:auditor'],
    ['no JSON', Buffer.from('items by SCORE DESC').toString('base64url')],
    ['no list', Buffer.from('{"name": "items by SCORE DESC"}').toString('base64url')],
    ['an empty list', forged()],
    ['a number for the order', forged(7, 1, 'a', 'x')],
    ['too few values', forged(byScore.name, 1, 'a')],
    ['too many values', forged(byScore.name, 1, 'a', 'x', 'y')],
    ['a text for a number', forged(byScore.name, '1', 'a', 'x')],
    ['a number for a text', forged(byScore.name, 1, 'a', 7)],
    ['null for a number', forged(byScore.name, null, 'a', 'x')],
    ['a list for a text', forged(byScore.name, 1, ['a'], 'x')],
    ['a boolean for a text', forged(byScore.name, 1, true, 'x')],
  ])('names the argument for a cursor that is %s', (_what, cursor) => {
    for (const argument of ['after', 'before'] as const) {
      const error = errorOf({ [argument]: cursor });
      expect(error.argument).toBe(argument);
      expect(error.message).toContain('is not a cursor');
    }
    expect(argumentError(() => pageOf([], byScore, { after: cursor })).argument).toBe('after');
  });

  test('any text as a cursor gives a page or an ArgumentError', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.base64String(),
          fc.json().map((json) => forged(json)),
        ),
        (cursor) => {
          expect(errorOf({ after: cursor }).argument).toBe('after');
        },
      ),
    );
  });
});
