import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { coverageUnits } from '../../../src/analysis/coverage/coverage-item.ts';
import { planData, type PlanData, type PlanParameters } from '../../../src/drawing/plan/plan-data.ts';
import { planDrawing } from '../../../src/drawing/plan/plan-drawing.ts';
import { planTable } from '../../../src/drawing/plan/plan-table.ts';
import type { Drawing, DrawingOptions } from '../../../src/drawing/picture.ts';
import type { CatalogGraph } from '../../../src/graph/catalog-graph.ts';
import { runToCompletion } from '../../../src/scheduling/steps.ts';
import { picturedCatalogs, picturedGraph, picturedWidths } from '../../support/catalogs/pictured-catalogs.ts';
import { illegibleTexts } from '../../support/pictures/text-boxes.ts';

let shipped: CatalogGraph;

beforeAll(async () => {
  shipped = await picturedGraph('SHIPPED');
});

function dataOf(parameters: PlanParameters, graph = shipped): PlanData {
  return runToCompletion(planData(graph, parameters));
}

function drawn(data: PlanData, { width }: DrawingOptions): Drawing {
  return runToCompletion(planDrawing(data, { width }));
}

function textsIn(data: PlanData, width = 800): string {
  return JSON.stringify(drawn(data, { width }).marks);
}

describe('the data of a plan', () => {
  test('says what each invite brings, by which line, and who could stand in', () => {
    const { invites, size, emptySeats } = dataOf({ cover: ['Security'], max: 8 });
    expect([size, invites.length, emptySeats]).toEqual([6, 8, 0]);
    expect(invites[1]).toMatchObject({
      label: 'Data Protection Officer',
      seat: 'PLANNED',
      brings: [{ label: 'Identity, Access, and Data Protection', place: '001:56' }],
      standIns: ['Data Security Officer', 'Data Governance Manager', 'IAM Administrator'],
      sources: [{ slug: '001', title: 'Roles' }],
    });
    expect(invites.slice(6).map(({ seat, brings }) => [seat, brings])).toEqual([
      ['SPARE', []],
      ['SPARE', []],
    ]);
  });

  test('says who covers each heading, and how many of its duties somebody invited does', () => {
    const { items, invites, uncoveredDuties } = dataOf({ cover: ['Security'], max: 8 });
    expect(items.map(({ by }) => by.length > 0)).toEqual(items.map(() => true));
    for (const { label, duties } of items) {
      const category = shipped.categories.find((each) => each.label === label);
      const done = category?.responsibilities.filter(({ name }) => !uncoveredDuties.includes(name));
      expect([label, duties]).toEqual([label, { covered: done?.length, count: category?.responsibilities.length }]);
    }
    const first = shipped.roles.find(({ id }) => id === invites[0]?.id);
    const headings = first?.categories.map(({ label }) => label) ?? [];
    expect(items.filter(({ by }) => by.includes(0)).every(({ label }) => headings.includes(label))).toBe(true);
  });

  test('names the group of what two groups have', () => {
    const { items, uncoveredDuties } = dataOf({ cover: ['Security', 'Reliability'], by: 'RESPONSIBILITY', max: 3 });
    const patches = items.filter(({ label }) => label === 'Apply updates and patches');
    expect(patches.map(({ group }) => group)).toEqual(['Reliability', 'Security']);
    expect(uncoveredDuties.every((name) => /\((Security|Reliability)\)$/.test(name))).toBe(true);
  });

  test.each([
    [{ cover: [] }, /^cover is an empty list; /],
    [{ cover: ['SRE'] }, /^cover has "SRE", which is a role; it takes the id or name of a pillar, /],
    [{ cover: ['Security'], max: 0 }, 'max is 0; it must be a whole number between 1 and 1000.'],
    [
      { cover: ['Security'], max: 1, with: ['SRE', 'Data Owner'] },
      /^with has 2 distinct roles, .* max allows \(1\)\.$/,
    ],
    [
      { cover: ['Security'], with: ['SRE'], without: ['SRE'] },
      /^with has "Site Reliability Engineer", which without has/,
    ],
    [{ cover: Array.from({ length: 101 }, () => 'Security') }, 'cover has 101 names; it takes 100 at most.'],
  ])('refuses %j in the words of its parameters', (parameters, message) => {
    expect(() => dataOf(parameters)).toThrow(message);
  });
});

