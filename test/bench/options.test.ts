import { expect, test } from 'vitest';
import { readOptions } from '../../bench/options.ts';

test('a whole run leaves nothing out', () => {
  const { scales, operations, isWhole } = readOptions([]);
  expect(scales).toEqual(['shipped', '1000', '5000', '50000']);
  expect(operations.map(({ letter }) => letter).join('')).toBe('ABCDEFG');
  expect(isWhole).toBe(true);
});

test.each([['--quick'], ['--scales=1000'], ['--operations=A']])('with %s a run is not whole', (word) => {
  expect(readOptions([word]).isWhole).toBe(false);
});

test('scales and operations are taken in any case', () => {
  const { scales, operations } = readOptions(['--scales', 'Shipped, 5000', '--operations', 'd,a']);
  expect(scales).toEqual(['shipped', '5000']);
  expect(operations.map(({ letter }) => letter)).toEqual(['A', 'D']);
});

test('names what is not allowed', () => {
  expect(() => readOptions(['--scales', '7'])).toThrow('--scales has "7"; allowed: shipped, 1000, 5000, 50000.');
});
