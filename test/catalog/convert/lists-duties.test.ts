import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { splitDuties } from '../../../src/catalog/convert/split-duties.ts';

describe('duties of a text', () => {
  test.each([
    ['bullets', '• Runs backups\n• Answers pages', ['Runs backups', 'Answers pages']],
    ['hyphens', '- Runs backups\n- Answers pages.', ['Runs backups', 'Answers pages']],
    ['dashes', '– Runs backups;\n– Answers pages;', ['Runs backups', 'Answers pages']],
    ['stars', '* Runs backups\n* Answers pages', ['Runs backups', 'Answers pages']],
    ['numbers', '1. Runs backups\n2) Answers pages\n(3) Patches', ['Runs backups', 'Answers pages', 'Patches']],
    ['letters', 'a) Runs backups\nb) Answers pages', ['Runs backups', 'Answers pages']],
    ['bullets in one line', '• Runs backups • Answers pages', ['Runs backups', 'Answers pages']],
    ['hyphens in one line', '- Runs on-call - Answers pages', ['Runs on-call', 'Answers pages']],
    ['numbers in one line', '1. Runs backups 2. Answers pages', ['Runs backups', 'Answers pages']],
    ['line breaks', 'Runs backups\nAnswers pages', ['Runs backups', 'Answers pages']],
    ['line breaks of HTML', 'Runs backups<br/>Answers pages', ['Runs backups', 'Answers pages']],
    ['semicolons', 'runs backups; answers pages;', ['runs backups', 'answers pages']],
    [
      'semicolons outside of brackets',
      'runs backups (full; nightly); answers pages',
      ['runs backups (full; nightly)', 'answers pages'],
    ],
    [
      'sentences',
      'Runs backups. Answers pages. Patches e.g. Linux.',
      ['Runs backups', 'Answers pages', 'Patches e.g. Linux'],
    ],
    ['words and commas', 'Backups, patching, monitoring', ['Backups', 'patching', 'monitoring']],
    [
      'capitals and commas',
      'Run backups, Patch servers, Answer pages',
      ['Run backups', 'Patch servers', 'Answer pages'],
    ],
    ['gerunds and commas', 'running backups, patching servers', ['running backups', 'patching servers']],
    ['verbs of the third person', 'answers pages, and verifies the backups', ['answers pages', 'verifies the backups']],
  ])('are separated by %s', (_, text, duties) => {
    expect(splitDuties(text)).toEqual({ duties, others: [] });
  });

  test.each([
    'Plan, build and run networks',
    'Manage budgets, vendors and contracts',
    'Coordinate with Security, Finance',
    'Designs systems and services',
    'Runs backups, including those of laptops',
    'Version 2.1 of the plan',
    'Escalates to e.g. Dr. Meyer',
    'Tunes queries - the slow ones',
  ])('are one where separators are not plain: %s', (text) => {
    expect(splitDuties(text).duties).toEqual([text]);
  });

  test('join lines that were wrapped by hand', () => {
    expect(splitDuties('Runs the backups of all\nservers').duties).toEqual(['Runs the backups of all servers']);
    expect(splitDuties('- Runs the backups of all\n  servers\n- Answers pages').duties).toEqual([
      'Runs the backups of all servers',
      'Answers pages',
    ]);
  });

  test('leave out what introduces them, and places that name none', () => {
    expect(splitDuties('The SRE:\n- Runs backups\n- n/a')).toEqual({
      duties: ['Runs backups'],
      others: [
        { text: 'The SRE:', why: 'words that introduce a list of duties' },
        { text: '- n/a', why: 'a place for duties that names none' },
      ],
    });
    for (const nothing of ['-', '—', 'n/a', 'N/A', 'TBD', 'none', 'keine', '?', '  ']) {
      expect(splitDuties(nothing).duties, nothing).toEqual([]);
    }
  });

  test('lose no letter, whatever the text is', () => {
    const piece = fc.oneof(
      fc.constantFrom('\n', '; ', ', ', '. ', '- ', '• ', '1. ', '(', ')', ' and ', 'runs ', 'N/A'),
      fc.string({ maxLength: 8, unit: 'grapheme' }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 15 }), (pieces) => {
        const text = pieces.join('');
        const { duties, others } = splitDuties(text);
        const kept = [...duties, ...others.map((other) => other.text)].join('');
        const letters = (given: string) => [...given.replace(/<br\s*\/?>|\band\b/gi, '').matchAll(/\p{L}/gu)].length;
        // The signs "a)" and "o" of lists are letters, too.
        const signs = [...text.matchAll(/(?:^|\n)\s*(?:\(?[a-zA-Z][.)]|o)\s/g)].length;
        expect(letters(kept)).toBeGreaterThanOrEqual(letters(text) - signs);
        for (const duty of duties) expect(duty).toBe(duty.trim());
      }),
    );
  });
});
