import { describe, expect, test } from 'vitest';
import { isInFont, textWidth } from '../../../src/drawing/text/text-width.ts';

describe('the width of a text', () => {
  test('is the sum of its letters and the kerning between them, at any size', () => {
    expect(textWidth('', 12)).toBe(0);
    expect(textWidth('nn', 12)).toBeCloseTo(2 * textWidth('n', 12));
    expect(textWidth('AV', 12)).toBeLessThan(textWidth('A', 12) + textWidth('V', 12));
    expect(textWidth('Reliability', 24)).toBeCloseTo(2 * textWidth('Reliability', 12));
    expect(textWidth('Reliability', 12, 'BOLD')).toBeGreaterThan(textWidth('Reliability', 12));
  });

  test('is the same however accents are encoded', () => {
    expect(textWidth('e\u0301', 12)).toBe(textWidth('é', 12));
  });

  test('counts a grapheme that the font lacks once', () => {
    expect(textWidth('👩🏽‍🚒', 10)).toBe(textWidth('🚒', 10));
    expect(textWidth('q\u0307', 10)).toBe(6.5);
    expect(textWidth('信頼', 10)).toBe(20);
    expect(textWidth('\u200b', 10)).toBe(0);
  });

  test('knows which texts the font has', () => {
    expect(['Žižka → €', 'Διευθυντής', 'Инженер', 'Kỹ sư', ''].map(isInFont)).toEqual([true, true, true, true, true]);
    expect(['信頼', '👩🏽‍🚒', 'مهندس', 'e\u0301', '\ufffd'].map(isInFont)).toEqual([false, false, false, false, false]);
  });
});
