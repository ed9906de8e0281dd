import { describe, expect, test } from 'vitest';
import { arranged } from '../../site/build/navigation.ts';
import { describedPages } from '../../site/build/descriptions.ts';
import { documentPage } from '../../site/build/document-page.ts';

const pages = new Map([
  ['docs/overlap.md', { name: 'overlap', title: 'What overlaps' }],
  ['docs/catalog.md', { name: 'catalog', title: 'Your <own> catalog' }],
  ['README.md', { name: 'readme', title: 'Rolegraph' }],
]);

function page(markdown: string) {
  return documentPage({ name: 'overlap', path: 'docs/overlap.md', title: 'What overlaps', markdown }, pages);
}

describe('Markdown as a page', () => {
  test.each([
    ['to another file', '[x](catalog.md)', '<a href="catalog">x</a>'],
    ['to a file by its name', '[catalog.md](catalog.md#a)', '<a href="catalog#a">Your &lt;own&gt; catalog</a>'],
    ['to a heading of another file', '[x](catalog.md#a-b)', '<a href="catalog#a-b">x</a>'],
    ['to a heading of the same file', '[x](#a-b)', '<a href="#a-b">x</a>'],
    ['to a file above docs/', '[x](../README.md)', '<a href="readme">x</a>'],
    ['to the file of the schema', '[x](../schema/schema.graphql)', '<a href="schema">x</a>'],
    ['to an example', '[x](examples/team.txt)', '<a href="examples/team.txt">x</a>'],
    ['to a local server', '<http://127.0.0.1:4000/picture>', '<a href="../picture">http://127.0.0.1:4000/picture</a>'],
    ['to another site', '[x](https://example.org/a?b&c)', '<a href="https://example.org/a?b&amp;c">x</a>'],
    ['to a source file', '[the queries](../cypher/)', 'the queries (<code>cypher</code>)'],
    ['to a source file by its name', '[bench/run.ts](../bench/run.ts)', '<code>bench/run.ts</code>'],
  ])('writes a link %s', (_, markdown, html) => {
    expect(page(markdown).html).toContain(html);
  });

  test('gives headings the anchors of GitHub', () => {
    const { headings } = page("# Who's `first`?\n\n## A & B, C/D\n\n## Same\n\n## Same\n\n## Größe (in px)");
    expect(headings.map(({ id }) => id)).toEqual(['whos-first', 'a--b-cd', 'same', 'same-1', 'größe-in-px']);
  });

  test('shows tables with their alignment, and code as it is written', () => {
    const { html } = page(
      '| a | b |\n| - | -: |\n| `<x>` | 1 |\n\n```json\n{ "a": "<b>" }\n```\n\n    indented & plain',
    );
    expect(html).toContain('<td><code>&lt;x&gt;</code></td>');
    expect(html).toContain('<td align="right">1</td>');
    expect(html).toContain('<span class="hljs-string">&quot;&lt;b&gt;&quot;</span>');
    expect(html).toContain('<code>indented &amp; plain</code>');
  });

  test('shows the name of a file that stands after the language of code', () => {
    expect(page('```yaml ours/catalog.yaml\na: 1\n```').html).toContain('<figcaption>ours/catalog.yaml</figcaption>');
  });

  test('divides the text by headings, for the search', () => {
    const { sections } = page("# Title\n\nFirst *words*.\n\n## Part\n\n- it's `one`\n- two\n");
    expect(sections.map(({ heading, text }) => [heading?.text, text])).toEqual([
      ['Title', 'First words.'],
      ['Part', "it's one two"],
    ]);
  });
});

describe('the list of pages', () => {
  test('puts a page that belongs to no audience last', () => {
    const groups = arranged(['zebra', 'overlap', 'ant']);
    expect(groups.map(({ pages: names }) => names)).toEqual([['overlap'], ['ant', 'zebra']]);
    expect(groups.at(-1)?.title).toBe('More pages');
  });

  test('says of a page what the table in README.md says', () => {
    const readme = '| Page | Content |\n| - | - |\n| [docs/a.md](docs/a.md) | The page at `/` |\n';
    expect([...describedPages(readme)]).toEqual([['docs/a.md', 'The page at /']]);
  });
});
