import { describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { readText, smallCatalog } from './small-catalog.ts';

const json = JSON.stringify(smallCatalog(), undefined, 2);
const yaml = stringify(smallCatalog());
const lineOf = (text: string): number => yaml.slice(0, yaml.indexOf(text)).split('\n').length;
const bytes = (...parts: (string | readonly number[])[]): Uint8Array =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.from([...part]))));
const nested = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth);

/** The file's name and content; the line of the first finding and what it says. */
const hostile: readonly (readonly [
  about: string,
  name: string,
  content: string | Uint8Array,
  line: number,
  says: RegExp,
])[] = [
  // Encodings.
  ['UTF-16 little endian', 'c.yaml', bytes([0xff, 0xfe], 'n\0a\0'), 1, /expected UTF-8, got UTF-16/],
  ['UTF-16 big endian', 'c.json', bytes([0xfe, 0xff], '\0{'), 1, /expected UTF-8, got UTF-16/],
  ['UTF-16 without a mark', 'c.json', Buffer.from('{\n"name"', 'utf16le'), 1, /NUL byte/],
  ['Latin-1', 'c.yaml', bytes('name: a\nversion: "1"\n# caf', [0xe9], '\n'), 3, /invalid bytes in this line/],
  ['a cut character', 'c.json', bytes('{\n\n"a', [0xc3]), 3, /expected UTF-8/],
  ['an overlong form', 'c.json', bytes('{', [0xc0, 0xaf], '}'), 1, /expected UTF-8/],
  ['an encoded surrogate', 'c.json', bytes('{"a', [0xed, 0xa0, 0x80], '"}'), 1, /expected UTF-8/],
  ['NUL', 'c.yaml', 'name: a\nversion: "\0"\n', 2, /NUL byte/],
  // JSON.
  ['no JSON at all', 'c.json', '', 1, /is not JSON: it ends before/],
  ['a comment', 'c.json', '{\n  // hello\n}', 2, /JSON has no comments/],
  ['a comma too many', 'c.json', '{\n"name": "a",\n}', 3, /extra comma/],
  ['a missing comma', 'c.json', '{"name": "a"\n"version": "b"}', 2, /expected ","/],
  ['single quotes', 'c.json', "{'name': 1}", 1, /is not JSON/],
  ['NaN', 'c.json', '{"name":\nNaN}', 2, /is not JSON/],
  ['a leading zero', 'c.json', '{"name": 01}', 1, /is not JSON/],
  ['a cut file', 'c.json', json.slice(0, 300), 18, /is the file cut off/],
  ['two documents', 'c.json', '{}\n{}', 2, /nothing after the end/],
  ['a line break in text', 'c.json', '{"name": "a\nb"}', 1, /is not JSON/],
  ['a bad escape', 'c.json', '{"name": "\\x"}', 1, /escape/],
  ['a number that ends in a dot', 'c.json', '{\n"name": 3.}', 2, /got "3\.}", expected a number/],
  ['another bracket', 'c.json', '{"roles": [1\n}}', 2, /expected "]"/],
  ['lists without end', 'c.json', `[${'[],'.repeat(5_000_000)}[]]`, 1, /more than 5,000,000 lists and mappings/],
  ['a form feed', 'c.json', '{\f}', 1, /is not JSON/],
  ['YAML in a .json file', 'c.json', 'name: x', 1, /is not JSON/],
  [
    'a key given twice',
    'c.json',
    '{\n"name": "a",\n"name": "b"}',
    3,
    /"name" is given twice.*first given at .*c\.json:2/,
  ],
  ['an escaped key given twice', 'c.json', '{"name": "a",\n"\\u006eame": "b"}', 2, /"name" is given twice/],
  ['a key given twice deep inside', 'c.json', '{"roles": [{"slug": "a",\n"slug": "b"}]}', 2, /"slug" is given twice/],
  ['__proto__ given twice', 'c.json', '{"__proto__": 1,\n"__proto__": 2}', 2, /"__proto__" is given twice/],
  ['JSON nested 33 deep', 'c.json', nested(33), 1, /deeper than 32/],
  ['JSON nested a million deep', 'c.json', '['.repeat(1_000_000), 1, /deeper than 32/],
  ['JSON objects nested deep', 'c.json', '{"a":'.repeat(100_000), 1, /deeper than 32/],
  [
    'JSON of too many keys',
    'c.json',
    `{${Array.from({ length: 1001 }, (_, i) => `"k${i}":1`).join()}}`,
    1,
    /more than 1,000 keys/,
  ],
  ['a JSON list', 'c.json', '[]', 1, /expected a mapping with keys of a catalog/],
  ['a JSON null', 'c.json', 'null', 1, /got nothing/],
  // YAML.
  ['an empty YAML file', 'c.yaml', '', 1, /expected a mapping with keys of a catalog.*got nothing/],
  ['comments only', 'c.yaml', '# nothing\n', 1, /got nothing/],
  ['YAML that is a text', 'c.yaml', 'hello', 1, /got the text "hello"/],
  ['a YAML list', 'c.yml', '- a', 1, /got a list/],
  ['a wrong indent', 'c.yaml', 'name: a\n  version: b\n', 1, /is not YAML/],
  ['an open quote', 'c.yaml', 'name: "a\n', 2, /is not YAML: Missing closing/],
  ['a colon in text', 'c.yaml', 'name: a\nversion: b: c\n', 2, /is not YAML: .*text with ": " in it needs quotes/],
  ['a tab as indent', 'c.yaml', 'roles:\n\t- slug: a\n', 2, /is not YAML/],
  ['an unknown tag', 'c.yaml', 'name: a\nversion: !new b\n', 2, /the tag "!new" is not supported/],
  ['a known tag', 'c.yaml', 'name: !!str a\n', 1, /the tag "tag:yaml\.org,2002:str" is not supported/],
  ['a binary tag', 'c.yaml', 'name: !!binary aGk=\n', 1, /the tag .*binary/],
  ['a tag of a list', 'c.yaml', 'roles: !!seq\n- a\n', 1, /the tag .*seq/],
  ['a tag of nothing', 'c.yaml', 'roles: !!null\n', 1, /the tag .*null/],
  ['a tag of a key', 'c.yaml', '!!str name: a\n', 1, /the tag/],
  ['the non-specific tag', 'c.yaml', 'name: ! a\n', 1, /the tag "!"/],
  ['a local JavaScript tag', 'c.yaml', 'name: !!js/function "function(){}"\n', 1, /the tag/],
  ['two documents', 'c.yaml', 'name: a\n---\nname: b\n', 2, /a second document/],
  ['a document after its end', 'c.yaml', 'name: a\n...\nname: b\n', 3, /a second document/],
  ['YAML 1.1', 'c.yaml', '%YAML 1.1\n---\nname: yes\n', 1, /the directive "%YAML 1\.1" is not supported/],
  ['a tag directive', 'c.yaml', '%TAG ! tag:x,2000:\n---\nname: a\n', 1, /the directive/],
  [
    'a key given twice',
    'c.yaml',
    'name: a\nversion: "1"\nname: b\n',
    3,
    /"name" is given twice.*first given at .*c\.yaml:1/,
  ],
  ['a key given twice in a flow', 'c.yaml', 'roles: [{slug: a,\n slug: b}]\n', 2, /"slug" is given twice/],
  ['a merge key', 'c.yaml', 'topics:\n- &a {slug: a, name: A}\n- {<<: *a, slug: b}\n', 3, /merge keys/],
  ['a list as a key', 'c.yaml', '? [a, b]\n: c\n', 1, /is not YAML: a key is not text/],
  ['an alias as a key', 'c.yaml', 'name: &a b\n*a : c\n', 2, /a key is not text/],
  ['commas without end', 'c.yaml', `zz: [${','.repeat(3_000_000)}]`, 1, /more than 3,000,000 keys, texts and marks/],
  ['mistakes without end', 'c.yaml', `name: "${'\\q'.repeat(500_000)}"`, 1, /Invalid escape sequence/],
  ['a cycle', 'c.yaml', 'roles: &a\n- *a\n', 2, /"\*a" is inside the value that it refers to, a cycle/],
  ['a cycle of mappings', 'c.yaml', '&a\nname: *a\n', 2, /a cycle/],
  ['an alias of nothing', 'c.yaml', 'name: *nobody\n', 1, /"\*nobody" refers to nothing/],
  ['an alias before its anchor', 'c.yaml', 'name: *a\nversion: &a b\n', 1, /refers to nothing/],
  [
    '1,001 alias expansions',
    'c.yaml',
    `name: &a x\nroles: [${'*a, '.repeat(1001)}]\n`,
    2,
    /more than 1,000 alias expansions/,
  ],
  [
    'a billion laughs',
    'c.yaml',
    `a0: &a0 [x]\n${Array.from({ length: 9 }, (_, i) => `a${i + 1}: &a${i + 1} [${`*a${i}, `.repeat(9)}]\n`).join('')}`,
    5,
    /more than 1,000 alias expansions/,
  ],
  [
    'aliases of much',
    'c.yaml',
    `a: &a [${'1,'.repeat(20_000)}]\nb: [${'*a, '.repeat(60)}]\n`,
    2,
    /add more than 1,000,000 values/,
  ],
  [
    'aliases that nest deep',
    'c.yaml',
    `a0: &a0 [[]]\n${Array.from({ length: 40 }, (_, i) => `a${i + 1}: &a${i + 1} [*a${i}]\n`).join('')}`,
    31,
    /deeper than 32/,
  ],
  ['YAML flows nested 33 deep', 'c.yaml', nested(33), 1, /deeper than 32/],
  ['YAML flows nested a million deep', 'c.yaml', '['.repeat(1_000_000), 1, /deeper than 32/],
  ['YAML lists nested deep', 'c.yaml', '- '.repeat(100_000), 1, /deeper than 32/],
  ['YAML keys nested deep', 'c.yaml', '? '.repeat(100_000), 1, /deeper than 32/],
  [
    'YAML nested by indent',
    'c.yaml',
    Array.from({ length: 3000 }, (_, i) => `${' '.repeat(i)}a:\n`).join(''),
    33,
    /deeper than 32/,
  ],
  [
    'too many keys',
    'c.yaml',
    Array.from({ length: 1001 }, (_, i) => `k${i}: 1\n`).join(''),
    1001,
    /more than 1,000 keys/,
  ],
  [
    'a number for a slug',
    'c.yaml',
    yaml.replace('slug: src', 'slug: 001'),
    lineOf('slug: src'),
    /expected a slug.*got the number 1; put quotes.*"001"/,
  ],
  [
    'a number for a version',
    'c.yaml',
    yaml.replace('version: "1.0"', 'version: 1.0'),
    2,
    /expected text.*got the number 1; put quotes/,
  ],
  [
    'a truth for a title',
    'c.yaml',
    yaml.replace('title: Other Role', 'title: true'),
    lineOf('title: Other Role'),
    /got true; put quotes/,
  ],
  [
    'an empty value',
    'c.yaml',
    yaml.replace('summary: Of the role.', 'summary:'),
    lineOf('summary: Of the role.'),
    /got nothing \(null\)/,
  ],
  [
    'a title of several lines',
    'c.yaml',
    yaml.replace('title: The Source', 'title: |\n      The\n      Source'),
    lineOf('title: The Source'),
    /line break.*">-"/,
  ],
  // Names.
  ['no extension', 'catalog', json, 1, /ends in none of \.yaml, \.yml, \.json/],
  ['another extension', 'catalog.txt', json, 1, /ends in none of/],
];

