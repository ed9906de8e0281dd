import { describe, expect, test } from 'vitest';
import { median, percentile } from '../../bench/measure/percentiles.ts';

describe('percentiles', () => {
  const hundred = Array.from({ length: 100 }, (_, at) => 100 - at);

  test('percentiles are of the nearest rank, whatever the order', () => {
    expect(percentile(hundred, 0.5)).toBe(50);
    expect(percentile(hundred, 0.95)).toBe(95);
    expect(percentile(hundred, 1)).toBe(100);
    expect(hundred[0]).toBe(100);
  });

  test('percentiles of few values are among these values', () => {
    expect(median([3, 1])).toBe(1);
    expect(percentile([3, 1], 0.95)).toBe(3);
    expect(percentile([7], 0.01)).toBe(7);
  });

  test('there are no percentiles of nothing', () => {
    expect(() => median([])).toThrow(RangeError);
  });
});
