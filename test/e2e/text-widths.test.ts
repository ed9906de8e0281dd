import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { readSvgFonts } from '../../src/drawing/font/font-files.ts';
import type { TextMark } from '../../src/drawing/scene/scene.ts';
import { svgInSteps } from '../../src/drawing/svg/svg.ts';
import { textWidth } from '../../src/drawing/text/text-width.ts';
import { runToCompletion } from '../../src/scheduling/steps.ts';
import { shippedCatalog } from '../support/catalogs/shipped-catalog.ts';
import { hasBrowser, openPage } from './browser.ts';

const specimens = [
  'AV To. WA Ty, "Te" f\u2019 (Yo) 10–12 × 100 % → ≥ 4.5:1',
  'iiiiillllWWWMMM 1111 0000',
  'Ľubomír Žižka, Ørsted, Şükrü Ğ, Ångström, Œuvre, Ț',
  'Διευθυντής Ασφάλειας, ΑΥ Τα',
  'Инженер по надёжности, ГА Ту',
  'Kỹ sư độ tin cậy',
  'e\u0301te\u0301',
];

const titles = async () => {
  const { roles, pillars, categories, responsibilities } = await shippedCatalog();
  return [
    ...roles.map(({ title }) => title),
    ...[...pillars, ...categories, ...responsibilities].map(({ name }) => name),
  ];
};

/** As text, because the types of a browser are not those of Node.js. */
const measure = `document.fonts.ready.then(() =>
  Array.from(document.querySelectorAll('text'), (text) => text.getComputedTextLength()))`;

describe.runIf(hasBrowser())('the width of a text', () => {
  test('is that which a browser draws with the font of the picture', async () => {
    const texts = [...specimens, ...(await titles())];
    const marks = texts.flatMap((text, index): readonly TextMark[] => {
      const at = { type: 'text', text, x: 10, y: 20 * (index + 1), size: 11 + (index % 12) } as const;
      return [at, { ...at, x: 1000, weight: 'BOLD' }];
    });
    const height = 20 * (texts.length + 1);
    const scene = { width: 2000, height, title: 'Texts', description: 'All texts.', marks };
    const svg = runToCompletion(svgInSteps(scene, { theme: 'LIGHT', fonts: await readSvgFonts() }));
    const { page } = await openPage();
    await page.setContent(svg);
    const measured = z.array(z.number()).parse(await page.evaluate(measure));
    expect(measured).toHaveLength(marks.length);
    const wrong = marks.flatMap(({ text, size, weight }, index) => {
      const [ours, theirs] = [textWidth(text, size, weight), measured[index] ?? 0];
      return Math.abs(ours / theirs - 1) > 0.001 ? [{ text, weight, ours, theirs }] : [];
    });
    expect(wrong).toEqual([]);
  });
});
