import { expect, test } from 'vitest';
import { instantOf, instantText } from '../../src/text/instants.ts';

test.each([
  ['2027-06-01', '2027-06-01T00:00:00Z'],
  ['2028-02-29', '2028-02-29T00:00:00Z'],
  ['2027-06-01T12:00Z', '2027-06-01T12:00:00Z'],
  ['2027-06-01T12:00:05.999Z', '2027-06-01T12:00:05Z'],
  ['2027-06-01T00:30:00+02:00', '2027-05-31T22:30:00Z'],
])('the instant %s is %s', (text, expected) => {
  const instant = instantOf(text);
  expect(instant && instantText(instant)).toBe(expected);
});

test.each([
  '',
  '2027',
  '2027-06',
  '2027-02-29',
  '2027-06-01T12:00:00',
  '2027-06-01 12:00:00Z',
  '2027-06-01T25:00:00Z',
  '2027-02-30T12:00:00Z',
  ' 2027-06-01',
  '1.6.2027',
])('%j is no instant', (text) => {
  expect(instantOf(text)).toBeUndefined();
});