describe('the sentences about a plan', () => {
  test.each([
    [{ cover: ['Security'], max: 8 }, 'Security review: eight people; six of them cover all six headings'],
    [{ cover: ['Security'], max: 2 }, 'Security review: two people cover two of six headings'],
    [{ cover: ['Vendor'] }, 'Vendor review: two people cover both headings'],
    [
      { cover: ['category:security/governance-and-oversight'] },
      'Governance & Oversight review: one person covers the only heading',
    ],
    [
      { cover: ['category:security/governance-and-oversight'], by: 'RESPONSIBILITY' },
      'Governance & Oversight review: five people cover all fourteen duties',
    ],
  ] as const)('%j', (parameters, title) => {
    expect(drawn(dataOf(parameters), { width: 800 }).title).toBe(title);
  });

  test('say how good the plan is, and how much is done together', () => {
    const { lead, description } = drawn(dataOf({ cover: ['Security'], max: 8 }), { width: 800 });
    expect(lead).toMatch(
      /^No plan with fewer people covers as much; [\d,]+ other plans are as good\. Two more seats go to /,
    );
    expect(lead).toMatch(/Together they do 25 of the 48 duties of Security\.$/);
    expect(description).toMatch(/Invited are: Cloud Security Architect for Governance & Oversight; /);
  });

  test('say what was left to choose, if roles are invited by name', () => {
    const leadOf = (parameters: PlanParameters) => drawn(dataOf(parameters), { width: 800 }).lead;
    expect(leadOf({ cover: ['Security'], with: ['Data Owner'] })).toMatch(
      /^With the one invited by name, no plan with fewer people covers as much/,
    );
    const all = ['Data Owner', 'Security Engineer'];
    expect(leadOf({ cover: ['Security'], with: all, max: 2 })).toMatch(/^Together they do /);
  });

  test('say where lines are, and what remains open', () => {
    const data = dataOf({ cover: ['Security'], max: 2 });
    const { remarks } = drawn(data, { width: 800 });
    expect(remarks).toEqual(['In brackets is where it says so, by source and line: 001 is "Roles".']);
    expect(textsIn(data)).toContain('Nobody invited covers four headings:');
  });

  test('say that nobody is invited where nobody may be', () => {
    const without = shipped.pillars.flatMap(({ name, roles }) =>
      name === 'Security' ? roles.map(({ id }) => id) : [],
    );
    const data = dataOf({ cover: ['Security'], without });
    expect(drawn(data, { width: 800 }).title).toBe('Security review: nobody covers any heading');
    expect(textsIn(data)).toContain('Nobody: no role that may be invited covers anything of this.');
  });
});

describe('the drawing of a plan', () => {
  test.each(picturedCatalogs.flatMap((name) => picturedWidths.map((width) => [name, width] as const)))(
    'of %s is legible at %i pixels',
    async (name, width) => {
      const graph = await picturedGraph(name);
      const [first, second] = [...graph.pillars, ...graph.organizationTypes].map(({ id }) => id);
      const plans: readonly PlanParameters[] = [
        { cover: [first ?? ''], max: 8 },
        { cover: [first ?? '', second ?? ''], by: 'TOPIC' },
        { cover: [first ?? '', second ?? ''], by: 'RESPONSIBILITY', max: 3, with: [graph.roles[30]?.id ?? ''] },
      ];
      for (const parameters of plans) {
        const drawing = drawn(dataOf(parameters, graph), { width });
        expect(illegibleTexts({ ...drawing, width })).toEqual([]);
      }
    },
  );

  test('is legible for any groups, numbers of seats and widths, and the same each time', () => {
    const ids = [...shipped.pillars, ...shipped.organizationTypes, ...shipped.categories].map(({ id }) => id);
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.constantFrom(...ids), { minLength: 1, maxLength: 3 }),
        fc.constantFrom(...coverageUnits),
        fc.option(fc.integer({ min: 1, max: 12 }), { nil: undefined }),
        fc.integer({ min: 280, max: 1600 }),
        (cover, by, max, width) => {
          const parameters = { cover, by, ...(max !== undefined && { max }) };
          const drawing = drawn(dataOf(parameters), { width });
          expect(illegibleTexts({ ...drawing, width })).toEqual([]);
          expect(JSON.stringify(drawn(dataOf(parameters), { width }))).toBe(JSON.stringify(drawing));
        },
      ),
      { numRuns: 30, seed: 19 },
    );
  });
});

test('the table of a plan has a row for each item and each invite that covers it', () => {
  const data = dataOf({ cover: ['Security'], max: 8, with: ['SRE'] });
  const { columns, rows } = planTable(data);
  expect(rows).toHaveLength(data.items.reduce((sum, { by }) => sum + Math.max(1, by.length), 0) + 1);
  expect(new Set(rows.map(({ length }) => length))).toEqual(new Set([columns.length]));
  expect(rows.at(-1)).toEqual([
    '',
    '',
    expect.any(Number),
    'Site Reliability Engineer',
    'required',
    expect.any(String),
    '',
    '',
  ]);
});
