import { describe, expect, test } from 'vitest';
import type { SvgFonts } from '../../../src/drawing/font/font-faces.ts';
import type { Mark, Scene, TextMark } from '../../../src/drawing/scene/scene.ts';
import { svgInSteps, type SvgOptions } from '../../../src/drawing/svg/svg.ts';
import { runToCompletion } from '../../../src/scheduling/steps.ts';
import { cleanText } from '../../../src/text/clean-text.ts';
import { hostileTitles } from '../../support/catalogs/hostile-catalog.ts';
import { elementsNamed, parsedXml } from '../../support/xml-elements.ts';

function sceneOf(...marks: readonly Mark[]): Scene {
  return { width: 200, height: 100.456, title: 'Roles & duties', description: 'Two roles.', marks };
}

function svgOf(scene: Scene, options: Partial<SvgOptions> = {}): string {
  return runToCompletion(svgInSteps(scene, { theme: 'LIGHT', fonts: null, ...options }));
}

const text = (words: string): TextMark => ({ type: 'text', text: words, x: 1, y: 2, size: 12 });
const fonts: SvgFonts = {
  REGULAR: { LATIN: 'cmVndWxhcg==', OTHER: 'b3RoZXI=' },
  BOLD: { LATIN: 'Ym9sZA==', OTHER: 'b3RoZXJib2xk' },
};

describe('a scene as SVG', () => {
  test('has its marks in their order, with lengths of two decimals', () => {
    const scene = sceneOf(
      { type: 'rect', x: 0, y: -0, width: 200, height: 100, radius: 8, fill: 'CARD', stroke: 'BORDER' },
      {
        type: 'group',
        title: 'Cloud Architect, in Security',
        node: 'role:cloud-architect',
        origin: [24, 0.5],
        marks: [
          { type: 'text', text: 'Cloud Architect', x: 10.123456, y: 20, size: 12, weight: 'BOLD', anchor: 'end' },
          { type: 'circle', x: 5, y: 5, radius: 1 / 3, fill: 'HUE_1', title: 'Security' },
        ],
      },
      { type: 'line', from: [0, 0], to: [10, 10], stroke: 'MUTED', strokeWidth: 2, isDashed: true },
      {
        type: 'path',
        start: [0, 0],
        segments: [
          [
            [1, 1],
            [2, 2],
            [3.456, 3],
          ],
        ],
        stroke: 'ACCENT',
      },
    );
    expect(svgOf(scene)).toBe(
      [
        '<svg xmlns="http://www.w3.org/2000/svg" width="200" height="100.46" viewBox="0 0 200 100.46" role="img" aria-labelledby="picture-title picture-description" font-family="Inter, system-ui, &quot;Noto Sans&quot;, &quot;Noto Sans CJK SC&quot;, sans-serif">',
        '<title id="picture-title">Roles &amp; duties</title>',
        '<desc id="picture-description">Two roles.</desc>',
        '<style>',
        '.fill-card{fill:#ffffff}',
        '.fill-hue-1{fill:#d55e00}',
        '.fill-ink{fill:#1c1b20}',
        '.stroke-accent{stroke:#4a3fb5}',
        '.stroke-border{stroke:#e2e0e6}',
        '.stroke-muted{stroke:#5f5b66}',
        '</style>',
        '<rect x="0" y="0" width="200" height="100" rx="8" class="fill-card stroke-border"/>',
        '<g data-node="role:cloud-architect" transform="translate(24 0.5)"><title>Cloud Architect, in Security</title>',
        '<text x="10.12" y="20" class="fill-ink" font-size="12" font-weight="700" text-anchor="end">Cloud Architect</text>',
        '<circle cx="5" cy="5" r="0.33" class="fill-hue-1"><title>Security</title></circle>',
        '</g>',
        '<line x1="0" y1="0" x2="10" y2="10" class="stroke-muted" stroke-width="2" stroke-dasharray="4 4"/>',
        '<path d="M0 0C1 1 2 2 3.46 3" class="stroke-accent" fill="none"/>',
        '</svg>',
        '',
      ].join('\n'),
    );
  });

  test('has light colors, dark ones, or both, of which light ones are first', () => {
    const scene = sceneOf(text('a'));
    const [light, dark] = ['.fill-ink{fill:#1c1b20}\n', '.fill-ink{fill:#f1eff4}\n'];
    expect(svgOf(scene, { theme: 'LIGHT' })).toContain(`<style>\n${light}</style>`);
    expect(svgOf(scene, { theme: 'DARK' })).toContain(`<style>\n${dark}</style>`);
    expect(svgOf(scene, { theme: 'AUTO' })).toContain(
      `<style>\n${light}@media (prefers-color-scheme:dark){\n${dark}}\n</style>`,
    );
  });

  test('carries the files of the font that it uses, and no others', () => {
    const files = (...marks: readonly Mark[]) =>
      Array.from(
        svgOf(sceneOf(...marks), { fonts }).matchAll(/font-weight:(\d+);.*base64,(.*?)\)/g),
        ([, weight, file]) => [weight, file],
      );
    expect(files()).toEqual([]);
    expect(files(text('信頼'))).toEqual([]);
    expect(files(text('a'))).toEqual([['400', fonts.REGULAR.LATIN]]);
    expect(files(text('Инженер'))).toEqual([['400', fonts.REGULAR.OTHER]]);
    expect(files(text('a'), { ...text('Инженер I'), weight: 'BOLD' })).toEqual([
      ['400', fonts.REGULAR.LATIN],
      ['700', fonts.BOLD.LATIN],
      ['700', fonts.BOLD.OTHER],
    ]);
  });

  test('says how wide a text is only if its font is unknown', () => {
    expect(svgOf(sceneOf(text('Lead')))).not.toContain('textLength');
    expect(svgOf(sceneOf(text('信頼')))).toContain(
      '<text x="1" y="2" class="fill-ink" font-size="12" textLength="24" lengthAdjust="spacingAndGlyphs">信頼</text>',
    );
  });

  test('is well-formed and keeps what is written, whatever titles there are', () => {
    const marks = hostileTitles.map((title): Mark => ({ type: 'group', title, node: title, marks: [text(title)] }));
    const document = parsedXml(svgOf({ ...sceneOf(...marks), title: hostileTitles.join(), description: '<&>"' }));
    const groups = elementsNamed(document, 'g');
    const clean = hostileTitles.map(cleanText);
    expect(groups.map(({ children }) => children.map((child) => child.text))).toEqual(
      clean.map((each) => [each, each]),
    );
    expect(groups.map(({ attributes }) => attributes['data-node'])).toEqual(clean);
    expect(elementsNamed(document, 'desc')[0]?.text).toBe('<&>"');
  });

  test('refuses a length that is no number', () => {
    expect(() => svgOf(sceneOf({ ...text('a'), x: Number.NaN }))).toThrow('a mark has the length NaN');
  });
});
