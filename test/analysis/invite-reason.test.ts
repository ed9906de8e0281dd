import { describe, expect, test } from 'vitest';
import type { CoverageUnit } from '../../src/analysis/coverage/coverage-item.ts';
import { invitePlan } from '../../src/analysis/invites/invite-plan.ts';
import type { InviteRequest } from '../../src/analysis/invites/plan-problem.ts';
import { CatalogGraph } from '../../src/graph/catalog-graph.ts';
import { graphOfCatalog } from '../../src/graph/structure/graph-of-catalog.ts';
import { runToCompletion } from '../../src/scheduling/steps.ts';
import { catalogWith, line } from '../support/catalogs/small-catalogs.ts';

const roles = ['Baker', 'Cook', 'Waiter', 'Guest'].map((title) => ({ slug: title.toLowerCase(), title }));
const duty = (slug: string, topic?: string) => ({ slug, name: slug, ...(topic !== undefined && { topics: [topic] }) });
const graph = CatalogGraph.of(
  graphOfCatalog(
    catalogWith({
      sources: [{ slug: 's', title: 'S', document: 's.txt' }],
      pillars: [
        { slug: 'kitchen', name: 'Kitchen' },
        { slug: 'service', name: 'Service' },
      ],
      categories: [
        { slug: 'stove', name: 'Stove', pillar: 'kitchen' },
        { slug: 'oven', name: 'Oven', pillar: 'kitchen' },
        { slug: 'tables', name: 'Tables', pillar: 'service' },
      ],
      topics: [
        { slug: 'food', name: 'Food' },
        { slug: 'guests', name: 'Guests' },
      ],
      responsibilities: [
        ...['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((slug) => duty(slug, 'food')),
        duty('greet', 'guests'),
        duty('wash'),
      ],
      roles,
      appearances: [
        line(1, 'cook', 'kitchen/stove', ['a', 'b', 'c']),
        line(2, 'cook', 'kitchen/stove', ['d', 'e', 'f', 'g']),
        line(3, 'baker', 'kitchen/oven', ['a', 'b', 'wash']),
        line(4, 'waiter', 'service/tables', ['greet', 'wash']),
        line(5, 'cook', 'service/tables', ['greet']),
      ],
    }),
  ).structure,
);

/** The reasons of all invites, by title. */
function reasons(cover: readonly string[], unit: CoverageUnit, request: Partial<InviteRequest> = {}) {
  const groups = graph.pillars.filter(({ name }) => cover.includes(name));
  const plan = runToCompletion(
    invitePlan(graph, { groups, from: 'MEMBERS', unit, mustInclude: [], exclude: [], ...request }),
  );
  return Object.fromEntries(plan.invites.map(({ role, reason }) => [role.title, runToCompletion(reason())]));
}

const named = (...titles: readonly string[]) => graph.roles.filter(({ title }) => titles.includes(title));

describe('the reason of an invite', () => {
  test('it names five duties, each with its place where places differ, and counts the others', () => {
    expect(reasons(['Kitchen'], 'RESPONSIBILITY', { exclude: named('Baker') })).toEqual({
      Cook:
        'Brings 7 duties that nobody else invited has: "a" (s:1), "b" (s:1), "c" (s:1), "d" (s:2), "e" (s:2) and 2 more. ' +
        'Nobody could come instead: no other role that may be invited has any of that.',
    });
  });

  test('it names a place once where one place says all, and who comes closest where nobody has all', () => {
    expect(reasons(['Kitchen'], 'RESPONSIBILITY', { maxInvites: 1 })).toEqual({
      Cook:
        'Brings 7 duties that nobody else invited has: "a" (s:1), "b" (s:1), "c" (s:1), "d" (s:2), "e" (s:2) and 2 more. ' +
        'No other role that may be invited has all of that; Baker comes closest, with "a" and "b".',
    });
    expect(reasons(['Service'], 'RESPONSIBILITY')).toEqual({
      Waiter:
        'Brings 2 duties that nobody else invited has: "greet" and "wash" (s:4). ' +
        'No other role that may be invited has all of that; Cook comes closest, with "greet".',
    });
  });

  test('it tells the duties of several groups apart, but not those of one', () => {
    const { Cook } = reasons(['Kitchen', 'Service'], 'TOPIC', { maxInvites: 1 });
    expect(Cook).toBe(
      'Is the only one invited for these topics: Food (s:1) for Kitchen; Guests (s:5) for Service. ' +
        'Brings 8 duties that nobody else invited has: "a" (s:1), "b" (s:1), "c" (s:1), "d" (s:2) and "e" (s:2) for Kitchen; and 3 more. ' +
        'No other role that may be invited covers all of that; Baker comes closest, with Food for Kitchen.',
    );
    expect(reasons(['Kitchen', 'Service'], 'TOPIC', { maxInvites: 1, from: 'CATALOG' })['Cook']).toMatch(
      /^Is the only one invited for the topics Food \(s:1\) and Guests \(s:5\). Brings 8 duties/,
    );
  });

  test('it says how many of the duties those who could come instead have, unless they have all', () => {
    expect(reasons(['Service'], 'CATEGORY')).toEqual({
      Waiter:
        'Is the only one invited for Tables (s:4). Brings 2 duties that nobody else invited has: "greet" and "wash" (s:4). ' +
        'Cook (1 of these 2 duties) could come instead.',
    });
    expect(reasons(['Service'], 'TOPIC')['Waiter']).toMatch(/"wash" \(s:4\)\. Cook \(1 of these 2 duties\) could come/);
    expect(reasons(['Kitchen'], 'CATEGORY', { mustInclude: named('Cook') })['Baker']).not.toContain('these');
  });

  test('it says what a role on a spare seat brings', () => {
    expect(reasons(['Service'], 'CATEGORY', { maxInvites: 2, mustInclude: named('Cook') })).toEqual({
      Cook: 'Invited by name. Covers Tables (s:5). Its one duty of Service is brought by others, too.',
      Waiter:
        'Brings a duty that nobody else invited has: "wash" (s:4). Nobody could come instead: no other role that may be invited has any of that.',
    });
  });

  test('it says of a role that must be included what it carries, or that it carries nothing', () => {
    const mustInclude = named('Guest', 'Waiter');
    expect(reasons(['Kitchen'], 'CATEGORY', { mustInclude })).toMatchObject({
      Guest: 'Invited by name; carries nothing of Kitchen.',
      Waiter: 'Invited by name; carries nothing of Kitchen.',
    });
    expect(reasons(['Kitchen'], 'CATEGORY', { mustInclude, from: 'CATALOG' })).toMatchObject({
      Waiter: 'Invited by name. Its one duty of Kitchen is brought by others, too.',
    });
  });
});
