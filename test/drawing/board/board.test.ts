import { describe, expect, test } from 'vitest';
import type { Catalog } from '../../../src/catalog/catalog.ts';
import { itemAt } from '../../../src/collections/item-at.ts';
import {
  boardData,
  type BoardBox,
  type BoardData,
  type BoardParameters,
} from '../../../src/drawing/board/board-data.ts';
import { boardDrawing } from '../../../src/drawing/board/board-drawing.ts';
import { boardTable } from '../../../src/drawing/board/board-table.ts';
import type { Drawing, DrawingOptions } from '../../../src/drawing/picture.ts';
import { contentWidth } from '../../../src/drawing/frame.ts';
import type { Mark } from '../../../src/drawing/scene/scene.ts';
import { CatalogGraph } from '../../../src/graph/catalog-graph.ts';
import { graphOfCatalog } from '../../../src/graph/structure/graph-of-catalog.ts';
import { runToCompletion } from '../../../src/scheduling/steps.ts';
import { generatedCatalog } from '../../../bench/generated-catalog.ts';
import { argumentError } from '../../support/argument-errors.ts';
import { BruteForce } from '../../support/catalogs/brute-force.ts';
import { hospitalCatalog } from '../../support/catalogs/hospital-catalog.ts';
import { picturedCatalogs, picturedGraph, picturedWidths } from '../../support/catalogs/pictured-catalogs.ts';
import { shippedCatalog } from '../../support/catalogs/shipped-catalog.ts';
import { catalogWith, line } from '../../support/catalogs/small-catalogs.ts';
import { illegibleTexts, rectsOf, textsAcrossEdges } from '../../support/pictures/text-boxes.ts';
import { expectWithin } from '../../support/promised-time.ts';

function graphOf(catalog: Catalog): CatalogGraph {
  return CatalogGraph.of(graphOfCatalog(catalog).structure);
}

function drawnBoard(data: BoardData, options: DrawingOptions): Drawing {
  return runToCompletion(boardDrawing(data, options));
}

function boardOf(graph: CatalogGraph, parameters?: BoardParameters): BoardData {
  return runToCompletion(boardData(graph, parameters));
}

function boxesOf({ sections }: BoardData): readonly BoardBox[] {
  return sections.flatMap(({ columns }) => columns.flatMap(({ boxes }) => boxes));
}

function titlesOf(marks: readonly Mark[]): readonly string[] {
  return marks.flatMap((mark) => (mark.type !== 'group' ? [] : [mark.title ?? [], titlesOf(mark.marks)].flat()));
}

function nodesOf(marks: readonly Mark[]): readonly string[] {
  return marks.flatMap((mark) => (mark.type !== 'group' ? [] : [mark.node ?? [], nodesOf(mark.marks)].flat()));
}

