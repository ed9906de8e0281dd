import type { Color } from '../../src/drawing/scene/scene.ts';

/** The class of something with a rule at its edge, in the hue of a group; null for a group without a hue. */
export function ruleClass(hue: Color | null): string {
  return `rule rule-${(hue ?? 'MUTED').toLowerCase().replaceAll('_', '-')}`;
}