describe('a file that is not plain data is refused', () => {
  test.for(hostile)('refuses a file that is not plain data: %s (%s)', async ([, name, content, line, says]) => {
    const { catalog, findings } = await readText(content, name);
    expect(catalog).toBeUndefined();
    const said = findings.filter(({ message }) => says.test(message));
    expect(said, JSON.stringify(findings, undefined, 1)).toEqual([
      expect.objectContaining({ severity: 'error', line }),
    ]);
    expect(findings[0]?.file.endsWith(`/${name}`)).toBe(true);
  });
});

const accepted: readonly (readonly [about: string, name: string, content: string | Uint8Array])[] = [
  ['YAML', 'c.yaml', yaml],
  ['YAML called .yml', 'c.yml', yaml],
  ['an extension in capitals', 'c.YAML', yaml],
  ['JSON', 'c.json', json],
  ['JSON in a YAML file', 'c.yaml', json],
  ['a byte order mark in YAML', 'c.yaml', bytes([0xef, 0xbb, 0xbf], yaml)],
  ['a byte order mark in JSON', 'c.json', bytes([0xef, 0xbb, 0xbf], json)],
  ['JSON before many blanks', 'c.json', `${json}${' '.repeat(20_000_000)}`],
  ['Windows line ends', 'c.yaml', yaml.replaceAll('\n', '\r\n')],
  ['a document start, an end and comments', 'c.yaml', `# c\n---\n${yaml}...\n# c\n`],
  ['the directive of YAML 1.2', 'c.yaml', `%YAML 1.2\n---\n${yaml}`],
  ['an alias', 'c.yaml', yaml.replace('title: The Role', 'title: &t The Role').replace('- The Role', '- *t')],
];