describe('the data of a board', () => {
  test.each([
    ['the catalog that ships', shippedCatalog],
    ['a hospital', hospitalCatalog],
  ])('has every role of every category of %s', async (_, read) => {
    const catalog = await read();
    const plain = new BruteForce(catalog);
    const board = boardOf(graphOf(catalog));
    const pillars = catalog.pillars.map(({ slug }) => `pillar:${slug}`);
    const types = catalog.organizationTypes.map(({ slug }) => `organization-type:${slug}`);
    expect(board.sections.map(({ columns }) => columns.map(({ id }) => id))).toEqual([pillars, types]);
    expect(new Set(boxesOf(board).map(({ id }) => id)).size).toBe(catalog.categories.length);
    for (const column of board.sections.flatMap(({ columns }) => columns)) {
      expect(column.roleCount).toBe(plain.rolesIn(column.id ?? '').size);
    }
    const order = plain.roles.map(({ id }) => id);
    for (const box of boxesOf(board)) {
      const ids = plain.rolesIn(box.id ?? '');
      expect(box.roleCount).toBe(ids.size);
      expect(box.roles.map(({ id }) => id)).toEqual(order.filter((id) => ids.has(id)));
      for (const role of box.roles) {
        const groups = plain.groupsOf(role.id, 'PILLAR');
        expect(role.signature?.filled).toEqual(pillars.map((pillar) => groups.includes(pillar)));
        expect(role.groups).toHaveLength(groups.length);
        expect(role.dutyCount).toBe(plain.responsibilitiesOf(role.id).size);
      }
    }
  });

  test('shows the ten roles in most pillars, and then with most duties, of a category in a large catalog', () => {
    const catalog = generatedCatalog({ roles: 500, seed: 1 });
    const plain = new BruteForce(catalog);
    const board = boardOf(graphOf(catalog));
    expect(board.most).toBe(10);
    const strength = new Map(
      plain.roles.map(({ id }) => [id, [plain.groupsOf(id, 'PILLAR').length, plain.responsibilitiesOf(id).size]]),
    );
    for (const box of boxesOf(board)) {
      const ids = plain.rolesIn(box.id ?? '');
      const ranked = plain.roles
        .map(({ id }) => id)
        .filter((id) => ids.has(id))
        .sort((a, b) => {
          const [[pillarsOfA = 0, dutiesOfA = 0] = [], [pillarsOfB = 0, dutiesOfB = 0] = []] = [
            strength.get(a),
            strength.get(b),
          ];
          return pillarsOfB - pillarsOfA || dutiesOfB - dutiesOfA;
        });
      expect(box.roleCount).toBe(ids.size);
      expect(box.roles.map(({ id }) => id)).toEqual(ranked.slice(0, 10));
    }
  });

  test('has only the pillars and organization types that are asked for, with the roles in any of them', async () => {
    const board = boardOf(await picturedGraph('SHIPPED'), { of: ['Reliability', 'organization-type:msp', 'Security'] });
    expect(board.sections.map(({ columns }) => columns.map(({ label }) => label))).toEqual([
      ['Reliability', 'Security'],
      ['Managed Service Provider'],
    ]);
    const plain = new BruteForce(await shippedCatalog());
    const ids = ['pillar:reliability', 'pillar:security', 'organization-type:msp'].flatMap((group) => [
      ...plain.rolesIn(group),
    ]);
    expect(board.roleCount).toBe(new Set(ids).size);
    // The hue of a pillar does not depend on what else is shown.
    expect(board.sections[0]?.columns.map(({ position }) => position)).toEqual([2, 1]);
  });

  test('shows as many roles in a box as are asked for', async () => {
    const board = boardOf(await picturedGraph('SHIPPED'), { most: 3 });
    expect(Math.max(...boxesOf(board).map(({ roles }) => roles.length))).toBe(3);
  });

  test('has only the roles that pass a filter, and no empty boxes then', async () => {
    const plain = new BruteForce(await shippedCatalog());
    const graph = await picturedGraph('SHIPPED');
    const board = boardOf(graph, { filter: { performsAny: ['topic:backup'] } });
    const performers = plain.performers('topic:backup');
    const wanted = plain.roles.map(({ id }) => id).filter((id) => performers.has(id));
    expect([board.roleCount, board.chosenFrom]).toEqual([wanted.length, plain.roles.length]);
    expect(wanted.length).toBeGreaterThan(1);
    for (const box of boxesOf(board)) {
      const ids = plain.rolesIn(box.id ?? '');
      expect(box.roles.map(({ id }) => id)).toEqual(wanted.filter((id) => ids.has(id)));
      expect(box.roleCount).toBe(box.roles.length);
    }
    expect(boxesOf(board).every(({ roleCount }) => roleCount > 0)).toBe(true);
    for (const column of board.sections.flatMap(({ columns }) => columns)) {
      const ids = plain.rolesIn(column.id ?? '');
      expect(column.roleCount).toBe(wanted.filter((id) => ids.has(id)).length);
    }
  });

  test('has only the roles in every pillar, or in so many', async () => {
    const graph = await picturedGraph('SHIPPED');
    const labelsOf = (parameters: BoardParameters) => [
      ...new Set(boxesOf(boardOf(graph, parameters)).flatMap(({ roles }) => roles.map(({ label }) => label))),
    ];
    const universal = ['DevOps Engineer', 'Operations Manager'];
    expect(labelsOf({ universal: true }).toSorted()).toEqual(universal);
    expect(labelsOf({ minGroups: 6 }).toSorted()).toEqual(universal);
    const plain = new BruteForce(await shippedCatalog());
    const inSeveral = plain.roles.filter(({ id }) => plain.groupsOf(id, 'PILLAR').length > 1);
    expect(labelsOf({ minGroups: 2 })).toHaveLength(inSeveral.length);
  });

  test('shows all roles of a box if a filter leaves few of many', () => {
    const graph = graphOf(generatedCatalog({ roles: 500, seed: 1 }));
    const [category] = graph.categories.filter(({ roleCount }) => roleCount > 10);
    const board = boardOf(graph, { filter: { inAll: [category?.id ?? ''] } });
    expect(board.most).toBe(null);
    expect(boxesOf(board).find(({ id }) => id === category?.id)?.roles).toHaveLength(category?.roleCount ?? 0);
  });

  test('is of plain values, from which the same board is drawn', async () => {
    const board = boardOf(await picturedGraph('SHIPPED'));
    const received = structuredClone(board);
    expect(received).toEqual(board);
    expect(JSON.stringify(drawnBoard(received, { width: 800 }))).toBe(
      JSON.stringify(drawnBoard(board, { width: 800 })),
    );
  });

  test('refuses what it cannot show', async () => {
    const graph = await picturedGraph('SHIPPED');
    expect(argumentError(() => boardOf(graph, { most: 0 })).message).toBe(
      'most is 0; it takes a whole number from 1 to 1,000.',
    );
    expect(argumentError(() => boardOf(graph, { most: 1.5 })).argument).toBe('most');
    expect(argumentError(() => boardOf(graph, { minGroups: 0 })).message).toBe(
      'minGroups is 0; it takes a whole number from 1.',
    );
    expect(argumentError(() => boardOf(graph, { filter: { inAll: [] } })).argument).toBe('filter.inAll');
    expect(argumentError(() => boardOf(graph, { of: ['topic:backup'] })).message).toContain(
      'which is a topic; it takes the id or name of a pillar or organization type',
    );
  });
});

