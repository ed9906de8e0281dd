import { beforeAll, describe, expect, test } from 'vitest';
import { peopleOnSeveral } from '../../../explorer/views/plan/plan-facts.ts';
import { leadOf, titleOf } from '../../../explorer/views/plan/plan-texts.ts';
import { planData, type PlanData } from '../../../src/drawing/plan/plan-data.ts';
import type { CatalogGraph } from '../../../src/graph/catalog-graph.ts';
import { runToCompletion } from '../../../src/scheduling/steps.ts';
import { picturedGraph } from '../../support/catalogs/pictured-catalogs.ts';

let graph: CatalogGraph;

const team = [
  { name: 'Ann Berg', roles: ['role:security-engineer', 'role:data-owner', 'role:it-operations-engineer'] },
  { name: 'Ben Ito', roles: ['role:devops-engineer', 'role:security-engineer'] },
  { name: 'Cara Lind', roles: ['role:incident-response-manager'] },
];

beforeAll(async () => {
  graph = await picturedGraph('SHIPPED');
});

function planOf(people: typeof team, max?: number): PlanData {
  return runToCompletion(planData(graph, { cover: ['Security'], among: people.flatMap(({ roles }) => roles), max }));
}

describe('the title of a plan from a team', () => {
  test('counts people, who may have several roles', () => {
    expect(titleOf(planOf(team), team)).toBe('Security review: three people cover five of six headings');
    expect(titleOf(planOf(team.slice(0, 1)), team.slice(0, 1))).toBe(
      'Security review: one person covers three of six headings',
    );
  });

  test('counts roles where anybody may be invited', () => {
    const plan = runToCompletion(planData(graph, { cover: ['Security'] }));
    expect(titleOf(plan, null)).toBe('Security review: six people cover all six headings');
  });

  test('counts those on spare seats, too', () => {
    const plan = runToCompletion(planData(graph, { cover: ['Security'], max: 8 }));
    expect(titleOf(plan, null)).toBe('Security review: eight people; six of them cover all six headings');
  });
});

describe('the lead of a plan from a team', () => {
  test('says that the fewest roles were looked for, and not the fewest people', () => {
    expect(leadOf(planOf(team), team)).toMatch(
      /^Between them, they have five roles\. No fewer roles of your team cover as much\. Together they do /,
    );
  });
});

describe('the lead of a plan', () => {
  test('does not say how many other plans are as good', () => {
    const plan = runToCompletion(planData(graph, { cover: ['Security'] }));
    expect(leadOf(plan, null)).toMatch(/^No plan with fewer people covers as much\. Together they do /);
  });
});

describe('somebody with several of the invited roles', () => {
  test('is named with the numbers of the seats', () => {
    const plan = planOf(team);
    const several = peopleOnSeveral(team, plan);
    expect(several.map(({ name }) => name)).toEqual(['Ann Berg', 'Ben Ito']);
    for (const { name, seats } of several) {
      const roles = team.find((member) => member.name === name)?.roles ?? [];
      expect(seats.map((seat) => roles.includes(plan.invites[seat - 1]?.id ?? ''))).toEqual(seats.map(() => true));
    }
  });
});