test.for(accepted)('accepts %s', async ([, name, content]) => {
  const { catalog, findings } = await readText(content, name);
  expect(findings).toEqual([]);
  expect(catalog).toEqual(smallCatalog());
});

test('counts mistakes of YAML beyond the first 100', async () => {
  const { findings, omitted } = await readText('a: "b" c\n'.repeat(130), 'c.yaml');
  expect(findings).toHaveLength(100);
  expect(omitted).toEqual({ errors: 30, warnings: 0 });
});

test('an anchor may stand at a key', async () => {
  const text = yaml.replace(/^version: .*$/m, 'version: *n').replace(/^name:/m, '&n name:');
  const { catalog, findings } = await readText(text, 'c.yaml');
  expect(findings).toEqual([]);
  expect(catalog).toEqual({ ...smallCatalog(), version: 'name' });
});

test.for([
  ['c.yaml', yaml.replace('title: The Role', 'title: The Role\n    title: The Role')],
  ['c.json', json.replace('"title": "The Role"', '"title": "The Role", "title": "The Role"')],
] as const)('a key given twice inside an entry hides nothing of what else is wrong: %s', async ([name, content]) => {
  const { findings } = await readText(content.replace(/("?source"?: "?)src\b/, '$1nowhere'), name);
  expect(findings.map(({ message }) => message)).toEqual([
    expect.stringMatching(/"title" is given twice/),
    expect.stringMatching(/unknown source "nowhere"/),
  ]);
});

test('1,000 alias expansions are accepted, and are all that is wrong with the list they make', async () => {
  const { findings, omitted } = await readText(`name: &a x\nroles: [${'*a, '.repeat(1000)}]\n`, 'c.yaml');
  expect(findings[0]?.message).not.toMatch(/alias/);
  expect(findings.every(({ message }) => !message.includes('alias'))).toBe(true);
  expect(omitted.errors).toBeGreaterThan(900);
});

test('nesting of 32 is read', async () => {
  for (const name of ['c.yaml', 'c.json']) {
    const { findings } = await readText(nested(32), name);
    expect(findings[0]?.message).toMatch(/expected a mapping with keys/);
  }
});