/** A catalog of two or more pillars, each with one category of its name, and of roles in some of these. */
function catalogOf(pillars: readonly string[], roles: Readonly<Record<string, readonly string[]>>): CatalogGraph {
  const slugOf = (name: string) => name.toLowerCase();
  return graphOf(
    catalogWith({
      pillars: pillars.map((name) => ({ slug: slugOf(name), name })),
      categories: pillars.map((name) => ({ slug: 'all', name: `All of ${name}`, pillar: slugOf(name) })),
      roles: Object.keys(roles).map((title) => ({ slug: slugOf(title), title })),
      appearances: Object.entries(roles).flatMap(([title, names], index) =>
        names.map((name) => line(index + 1, slugOf(title), `${slugOf(name)}/all`)),
      ),
    }),
  );
}

describe('the sentences of a board', () => {
  const sentencesOf = (graph: CatalogGraph, parameters?: BoardParameters) => {
    const { title, lead } = drawnBoard(boardOf(graph, parameters), { width: 800 });
    return `${title}. ${lead}`.trim();
  };

  test('say of the catalog that ships who stands in all pillars, and how many in several', async () => {
    const plain = new BruteForce(await shippedCatalog());
    const counts = plain.roles.map(({ id }) => plain.groupsOf(id, 'PILLAR'));
    const inSeveral = counts.filter(({ length }) => length > 1).length;
    const inSecurity = counts.filter((pillars) => pillars.join() === 'pillar:security').length;
    expect(sentencesOf(await picturedGraph('SHIPPED'))).toBe(
      `${plain.roles.length} roles, where they stand and what they share. ` +
        'Two roles stand in all six pillars: DevOps Engineer and Operations Manager. ' +
        `${inSeveral} stand in more than one; ${inSecurity} are in Security only. Seventeen stand in no pillar.`,
    );
  });

  test('say how many of how many roles a filter leaves', async () => {
    const graph = await picturedGraph('SHIPPED');
    expect(sentencesOf(graph, { universal: true })).toBe(
      `2 of ${graph.roles.length} roles, where they stand and what they share. Each of them stands in all six pillars.`,
    );
    expect(sentencesOf(graph, { filter: { titleContains: 'Release Manager' } })).toMatch(
      /^One of \d+ roles, and where it stands\. /,
    );
    expect(sentencesOf(graph, { filter: { titleContains: 'astronaut' } })).toBe('No role passes the filter.');
    expect(sentencesOf(graph, { of: ['Security'], filter: { inAll: ['Reliability'] } })).toMatch(
      /^\d+ of \d+ roles of Security, where they stand/,
    );
  });

  test.each<[string, readonly string[], Readonly<Record<string, readonly string[]>>]>([
    ['No roles.', ['A', 'B', 'C'], {}],
    [
      'One role, and where it stands. No role stands in all three pillars. None stands in more than one; one is in A only.',
      ['A', 'B', 'C'],
      { Auditor: ['A'] },
    ],
    [
      '2 roles, where they stand and what they share. One role stands in all three pillars: Clerk. None of the others stands in more than one; one is in A only.',
      ['A', 'B', 'C'],
      { Auditor: ['A'], Clerk: ['A', 'B', 'C'] },
    ],
    [
      '2 roles, where they stand and what they share. No role stands in all three pillars. One stands in more than one. One stands in no pillar.',
      ['A', 'B', 'C'],
      { Auditor: ['A', 'B'], Clerk: [] },
    ],
    [
      '3 roles, where they stand and what they share. One role stands in both pillars: Auditor. One is in A only, one in B only.',
      ['A', 'B'],
      { Auditor: ['A', 'B'], Clerk: ['A'], Driver: ['B'] },
    ],
    [
      '2 roles, where they stand and what they share. Each of them stands in both pillars.',
      ['A', 'B'],
      { Auditor: ['A', 'B'], Clerk: ['A', 'B'] },
    ],
    ['2 roles, where they stand and what they share. All stand in All of A.', ['A'], { Auditor: ['A'], Clerk: ['A'] }],
    ['2 roles. The catalog does not say where they stand.', ['A'], { B: [], C: [] }],
  ])('read well: %s', (expected, pillars, roles) => {
    expect(sentencesOf(catalogOf(pillars, roles))).toBe(expected);
  });

  test('count by organization type in a catalog without pillars', async () => {
    expect(sentencesOf(await picturedGraph('WITHOUT_PILLARS'))).toBe(
      '138 roles, where they stand and what they share. ' +
        'No role stands in all nine organization types. 39 stand in more than one; 22 are in Security only.',
    );
  });

  test('name what the board is of', async () => {
    expect(sentencesOf(await picturedGraph('SHIPPED'), { of: ['Security', 'Reliability'] })).toMatch(
      /^60 roles of Security and Reliability, where they stand and what they share\./,
    );
  });

  test('name the pillars behind the cells where the board has not all columns', async () => {
    const { remarks } = drawnBoard(boardOf(await picturedGraph('SHIPPED'), { of: ['Security'] }), { width: 800 });
    expect(remarks).toEqual([
      'Roles in bold stand in more than one pillar; the cells show in which: Operational Excellence, Security, Reliability, ' +
        'Performance Efficiency, Cost Optimization and Sustainability.',
    ]);
  });

  test('say that boxes do not show all roles', async () => {
    const { remarks } = drawnBoard(boardOf(await picturedGraph('OCCUPATIONS')), { width: 800 });
    expect(remarks).toEqual([
      'Roles in bold stand in more than one pillar; the number says in how many.',
      'Each category shows the ten roles in most pillars, and of equal ones those with most duties; the others are only counted.',
    ]);
  });
});

