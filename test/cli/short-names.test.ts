import { expect, test } from 'vitest';
import { shortNames } from '../../src/cli/output/short-names.ts';

function shortOf(...labels: string[]): readonly string[] {
  return shortNames(labels.map((label) => ({ label, alternateTitles: [] })));
}

test('a short name is the first letters of a title, without small words, or an abbreviation of the catalog', () => {
  expect(shortOf('Service Delivery Manager', 'Head of Operations', 'Auditor', 'Engineer (L3)')).toEqual([
    'SDM',
    'HO',
    'A',
    'EL3',
  ]);
  const sre = { label: 'Site Reliability Engineer', alternateTitles: ['Reliability Engineer', 'SRE', 'Ops'] };
  const ciso = { label: 'Head of Security', alternateTitles: ['CISO'] };
  expect(shortNames([sre, ciso])).toEqual(['SRE', 'CISO']);
});

test('titles with the same first letters get more letters, or numbers', () => {
  expect(shortOf('Security Analyst', 'Security Architect')).toEqual(['SAn', 'SAr']);
  expect(shortOf('Backup Engineer', 'Build Engineer', 'Change Manager')).toEqual(['BaE', 'BuE', 'CM']);
  expect(shortOf('Auditor!', 'Auditor?')).toEqual(['A1', 'A2']);
});

test('no two short names are equal, whatever titles there are', () => {
  const titles = ['A B', 'AB', 'A-B', 'Ab', 'データ 管理者', 'データ', '!', '?', 'Aa Bb', 'Aa Bc', 'A1', 'A', 'AB2'];
  expect(new Set(shortOf(...titles)).size).toBe(titles.length);
});
