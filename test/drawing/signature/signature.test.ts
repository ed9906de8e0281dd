import { describe, expect, test } from 'vitest';
import { itemAt } from '../../../src/collections/item-at.ts';
import { signatureMarks, signatureWidth } from '../../../src/drawing/signature/signature-marks.ts';
import { signatureOf, signatureText, type Signature } from '../../../src/drawing/signature/signature.ts';
import { picturedGraph, type PicturedCatalog } from '../../support/catalogs/pictured-catalogs.ts';

async function signatureIn(catalog: PicturedCatalog, title: string): Promise<Signature> {
  const graph = await picturedGraph(catalog);
  const role = graph.roles.find((each) => each.title === title);
  return signatureOf(graph, role ?? itemAt(graph.roles, 0));
}

describe('the signature of a role', () => {
  test('has one cell for each pillar, in the order of the catalog', async () => {
    const signature = await signatureIn('SHIPPED', 'Network Engineer');
    expect(signature).toEqual({
      filled: [false, false, true, true, false, false],
      count: 2,
      pillarCount: 6,
      names: ['Reliability', 'Performance Efficiency'],
    });
    expect(signatureText(signature)).toBe('in Reliability and Performance Efficiency');
  });

  test('says that a role is in all pillars', async () => {
    expect(signatureText(await signatureIn('SHIPPED', 'DevOps Engineer'))).toBe('in all 6 pillars');
  });

  test('is a count in a catalog of more than eight pillars', async () => {
    const signature = await signatureIn('OCCUPATIONS', 'Accounting Managers');
    expect(signature.filled).toBeNull();
    expect(signatureText(signature)).toBe(`in ${signature.count} of 37 pillars`);
    const { marks, width } = signatureMarks(signature, { x: 10, y: 20 });
    expect(marks).toMatchObject([
      {
        type: 'group',
        title: signatureText(signature),
        marks: [{ type: 'text', text: String(signature.count), x: 10 }],
      },
    ]);
    expect(width).toBeGreaterThan(0);
  });

  test('says that a role is in no pillar', async () => {
    expect(signatureText({ filled: [false, false], count: 0, pillarCount: 2, names: [] })).toBe('in no pillar');
    expect(signatureText({ ...(await signatureIn('OCCUPATIONS', '')), count: 0, names: [] })).toBe('in no pillar');
  });

  test('is absent in a catalog without pillars', async () => {
    const signature = await signatureIn('WITHOUT_PILLARS', 'DevOps Engineer');
    expect([signature.filled, signatureText(signature)]).toEqual([null, '']);
    expect(signatureMarks(signature, { x: 0, y: 0 })).toEqual({ marks: [], width: 0 });
  });

  test('is drawn as cells with the hue of their position, within its width', async () => {
    const signature = await signatureIn('SHIPPED', 'Network Engineer');
    const { marks, width } = signatureMarks(signature, { x: 100, y: 50, height: 12 });
    const [group, ...others] = marks;
    expect(others).toEqual([]);
    if (group?.type !== 'group') throw new Error('expected a group');
    expect(group.title).toBe(signatureText(signature));
    const cells = group.marks.flatMap((mark) => (mark.type === 'rect' ? [mark] : []));
    expect(cells.map(({ fill }) => fill)).toEqual([
      ...['EMPTY_CELL', 'EMPTY_CELL', 'HUE_2', 'HUE_3', 'EMPTY_CELL', 'EMPTY_CELL'],
    ]);
    expect(cells.every(({ y, height }) => y === 50 && height === 12)).toBe(true);
    const last = itemAt(cells, 5);
    expect(last.x + last.width).toBe(100 + width);
    expect(signatureWidth(signature, 12)).toBe(width);
  });
});
