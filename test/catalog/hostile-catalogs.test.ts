import { describe, expect, test } from 'vitest';
import { isMap, isNode, isScalar, isSeq, parseDocument } from 'yaml';
import { pathSteps, readText, smallCatalog, withValue } from './small-catalog.ts';

/** What is changed in the small catalog; the path of the finding where it is another; what the message says. */
interface Hostile {
  readonly set: string;
  readonly to: unknown;
  readonly at?: string;
  readonly says: RegExp;
  /** Other findings that follow from the change by right. */
  readonly also?: number;
}

const long = 'x'.repeat(401);
const slugText = /is not a slug.*expected lower case letters/;
const unknownKeyAt = (path: string, key: string, says = /unknown key.*expected one of/): Hostile => ({
  set: path === '' ? key : `${path}.${key}`,
  to: 'x',
  says,
});
const role = (fields: object) => ({ slug: 'new', title: 'New Role', ...fields });
const appearance = (fields: object) => ({
  role: 'lor',
  category: 'org/tac',
  titles: ['Other Role'],
  responsibilities: [],
  source: { source: 'src', line: 3 },
  ...fields,
});

const hostile: readonly Hostile[] = [
  // The document.
  unknownKeyAt('', 'role', /unknown key \(did you mean "roles"\?\)/),
  unknownKeyAt('', 'Roles2', /unknown key/),
  unknownKeyAt('', 'constructor'),
  unknownKeyAt('', '__proto__'),
  unknownKeyAt('', '<<', /merge keys/),
  { set: 'name', to: undefined, says: /is missing; expected text/ },
  { set: 'version', to: undefined, says: /is missing; expected text/ },
  { set: 'name', to: '', says: /is empty/ },
  { set: 'name', to: long, says: /longer than 400 characters/ },
  { set: 'version', to: 1, says: /expected text.*got the number 1; put quotes/ },
  { set: 'version', to: null, says: /expected text.*got nothing/ },
  { set: 'name', to: ['x'], says: /expected text.*got a list/ },
  { set: 'sources', to: undefined, says: /is missing.*add `sources: \[\]`/ },
  { set: 'pillars', to: undefined, says: /is missing.*add `pillars: \[\]`/ },
  { set: 'organizationTypes', to: undefined, says: /add `organizationTypes: \[\]`/ },
  { set: 'topics', to: undefined, says: /is missing.*add `topics: \[\]`/ },
  { set: 'categories', to: undefined, says: /is missing.*at least one entry/ },
  { set: 'responsibilities', to: undefined, says: /is missing.*add `responsibilities: \[\]`/ },
  { set: 'roles', to: undefined, says: /is missing.*at least one entry/ },
  { set: 'appearances', to: undefined, says: /is missing.*at least one entry/ },
  { set: 'appearances', to: [], says: /is empty; expected at least one entry/ },
  { set: 'roles', to: [], says: /is empty; expected at least one entry/, also: 2 },
  {
    set: 'responsibilities',
    to: [],
    at: 'appearances[0].responsibilities[0]',
    says: /unknown responsibility/,
    also: 1,
  },
  { set: 'roles', to: null, says: /expected a list, got nothing/ },
  { set: 'roles', to: {}, says: /expected a list, got a mapping/ },
  { set: 'topics', to: 'none', says: /expected a list, got the text "none"/ },
  // Entries.
  { set: 'appearances', to: [null], at: 'appearances[0]', says: /expected a mapping, got nothing/ },
  { set: 'roles[2]', to: null, says: /expected a mapping, got nothing/ },
  { set: 'roles[2]', to: 'Engineer', says: /expected a mapping, got the text "Engineer"/ },
  { set: 'appearances[2]', to: [], says: /expected a mapping, got an empty list/ },
  unknownKeyAt('sources[0]', 'titel', /did you mean "title"/),
  unknownKeyAt('pillars[0]', 'title'),
  unknownKeyAt('organizationTypes[0]', 'sumary', /did you mean "summary"/),
  unknownKeyAt('categories[0]', 'summary'),
  unknownKeyAt('topics[0]', 'summary'),
  unknownKeyAt('responsibilities[0]', 'topic', /did you mean "topics"/),
  unknownKeyAt('roles[0]', 'alternatetitles', /did you mean "alternateTitles"/),
  unknownKeyAt('roles[0]', 'name'),
  unknownKeyAt('roles[0]', '__proto__'),
  unknownKeyAt('roles[0]', 'constructor'),
  unknownKeyAt('appearances[0]', 'roles', /did you mean "role"/),
  unknownKeyAt('appearances[0].source', 'page', /expected one of: source, line/),
  // Slugs.
  { set: 'sources[0].slug', to: undefined, says: /is missing; expected a slug/, also: 2 },
  { set: 'roles[0].slug', to: 7, says: /expected a slug.*got the number 7; put quotes/, also: 1 },
  { set: 'topics[2]', to: { slug: 'Bad', name: 'New' }, at: 'topics[2].slug', says: slugText },
  { set: 'topics[2]', to: { slug: 'a--b', name: 'New' }, at: 'topics[2].slug', says: slugText },
  { set: 'topics[2]', to: { slug: '-a', name: 'New' }, at: 'topics[2].slug', says: slugText },
  { set: 'topics[2]', to: { slug: 'a-', name: 'New' }, at: 'topics[2].slug', says: slugText },
  { set: 'topics[2]', to: { slug: 'a_b', name: 'New' }, at: 'topics[2].slug', says: /e\.g\. "a-b"/ },
  { set: 'topics[2]', to: { slug: 'é', name: 'New' }, at: 'topics[2].slug', says: slugText },
  { set: 'topics[2]', to: { slug: '', name: 'New' }, at: 'topics[2].slug', says: slugText },
  { set: 'topics[2]', to: { slug: 'a/b', name: 'New' }, at: 'topics[2].slug', says: slugText },
  { set: 'topics[2]', to: { slug: long, name: 'New' }, at: 'topics[2].slug', says: /longer than 200/ },
  { set: 'topics[2]', to: { slug: 'top', name: 'New' }, at: 'topics[2].slug', says: /used twice.*first given at/ },
  { set: 'sources[1]', to: { slug: 'src', title: 'B', document: 'b' }, at: 'sources[1].slug', says: /used twice/ },
  { set: 'pillars[2]', to: { slug: 'pil', name: 'B' }, at: 'pillars[2].slug', says: /used twice/ },
  { set: 'organizationTypes[2]', to: { slug: 'org', name: 'B' }, at: 'organizationTypes[2].slug', says: /used twice/ },
  {
    set: 'organizationTypes[2]',
    to: { slug: 'pil', name: 'B' },
    at: 'organizationTypes[2].slug',
    says: /a pillar's too/,
  },
  { set: 'responsibilities[2]', to: { slug: 'res', name: 'B' }, at: 'responsibilities[2].slug', says: /used twice/ },
  { set: 'roles[2]', to: { slug: 'rol', title: 'B' }, at: 'roles[2].slug', says: /used twice/ },
  {
    set: 'categories[2]',
    to: { slug: 'cat', name: 'B', pillar: 'pil' },
    at: 'categories[2].slug',
    says: /"pil\/cat" is given twice/,
  },
  {
    set: 'categories[2]',
    to: { slug: 'tac', name: 'B', organizationTypes: ['org'], relation: 'supports' },
    at: 'categories[2].slug',
    says: /"org\/tac" is given twice/,
  },
  // Titles and names.
  {
    set: 'roles[2]',
    to: role({ title: 'thé  ROLE (!)' }),
    at: 'roles[2].title',
    says: /same title of a role as "The Role".*first given at/,
  },
  {
    set: 'roles[2]',
    to: role({ title: 'Other role', qualifier: 'l-3' }),
    at: 'roles[2].title',
    says: /"Other role \(l-3\)" is the same title of a role as "Other Role \(L3\)".*tell them apart by `qualifier`/,
  },
  { set: 'roles[2]', to: role({ title: 'Other Role (L3)' }), at: 'roles[2].title', says: /same title of a role/ },
  { set: 'roles[1].qualifier', to: '—', says: /nothing to be found by/ },
  { set: 'roles[1].qualifier', to: '', says: /is empty/ },
  { set: 'roles[1].qualifier', to: 3, says: /expected text.*got the number 3/ },
  unknownKeyAt('responsibilities[0]', 'qualifier'),
  { set: 'roles[2]', to: role({ title: '—' }), at: 'roles[2].title', says: /nothing to be found by/ },
  { set: 'roles[2]', to: role({ title: 'x\u0007y' }), at: 'roles[2].title', says: /control character U\+0007/ },
  { set: 'roles[2]', to: role({ title: 'x\u007fy' }), at: 'roles[2].title', says: /control character U\+007F/ },
  { set: 'roles[2]', to: role({ title: 'x\u0085y' }), at: 'roles[2].title', says: /line break \(U\+0085\)/ },
  { set: 'roles[2]', to: role({ title: 'x\ty' }), at: 'roles[2].title', says: /control character U\+0009/ },
  { set: 'roles[2]', to: role({ title: 'x\u202ey' }), at: 'roles[2].title', says: /U\+202E.*direction.*"x<U\+202E>y"/ },
  { set: 'roles[0].summary', to: 'x\u202ay\u202c', says: /contains U\+202A.*direction of writing.*remove it/ },
  { set: 'roles[0].hiddenTitles[1]', to: 'x\u2066y', says: /contains U\+2066.*direction/ },
  { set: 'appearances[0].note', to: 'x\u2069y', says: /contains U\+2069.*direction/ },
  { set: 'sources[0].document', to: 'x\u202dtxt.exe', says: /contains U\+202D.*direction/ },
  { set: 'roles[2]', to: role({ title: 'x\ud800y' }), at: 'roles[2].title', says: /half of a surrogate pair/ },
  { set: 'roles[2]', to: role({ title: '  ' }), at: 'roles[2].title', says: /is empty/ },
  { set: 'roles[2]', to: role({ title: long }), at: 'roles[2].title', says: /longer than 400 characters/ },
  { set: 'roles[2]', to: role({ title: true }), at: 'roles[2].title', says: /expected text.*got true/ },
  { set: 'roles[2]', to: { slug: 'new' }, at: 'roles[2].title', says: /is missing; expected text/ },
  { set: 'roles[2]', to: role({ title: 'a\nb' }), at: 'roles[2].title', says: /line break \(U\+000A\).*">-"/ },
  { set: 'sources[0].document', to: 'a\nb', says: /line break \(U\+000A\)/ },
  { set: 'roles[0].summary', to: 'a\rb', says: /control character U\+000D.*line breaks \(LF or CR LF\) and spaces/ },
  { set: 'roles[0].summary', to: 'a\u0085b', says: /control character U\+0085/ },
  { set: 'roles[0].summary', to: 'a\tb', says: /control character U\+0009/ },
  { set: 'roles[0].summary', to: '\n \r\n', says: /is empty/ },
  { set: 'roles[0].summary', to: '', says: /is empty/ },
  { set: 'roles[0].summary', to: null, says: /got nothing \(null\); give a value, or leave out the key/ },
  { set: 'roles[0].summary', to: 'x'.repeat(10_001), says: /longer than 10,000 characters/ },
  { set: 'roles[0].alternateTitles', to: 'Role One', says: /expected a list, got the text/ },
  { set: 'roles[0].alternateTitles[2]', to: 'Role One', says: /given twice here.*first given at/ },
  { set: 'roles[0].alternateTitles[2]', to: 'The Role', says: /given twice here/ },
  { set: 'roles[0].alternateTitles[2]', to: '[—]', says: /nothing to be found by/ },
  { set: 'roles[0].alternateTitles[2]', to: 3, says: /expected text.*got the number 3/ },
  { set: 'roles[0].alternateTitles[2]', to: 'x\u0000', says: /U\+0000/ },
  {
    set: 'roles[1].alternateTitles',
    to: Array.from({ length: 5001 }, (_, i) => `T${i}`),
    says: /5,001 entries; at most 5,000/,
  },
  // Hidden titles and names.
  { set: 'roles[0].hiddenTitles', to: 'ROL', says: /expected a list, got the text/ },
  { set: 'roles[0].hiddenTitles[2]', to: 'Role Hid', says: /given twice here.*first given at/ },
  { set: 'roles[0].hiddenTitles[2]', to: 'The Role', says: /given twice here/ },
  { set: 'roles[0].hiddenTitles[2]', to: 'Role One', says: /given twice here/ },
  { set: 'roles[0].hiddenTitles[2]', to: '[—]', says: /nothing to be found by/ },
  { set: 'roles[0].hiddenTitles[2]', to: 3, says: /expected text.*got the number 3/ },
  {
    set: 'roles[1].hiddenTitles',
    to: Array.from({ length: 5001 }, (_, i) => `T${i}`),
    says: /5,001 entries; at most 5,000/,
  },
  { set: 'topics[0].hiddenNames[1]', to: 'The Topic', says: /given twice here/ },
  { set: 'topics[0].hiddenNames[1]', to: '…', says: /nothing to be found by/ },
  { set: 'responsibilities[0].hiddenNames[1]', to: 'Hidden duty', says: /given twice here/ },
  unknownKeyAt('pillars[0]', 'hiddenNames'),
  unknownKeyAt('responsibilities[0]', 'hiddenTitles', /expected one of: slug, name, hiddenNames/),
  {
    set: 'appearances[0].titles[0]',
    to: 'Role Hid',
    says: /"Role Hid" is a hidden title of the role.*move it from hiddenTitles to alternateTitles/,
  },
  { set: 'pillars[1].name', to: 'the pillar', says: /same name in pillars as "The Pillar"/ },
  { set: 'pillars[1].name', to: '…', says: /nothing to be found by/ },
  { set: 'organizationTypes[1].name', to: 'The-Organization', says: /same name in organizationTypes/ },
  { set: 'topics[1].name', to: 'THE TOPIC', says: /same name in topics/ },
  { set: 'responsibilities[1].name', to: 'do  this!', says: /same name in responsibilities/ },
  { set: 'sources[0].document', to: undefined, says: /is missing; expected text/ },
  // External ids and URLs.
  { set: 'roles[0].externalId', to: '', says: /is empty/ },
  { set: 'pillars[0].externalId', to: 7, says: /expected text.*got the number 7; put quotes/ },
  { set: 'roles[0].sameAs', to: 'https://a.example', says: /expected a list, got the text/ },
  { set: 'roles[0].sameAs[2]', to: 'http://b.example', says: /given twice here.*first given at/ },
  {
    set: 'roles[0].sameAs[2]',
    to: 'b.example',
    says: /is not a URL: "b\.example"; expected one that begins with "https:/,
  },
  { set: 'roles[0].sameAs[2]', to: 'javascript:alert(1)', says: /is not a URL/ },
  {
    set: 'roles[0].sameAs[2]',
    to: 'https://a.example@b.example',
    says: /is not a URL.*without a user before the host/,
  },
  { set: 'roles[0].sameAs[2]', to: 'https://a.example/a b', says: /is not a URL.*without spaces/ },
  { set: 'roles[0].sameAs[2]', to: 'https://[a', says: /is not a URL/ },
  { set: 'roles[0].sameAs[2]', to: `https://a.example/${'x'.repeat(2000)}`, says: /longer than 2,000/ },
  {
    set: 'roles[1].sameAs',
    to: Array.from({ length: 21 }, (_, i) => `http://a.example/${i}`),
    says: /21 entries; at most 20/,
  },
  { set: 'categories[1].sameAs', to: ['ftp://a.example'], at: 'categories[1].sameAs[0]', says: /is not a URL/ },
  { set: 'topics[0].sameAs', to: ['http://a', 'http://a'], at: 'topics[0].sameAs[1]', says: /given twice/ },
  unknownKeyAt('sources[0]', 'sameAs'),
  // Categories.
  { set: 'categories[2]', to: { slug: 'new', name: 'New' }, says: /belongs to nobody; expected either `pillar`/ },
  { set: 'categories[0].relation', to: 'inside', says: /without `organizationTypes`/ },
  {
    set: 'categories[2]',
    to: { slug: 'new', name: 'New', relation: 'inside' },
    says: /has a `relation`, but no organization type/,
  },
  { set: 'categories[1].pillar', to: 'pil', at: 'categories[1]', says: /pillar and to organization types/ },
  { set: 'categories[1].relation', to: undefined, says: /is missing; expected "inside" or "supports"/ },
  { set: 'categories[1].relation', to: 'outside', says: /expected "inside" or "supports", got the text "outside"/ },
  { set: 'categories[1].organizationTypes', to: 'org', says: /expected a list/, also: 1 },
  { set: 'categories[1].organizationTypes', to: [], says: /at least 1 entry, got an empty list/, also: 1 },
  { set: 'categories[1].organizationTypes[1]', to: 'org', says: /given twice here/ },
  {
    set: 'categories[1].organizationTypes[1]',
    to: 'vem',
    says: /unknown organization type "vem" \(did you mean "ven"\?\)/,
  },
  { set: 'categories[1].organizationTypes[1]', to: 'pal', says: /it is a pillar; refer to it as `pillar`/ },
  {
    set: 'categories[2]',
    to: { slug: 'new', name: 'New', pillar: 'nope' },
    at: 'categories[2].pillar',
    says: /unknown pillar "nope"/,
  },
  {
    set: 'categories[2]',
    to: { slug: 'new', name: 'New', pillar: 'org' },
    at: 'categories[2].pillar',
    says: /it is an organization type/,
  },
  {
    set: 'categories[2]',
    to: { slug: 'new', name: 'PILLAR category', pillar: 'pil' },
    at: 'categories[2].name',
    says: /"pil" has a category of the name "Pillar Category" already.*first given at/,
  },
  {
    set: 'categories[2]',
    to: { slug: 'new', name: 'Organization  Category', organizationTypes: ['org'], relation: 'supports' },
    at: 'categories[2].name',
    says: /"org" has a category of the name/,
  },
  // Responsibilities.
  {
    set: 'responsibilities[0].topics[1]',
    to: 'tops',
    says: /unknown topic "tops" \(did you mean "top"\?\).*in `topics`/,
  },
  { set: 'responsibilities[0].topics[1]', to: 'top', says: /given twice here/ },
  { set: 'responsibilities[0].topics', to: { top: true }, says: /expected a list, got a mapping/ },
  // Appearances.
  { set: 'appearances[0].role', to: 'roll', says: /unknown role "roll" \(did you mean "rol"\?\)/ },
  { set: 'appearances[0].role', to: undefined, says: /is missing; expected a slug/ },
  { set: 'appearances[0].category', to: 'cat', says: /not a reference to a category.*"<owner>\/<slug>"/ },
  { set: 'appearances[0].category', to: 'pil/cap', says: /unknown category "pil\/cap" \(did you mean "pil\/cat"\?\)/ },
  { set: 'appearances[1].category', to: 'ven/tac', says: /did you mean "org\/tac"/ },
  { set: 'appearances[0].titles', to: [], says: /at least 1 entry, got an empty list/ },
  { set: 'appearances[0].titles', to: undefined, says: /is missing; expected a list/ },
  { set: 'appearances[0].titles[1]', to: 'The Role', says: /given twice here/ },
  {
    set: 'appearances[0].titles[1]',
    to: 'The role',
    says: /none of the titles of the role \(did you mean "The Role"\?\).*role given at/,
  },
  {
    set: 'appearances[0].titles[1]',
    to: 'THE ROLE (as the line has it)',
    says: /none of the titles of the role \(did you mean "The Role"\?\)/,
  },
  { set: 'appearances[0].titles[1]', to: 'Other Role', says: /none of the titles of the role/ },
  { set: 'appearances[0].responsibilities', to: undefined, says: /is missing; expected a list/ },
  { set: 'appearances[0].responsibilities[1]', to: 'rex', says: /unknown responsibility "rex"/ },
  { set: 'appearances[0].responsibilities[1]', to: 'res', says: /given twice here/ },
  {
    set: 'appearances[0].responsibilities[1]',
    to: 7,
    says: /expected the slug of a responsibility, or a mapping.*got the number 7/,
  },
  {
    set: 'appearances[0].responsibilities[1]',
    to: { slug: 'ser', involvement: ['INFORMED'] },
    at: 'appearances[0].responsibilities[1].slug',
    says: /unknown key.*expected one of: responsibility, involvement/,
    also: 1,
  },
  {
    set: 'appearances[0].responsibilities[1]',
    to: { responsibility: 'ser' },
    at: 'appearances[0].responsibilities[1].involvement',
    says: /is missing; expected a list of at least 1 entry/,
  },
  {
    set: 'appearances[0].responsibilities[1]',
    to: { responsibility: 'rex', involvement: ['INFORMED'] },
    at: 'appearances[0].responsibilities[1].responsibility',
    says: /unknown responsibility "rex" \(did you mean "res"\?\)/,
  },
  {
    set: 'appearances[0].responsibilities[1]',
    to: { responsibility: 'Ser', involvement: ['INFORMED'] },
    at: 'appearances[0].responsibilities[1].responsibility',
    says: /is not a slug: "Ser"/,
  },
  {
    set: 'appearances[0].responsibilities[1]',
    to: { responsibility: 'res', involvement: ['INFORMED'] },
    at: 'appearances[0].responsibilities[1].responsibility',
    says: /"res" is given twice here; make it one entry/,
  },
  ...(
    [
      [
        ['INFORMED', 'A'],
        1,
        /expected RESPONSIBLE, ACCOUNTABLE, CONSULTED or INFORMED, got the text "A" \(did you mean ACCOUNTABLE\?\)/,
      ],
      [['consulted'], 0, /got the text "consulted" \(did you mean CONSULTED\?\)/],
      [['OWNER'], 0, /expected RESPONSIBLE, ACCOUNTABLE, CONSULTED or INFORMED, got the text "OWNER"$/],
      [['INFORMED', 'CONSULTED', 'INFORMED'], 2, /given twice here; remove one/],
    ] as const
  ).map(([involvement, index, says]) => ({
    set: 'appearances[0].responsibilities[1]',
    to: { responsibility: 'ser', involvement },
    at: `appearances[0].responsibilities[1].involvement[${index}]`,
    says,
  })),
  ...['ACCOUNTABLE', []].map((involvement) => ({
    set: 'appearances[0].responsibilities[1]',
    to: { responsibility: 'ser', involvement },
    at: 'appearances[0].responsibilities[1].involvement',
    says: /expected a list of at least 1 entry, e.g. \[ACCOUNTABLE\], got/,
  })),
  {
    set: 'appearances[0].source',
    to: 'src:1',
    says: /expected a mapping with the key source and, where known, .*, got the text/,
  },
  { set: 'appearances[0].source.source', to: 'scr', says: /unknown source "scr" \(did you mean "src"\?\)/ },
  { set: 'appearances[0].source.line', to: 0, says: /from 1 to 2,147,483,647: lines count from 1, got the number 0/ },
  { set: 'appearances[0].source.line', to: -3, says: /lines count from 1, got the number -3/ },
  { set: 'appearances[0].source.line', to: 1.5, says: /expected a whole number.*got the number 1\.5/ },
  { set: 'appearances[0].source.line', to: '1', says: /expected a whole number.*got the text "1"/ },
  { set: 'appearances[0].source.line', to: 2 ** 31, says: /from 1 to 2,147,483,647, got the number/ },
  { set: 'appearances[0].source.line', to: 1e300, says: /expected a whole number from 1 to 2,147,483,647/ },
  { set: 'appearances[0].note', to: ['x'], says: /expected text.*got a list/ },
  {
    set: 'appearances[2]',
    to: appearance({ source: { source: 'src', line: 2 } }),
    says: /appears twice in "org\/tac" on line 2 of source "src".*first given at/,
  },
];

