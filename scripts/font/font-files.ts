import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import subsetFont from 'subset-font';
import { packageFolder } from '../../src/config/package-folder.ts';
import type { FontMetrics } from '../../src/drawing/font/font-metrics.ts';
import type { GeneratedFile } from '../generated-file.ts';
import { fontCharacters } from './font-characters.ts';
import { fontMetricsOf, metricsModule } from './font-metrics-of.ts';

const inter = join(packageFolder(), 'node_modules/@expo-google-fonts/inter');
const weights = [
  { weight: 'REGULAR', source: '400Regular/Inter_400Regular.ttf' },
  { weight: 'BOLD', source: '700Bold/Inter_700Bold.ttf' },
] as const;
const parts = ['LATIN', 'OTHER'] as const;

/**
 * Inter (https://rsms.me/inter/) as pictures need it, and its metrics. SVG carries WOFF2, a file for each part of the characters;
 * PNG is made with TrueType, which has all of them. Of the features of OpenType only kerning stays: src/drawing measures a text
 * by the advances of its letters and the kerning between them, and other features, e.g. contextual alternates, change widths.
 */
export async function fontFiles(): Promise<readonly GeneratedFile[]> {
  const files: GeneratedFile[] = [
    { path: 'fonts/OFL.txt', content: await readFile(join(inter, 'LICENSE_FONT'), 'utf8') },
  ];
  const metrics: FontMetrics[] = [];
  for (const { weight, source } of weights) {
    const font = await readFile(join(inter, source));
    const subsetOf = (characters: string, targetFormat: 'sfnt' | 'woff2') =>
      subsetFont(font, characters, { targetFormat, keepFeatures: ['kern'], noHinting: true });
    const name = weight.toLowerCase();
    files.push({
      path: `fonts/inter-${name}.ttf`,
      content: await subsetOf(Object.values(fontCharacters).join(''), 'sfnt'),
    });
    for (const part of parts) {
      const characters = fontCharacters[part];
      files.push({
        path: `fonts/inter-${part.toLowerCase()}-${name}.woff2`,
        content: await subsetOf(characters, 'woff2'),
      });
      metrics.push(fontMetricsOf(await subsetOf(characters, 'sfnt'), { characters, part, weight }));
    }
  }
  return [...files, { path: 'src/drawing/font/font-metrics.generated.ts', content: metricsModule(metrics) }];
}
