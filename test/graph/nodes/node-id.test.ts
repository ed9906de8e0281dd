import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { placeKey } from '../../../src/catalog/place.ts';
import { appearanceKey, nodeId, parseAppearanceId } from '../../../src/graph/nodes/node-id.ts';
import { nodeKinds } from '../../../src/graph/nodes/node-kind.ts';

const slugs = fc.stringMatching(/^[a-z0-9]{1,3}(-[a-z0-9]{1,3}){0,2}$/);

test('an id is its kind in words, a colon and the slug', () => {
  expect(nodeKinds.map((kind) => nodeId(kind, 'x-y'))).toEqual([
    'role:x-y',
    'responsibility:x-y',
    'topic:x-y',
    'pillar:x-y',
    'category:x-y',
    'organization-type:x-y',
    'source:x-y',
    'appearance:x-y',
  ]);
});

describe('the id of an appearance', () => {
  test('the id of an appearance is "appearance:<owner>/<category slug>/<role slug>/<source>-<line>"', () => {
    const key = appearanceKey('security/infrastructure-and-network', 'auditor', placeKey('001', 42, 0));
    expect(nodeId('APPEARANCE', key)).toBe('appearance:security/infrastructure-and-network/auditor/001-42');
  });

  test('the id of an appearance is read back as what it was made of, also if the source ends in a number', () => {
    const lines = fc.integer({ min: 1, max: 2 ** 31 - 1 }).map((line) => ({ line, hash: 0 }));
    const hashes = fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }).map((hash) => ({ line: 0, hash: hash || 1 }));
    const places = fc.oneof(
      fc.tuple(slugs, fc.oneof(lines, hashes)).map(([source, { line, hash }]) => placeKey(source, line, hash)),
      hashes.map(({ hash }) => placeKey(undefined, 0, hash)),
    );
    fc.assert(
      fc.property(slugs, slugs, slugs, places, (owner, category, roleSlug, place) => {
        const categoryKey = `${owner}/${category}`;
        const id = nodeId('APPEARANCE', appearanceKey(categoryKey, roleSlug, place));
        expect(parseAppearanceId(id)).toEqual({ categoryKey, roleSlug, place });
      }),
    );
  });

  test.each([
    '',
    'appearance:',
    'role:auditor',
    'appearance:security/all/auditor',
    'appearance:security/all/auditor/001',
    'appearance:security/all/auditor/001-0',
    'appearance:security/all/auditor/001-042',
    'appearance:security/all/auditor/001-x',
    'appearance:security/all/auditor/42',
    'appearance:security/all/auditor/h1234567',
    'appearance:security/all/auditor/-h12345678',
    'appearance:security/all/auditor/-1',
    'appearance:all/auditor/001-42',
    'appearance:a/security/all/auditor/001-42',
    'appearance:security/all/auditor/001-42/',
    ' appearance:security/all/auditor/001-42',
    'APPEARANCE:security/all/auditor/001-42',
  ])('the id of an appearance is not %j', (id) => {
    expect(parseAppearanceId(id)).toBeUndefined();
  });

  test('reading any text as the id of an appearance never throws', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        parseAppearanceId(`appearance:${text}`);
      }),
    );
  });
});