/** The line of what a path leads to, by another reader of JSON than ours: of its key or entry, or the nearest above. */
function lineOf(text: string, path: string): number {
  let node: unknown = parseDocument(text, { uniqueKeys: false }).contents;
  let offset = 0;
  for (const step of pathSteps(path)) {
    const pair = isMap(node) ? node.items.find(({ key }) => isScalar(key) && key.value === step) : undefined;
    const value = pair?.value ?? (isSeq(node) ? node.items[Number(step)] : undefined);
    const located = pair?.key ?? value;
    if (!isNode(located)) break;
    offset = located.range?.[0] ?? 0;
    node = value;
  }
  return text.slice(0, offset).split('\n').length;
}

test('the small catalog itself gives no finding', async () => {
  const { catalog, findings } = await readText(JSON.stringify(smallCatalog()));
  expect(findings).toEqual([]);
  expect(catalog).toEqual(smallCatalog());
});

test('there are at least 100 hostile catalogs', () => {
  expect(hostile.length).toBeGreaterThan(100);
});

describe('a catalog is refused, and the message says where, what and what was expected', () => {
  test.for(
    hostile.map(
      (row) => [`${row.set} = ${row.to === undefined ? 'nothing' : JSON.stringify(row.to).slice(0, 60)}`, row] as const,
    ),
  )('refuses a catalog and says where, what, and what was expected: %s', async ([, row]) => {
    const text = JSON.stringify(withValue(smallCatalog(), row.set, row.to), undefined, 2);
    const { catalog, findings } = await readText(text);
    const at = row.at ?? row.set;
    const shown = at.endsWith('<<') ? '["<<"]' : at;
    const errors = findings.filter(({ severity }) => severity === 'error');
    expect(catalog).toBeUndefined();
    const message: unknown = expect.stringMatching(row.says);
    expect(errors.filter(({ path }) => path === shown)).toEqual([
      expect.objectContaining({ path: shown, line: lineOf(text, at), message }),
    ]);
    expect(errors[0]?.file).toMatch(/catalog\.json$/);
    expect(errors.length, JSON.stringify(errors, undefined, 1)).toBe(1 + (row.also ?? 0));
  });
});
