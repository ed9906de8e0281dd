import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSchema } from 'graphql';
import { describe, expect, test } from 'vitest';
import { schemaPages } from '../../site/build/schema/schema-pages.ts';
import { packageFolder } from '../../src/config/package-folder.ts';

const pages = schemaPages(
  buildSchema(`
    """What there is: start at \`Query.hats\`, not at \`String\`."""
    schema { query: Query }
    type Query {
      "Hats. More about them."
      hats("How many, e.g. *three*." first: Int = 20, kinds: [Kind!] = [HIGH, LOW]): [Hat!]!
      old: String @deprecated(reason: "Use \`Query.hats\`.")
    }
    interface Worn { size: Int! }
    "A hat; see \`Kind.HIGH\`."
    type Hat implements Worn { size: Int!, kind: Kind }
    enum Kind { "<b>Tall</b>" HIGH LOW @deprecated(reason: "Nobody wears them.") }
    input By @oneOf { name: String, kind: Kind }
    union Any = Hat | HatEdge
    type HatEdge { node: Hat }
  `),
);

function htmlOf(address: string): string {
  return pages.find((page) => page.address === address)?.html ?? '';
}

describe('the reference of the schema', () => {
  test('has a page for each type, and a list that leads to all of them', () => {
    const names = ['Any', 'By', 'Hat', 'HatEdge', 'Kind', 'Query', 'Worn'];
    expect(pages.map(({ address }) => address).toSorted()).toEqual([
      'schema',
      ...names.map((name) => `schema/${name}`),
    ]);
    for (const name of names) expect(htmlOf('schema')).toContain(`<a href="schema/${name}"><code>${name}</code></a>`);
    expect(htmlOf('schema')).toContain('<a href="schema/Query#hats"><code>hats</code></a> <span>Hats.</span>');
  });

  test('links the file of the schema, and what descriptions name', () => {
    expect(htmlOf('schema')).toContain('href="../schema.graphql"');
    expect(htmlOf('schema')).toContain(
      '<a href="schema/Query#hats"><code>Query.hats</code></a>, not at <code>String</code>',
    );
    expect(htmlOf('schema/Hat')).toContain('<a href="../schema/Kind#HIGH"><code>Kind.HIGH</code></a>');
  });

  test('shows fields with types, arguments and defaults, and descriptions as Markdown', () => {
    const html = htmlOf('schema/Query');
    expect(html).toContain('<code class="of-type">[<a href="../schema/Hat">Hat</a>!]!</code>');
    expect(html).toContain(
      '<dt id="hats-first"><code>first: Int = 20</code></dt><dd><p>How many, e.g. <em>three</em>.</p>',
    );
    expect(html).toContain('kinds: [<a href="../schema/Kind">Kind</a>!] = [HIGH, LOW]');
  });

  test('says of a type where it is used', () => {
    expect(htmlOf('schema/Kind')).toContain('<a href="../schema/Query#hats-kinds"><code>Query.hats(kinds:)</code></a>');
    expect(htmlOf('schema/Kind')).toContain('<a href="../schema/By#kind"><code>By.kind</code></a>');
    expect(htmlOf('schema/Worn')).toContain('<a href="../schema/Hat"><code>Hat</code></a>');
    expect(htmlOf('schema/Hat')).toContain('<a href="../schema/Any"><code>Any</code></a>');
    expect(htmlOf('schema/Hat')).toContain('Implements <a href="../schema/Worn">Worn</a>.');
    expect(htmlOf('schema/Query')).not.toContain('Used by');
  });

  test('says what is deprecated, and why', () => {
    expect(htmlOf('schema/Query')).toMatch(
      /<b>Deprecated\.<\/b> <p>Use <a href="[^"]+"><code>Query\.hats<\/code><\/a>\.<\/p>/,
    );
    expect(htmlOf('schema/Kind')).toContain('Nobody wears them.');
  });

  test('says that exactly one field of a @oneOf input must be given', () => {
    expect(htmlOf('schema/By')).toContain('Exactly one of these must be given.');
  });

  test('has every type of the schema that is served', () => {
    const sdl = readFileSync(join(packageFolder(), 'schema/schema.graphql'), 'utf8');
    const names = [...sdl.matchAll(/^(?:type|interface|enum|input|scalar|union) (\w+)/gm)].map(([, name = '']) => name);
    const addresses = new Set(schemaPages(buildSchema(sdl)).map(({ address }) => address));
    expect(names.filter((name) => !addresses.has(`schema/${name}`))).toEqual([]);
    expect(names.length).toBeGreaterThan(100);
  });
});
