import { describe, expect, test } from 'vitest';
import type { ExaminedRole } from '../../explorer/state/questions/catalog-questions.ts';
import { healthOf, type NamedRole } from '../../explorer/views/catalog/health.ts';

interface Given {
  /** The numbers of roles that have each of its duties. */
  readonly duties?: readonly number[];
  readonly summary?: string | null;
  readonly close?: readonly (readonly [slug: string, score: number, neverToldApart: boolean])[];
}

function named(slug: string): NamedRole {
  return { id: `role:${slug}`, slug, label: slug.toUpperCase(), pillars: [] };
}

function role(slug: string, { duties = [2], summary = 'What it is for.', close = [] }: Given = {}): ExaminedRole {
  return {
    ...named(slug),
    summary,
    responsibilities: { totalCount: duties.length, nodes: duties.map((roleCount) => ({ roleCount })) },
    overlaps: {
      edges: close.map(([other, score, neverToldApart]) => ({
        node: named(other),
        overlap: { score, neverToldApart, sharedResponsibilities: [{ name: 'Restore backups' }] },
      })),
    },
  };
}

function slugs(roles: readonly { readonly slug: string }[]): readonly string[] {
  return roles.map(({ slug }) => slug);
}

describe('the health of a catalog', () => {
  test('lists roles without duties, those that share none, and those without a summary', () => {
    const health = healthOf({
      roles: [
        role('idle', { duties: [] }),
        role('lonely', { duties: [1, 1] }),
        role('b', { summary: null }),
        role('a'),
      ],
      roleCount: 4,
    });
    expect(slugs(health.withoutDuties)).toEqual(['idle']);
    expect(slugs(health.lonely)).toEqual(['lonely']);
    expect(slugs(health.withoutSummary)).toEqual(['b']);
    expect(health.attentionCount).toBe(2);
  });

  test('lists each pair that may be one role once, the nearest first, and not those that no line tells apart', () => {
    const health = healthOf({
      roles: [
        role('a', {
          close: [
            ['b', 0.7, false],
            ['c', 0.9, false],
            ['d', 0.5, false],
          ],
        }),
        role('b', { close: [['a', 0.7, false]] }),
        role('x', { close: [['y', 1, true]] }),
        role('z', { close: [['y', 1, true]] }),
      ],
      roleCount: 4,
    });
    expect(health.maybeOne.map(({ roles, score }) => [slugs(roles), score])).toEqual([
      [['a', 'c'], 0.9],
      [['a', 'b'], 0.7],
    ]);
    expect(health.neverToldApart.map(slugs)).toEqual([['x', 'y', 'z']]);
    expect(health.attentionCount).toBe(3);
  });

  test('does not blame roles for having no duties where the catalog names none', () => {
    const health = healthOf({ roles: [role('a', { duties: [] }), role('b', { duties: [] })], roleCount: 2 });
    expect(health.withoutDuties).toEqual([]);
    expect(health.attentionCount).toBe(0);
  });
});
