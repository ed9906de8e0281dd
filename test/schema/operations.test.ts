import { describe, expect, test } from 'vitest';
import { generatedCatalog } from '../../bench/generated-catalog.ts';
import type { Letter, Subject } from '../../bench/operations/operation.ts';
import { operations } from '../../bench/operations/operations.ts';
import type { Catalog } from '../../src/catalog/catalog.ts';
import { allocatedBytes } from '../support/allocated-bytes.ts';
import { askingOf, askingShipped, type Ask } from '../support/engines/asking.ts';
import { eventually } from '../support/eventually.ts';
import { engines } from '../support/engines/engines.ts';

/*
 * What the operations of bench/ take, counted and not timed: a change that makes one of them dearer is seen here, on any
 * machine, before it is measured.
 */

const wholeDrawing = { withResponsibilities: true, among: undefined };

/** How an operation is asked. */
function asked(letter: Letter, subject: Subject) {
  const operation = operations.find((each) => each.letter === letter);
  if (operation === undefined) throw new Error(`there is no operation ${letter}`);
  return operation.rolegraph(subject);
}

describe.each(engines)('in $name, over the catalog that ships', (engine) => {
  const ask = askingShipped(engine);
  const subject: Subject = {
    role: { id: 'role:it-support-technician', slug: 'it-support-technician' },
    words: ['manager', 'operations'],
    drawing: wholeDrawing,
  };

  /** Bytes of JSON: more of them take longer to make, to send and to read. */
  test.each([
    ['A', 400],
    ['B', 1_700],
    ['C', 6_900],
    ['D', 5_000],
    ['E', 400],
    ['F', 235_000],
    ['G', 4_600],
  ] as const)('operation %s asks the store for nothing and answers at most %i bytes', async (letter, most) => {
    const { query, variables } = asked(letter, subject);
    const { data, errors, textCalls, rounds } = await ask(query, { ...variables });
    expect(errors).toEqual([]);
    expect([textCalls, rounds]).toEqual([[], []]);
    const bytes = Buffer.byteLength(JSON.stringify({ data }));
    expect(bytes).toBeLessThanOrEqual(most);
    // Else the bound says nothing.
    expect(bytes).toBeGreaterThan(most / 2);
  });
});

describe('memory taken by an answer does not grow with the catalog', () => {
  /** A role of median degree, as in bench/. */
  async function subjectOf(catalog: Catalog, ask: Ask): Promise<Subject> {
    const { data } = await ask('{ roles(first: 100, filter: { pillarCount: { min: 1, max: 1 } }) { nodes { id } } }');
    const slug = catalog.roles.find(({ slug: each }) => JSON.stringify(data).includes(`"role:${each}"`))?.slug ?? '';
    return { role: { id: `role:${slug}`, slug }, words: [], drawing: wholeDrawing };
  }

  async function allocations(roles: number): Promise<ReadonlyMap<Letter, number>> {
    const catalog = generatedCatalog({ roles, seed: 1 });
    const { ask, close } = await askingOf(catalog);
    try {
      const subject = await subjectOf(catalog, ask);
      // The layout of the larger catalog is computed meanwhile, and what that allocates would be counted.
      await eventually(async () => {
        const { data } = await ask('{ graph(select: { maxNodes: 1 }) { layout } }');
        expect(data).toEqual({ graph: { layout: 'READY' } });
      });
      const letters = ['A', 'B', 'D', 'G'] as const;
      const bytes = new Map<Letter, number>();
      for (const letter of letters) {
        const { query, variables } = asked(letter, subject);
        const once = () => ask(query, { ...variables });
        await once();
        bytes.set(letter, await allocatedBytes(once));
      }
      return bytes;
    } finally {
      await close();
    }
  }

  test('an answer over ten times the roles takes less than twice the memory', async () => {
    const [small, large] = [await allocations(200), await allocations(2_000)];
    for (const [letter, bytes] of large) {
      // A bit a role and group is what set arithmetic takes of a larger catalog.
      expect(bytes, `operation ${letter}`).toBeLessThan(2 * (small.get(letter) ?? 0));
    }
  });
});
