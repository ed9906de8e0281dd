import { beforeAll, describe, expect, test } from 'vitest';
import { changeBetween, changeInWords } from '../../../explorer/views/plan/plan-change.ts';
import { planData, type PlanData, type PlanParameters } from '../../../src/drawing/plan/plan-data.ts';
import type { CatalogGraph } from '../../../src/graph/catalog-graph.ts';
import { runToCompletion } from '../../../src/scheduling/steps.ts';
import { picturedGraph } from '../../support/catalogs/pictured-catalogs.ts';

let graph: CatalogGraph;

beforeAll(async () => {
  graph = await picturedGraph('SHIPPED');
});

function planFor(parameters: Omit<PlanParameters, 'cover'>): PlanData {
  return runToCompletion(planData(graph, { cover: ['Security'], ...parameters }));
}

describe('the change between two plans', () => {
  test('names the headings and duties that are lost, then those that are gained', () => {
    const before = planFor({ max: 2, with: ['Data Protection Officer', 'Incident Response Analyst'] });
    const after = planFor({ max: 2, with: ['Data Security Officer', 'Security Champion'] });
    const change = changeBetween(before, after);
    expect(change.lost.items).toEqual(['Incident Response & Forensics']);
    expect(change.gained.items).toEqual(['Engineering, DevOps & App Security']);
    expect(change.lost.duties).toContain('Coordinate incident response');
    expect(changeInWords(change, 'CATEGORY')).toMatch(
      /^Lost: the heading Incident Response & Forensics; the duties Coordinate .* Gained: the heading Engineering, /,
    );
    expect(changeBetween(after, before)).toEqual({ lost: change.gained, gained: change.lost });
  });

  test('says each duty once where duties are what is to be covered', () => {
    const before = planFor({ max: 1, by: 'RESPONSIBILITY', with: ['Data Protection Officer'] });
    const after = planFor({ max: 1, by: 'RESPONSIBILITY', with: ['Security Analyst'] });
    const { lost, gained } = changeBetween(before, after);
    expect([lost.duties, gained.duties]).toEqual([[], []]);
    expect(lost.items).toContain('Protect privacy');
    expect(changeInWords({ lost, gained }, 'RESPONSIBILITY')).toMatch(/^Lost: the duties .* Gained: the duties /);
  });

  test('may be nothing', () => {
    const plan = planFor({ max: 2 });
    expect(changeInWords(changeBetween(plan, plan), 'CATEGORY')).toBe('Nothing is lost, and nothing gained.');
    const wider = planFor({ max: 3 });
    expect(changeInWords(changeBetween(plan, wider), 'CATEGORY')).toMatch(/^Nothing is lost\. Gained: the heading /);
  });
});