describe('the drawing of a board', () => {
  test.each(picturedCatalogs.flatMap((name) => picturedWidths.map((width) => [name, width] as const)))(
    'keeps boxes and texts apart and within its width: %s at %i',
    async (name, pictureWidth) => {
      const width = contentWidth(pictureWidth);
      const board = boardOf(await picturedGraph(name));
      const { marks, height } = drawnBoard(board, { width });
      expect(illegibleTexts({ width, height, marks })).toEqual([]);
      expect(textsAcrossEdges({ marks })).toEqual([]);
      const boxes = rectsOf(marks).filter(({ fill }) => fill === 'CARD');
      expect(boxes).toHaveLength(boxesOf(board).length);
      for (const [index, box] of boxes.entries()) {
        expect(box.x).toBeGreaterThanOrEqual(0);
        expect(box.x + box.width).toBeLessThanOrEqual(width + 1e-6);
        expect(box.y + box.height).toBeLessThanOrEqual(height + 1e-6);
        const overlapping = boxes
          .slice(index + 1)
          .filter(
            (other) =>
              box.x < other.x + other.width &&
              other.x < box.x + box.width &&
              box.y < other.y + other.height &&
              other.y < box.y + box.height,
          );
        expect(overlapping).toEqual([]);
      }
    },
  );

  test.each(picturedCatalogs)('has a chip for each role of each box, with its id: %s', async (name) => {
    const board = boardOf(await picturedGraph(name));
    const drawn = nodesOf(drawnBoard(board, { width: 1440 }).marks).filter((id) => id.startsWith('role:'));
    expect(drawn.toSorted()).toEqual(
      boxesOf(board)
        .flatMap(({ roles }) => roles.map(({ id }) => id))
        .toSorted(),
    );
  });

  test('says of each chip where its role stands, once', async () => {
    const board = boardOf(await picturedGraph('SHIPPED'));
    const titles = titlesOf(drawnBoard(board, { width: 1440 }).marks);
    expect(titles).toContain('Data Owner: in 2 of 6 pillars (Security and Reliability); 5 duties');
    expect(titles).toContainEqual(expect.stringMatching(/^Cloud Engineer: in Performance Efficiency; \d+ duties$/));
    expect(titles).toContain('Security: 39 roles');
    const chips = boxesOf(board).reduce((sum, { roles }) => sum + roles.length, 0);
    expect(titles.filter((title) => title.includes(': in '))).toHaveLength(chips);
  });

  test('shows the roles that stand nowhere', () => {
    const graph = catalogOf(['A', 'B'], { Auditor: ['A'], Clerk: [] });
    const board = boardOf(graph);
    expect(board.sections.at(-1)).toMatchObject({ kind: 'NONE', columns: [{ label: 'In no category', roleCount: 1 }] });
    expect(nodesOf(drawnBoard(board, { width: 400 }).marks)).toContain('role:clerk');
  });

  test('is the same in two runs', async () => {
    const graph = await picturedGraph('OCCUPATIONS');
    const drawn = () => JSON.stringify(drawnBoard(boardOf(graph), { width: 800 }));
    expect(drawn()).toBe(drawn());
  });

  test('is made in steps of a few chips', async () => {
    const board = boardOf(await picturedGraph('OCCUPATIONS'));
    expect([...boardDrawing(board, { width: 800 })].length).toBeGreaterThan(300);
  });

  test('takes less than 300 ms of 5,000 roles', () => {
    const graph = graphOf(generatedCatalog({ roles: 5_000, seed: 1 }));
    const start = performance.now();
    const { marks } = drawnBoard(boardOf(graph), { width: 1440 });
    expectWithin(performance.now() - start, 300);
    expect(marks.length).toBeGreaterThan(0);
  });
});

describe('the table of a board', () => {
  test('has a row for each chip, and one for those that a box only counts', async () => {
    const board = boardOf(await picturedGraph('SHIPPED'), { of: ['Sustainability'], most: 2 });
    const { columns, rows } = boardTable(board);
    expect(columns).toEqual([
      ...['Pillar or organization type', 'Category', 'Role', 'Pillars', 'Number of pillars', 'Duties'],
    ]);
    const software = rows.filter(([, category]) => category === 'Software & DevOps');
    expect(software.map((row) => row[2])).toEqual(['DevOps Engineer', 'Software Developer', 'and 2 more']);
    const [devOps = []] = software;
    expect(devOps.slice(3, 5)).toEqual([
      'Operational Excellence, Security, Reliability, Performance Efficiency, Cost Optimization, Sustainability',
      6,
    ]);
    expect(itemAt(rows, 0)).toHaveLength(columns.length);
  });
});
