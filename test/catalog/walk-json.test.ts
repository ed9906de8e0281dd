import fc from 'fast-check';
import { expect, test } from 'vitest';
import { walkJson } from '../../src/catalog/read/parse-json.ts';
import { UnreadableText } from '../../src/catalog/read/parsed-text.ts';

/** The events of a walk, one line each. */
function eventsOf(text: string): string[] {
  const lines: string[] = [];
  walkJson(text, {
    opened: (offset, isMapping, path) => lines.push(`${offset} ${isMapping ? '{' : '['} at ${path().join('/')}`),
    closed: () => lines.push('closed'),
    key: (key, offset, path) => lines.push(`${offset} ${key} at ${path().join('/')}`),
    scalar: (offset) => lines.push(`${offset} scalar`),
  });
  return lines;
}

function isWalkable(text: string): boolean {
  try {
    walkJson(text, silent);
    return true;
  } catch (error) {
    if (error instanceof UnreadableText) return false;
    throw error;
  }
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

test('a walk reports what is where', () => {
  expect(eventsOf(' {"a": [1, {}],\n"\\u0062": "x\\n"} ')).toEqual([
    '1 { at ',
    '2 a at a',
    '7 [ at a',
    '8 scalar',
    '11 { at a/1',
    'closed',
    'closed',
    '16 b at b',
    '26 scalar',
    'closed',
  ]);
});

const marks = [
  '{',
  '}',
  '[',
  ']',
  ',',
  ':',
  '"',
  '\\',
  '0',
  '.',
  '-',
  '+',
  'e',
  't',
  '/',
  ' ',
  '\n',
  '\t',
  '\f',
  '\u00A0',
  'null',
];

test('JSON is what JSON.parse takes, however a text was damaged', () => {
  const damage = fc.tuple(fc.nat(), fc.nat({ max: 2 }), fc.constantFrom(...marks));
  fc.assert(
    fc.property(fc.json(), fc.array(damage, { maxLength: 3 }), (json, damages) => {
      let text = json;
      for (const [where, removed, added] of damages) {
        const at = where % (text.length + 1);
        text = text.slice(0, at) + added + text.slice(at + removed);
      }
      expect(isWalkable(text), text).toBe(isJson(text));
    }),
    { numRuns: 3_000 },
  );
});

test('neither depth, nor blanks, nor escapes are a danger', () => {
  expect(isWalkable('['.repeat(2_000_000) + ']'.repeat(2_000_000))).toBe(true);
  expect(isWalkable(`[${' '.repeat(20_000_000)}]`)).toBe(true);
  expect(isWalkable(`"${'\\n'.repeat(2_000_000)}"`)).toBe(true);
});

const nothing = (): void => undefined;
const silent = { opened: nothing, closed: nothing, key: nothing, scalar: nothing };
