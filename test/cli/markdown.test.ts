import { expect, test } from 'vitest';
import { markdownText } from '../../src/cli/output/markdown.ts';
import { rightAligned } from '../../src/cli/output/table.ts';

test('a table is a Markdown table, without the columns that only CSV has', () => {
  const table = {
    columns: [{ heading: 'Id', onlyCsv: true as const }, 'Role', rightAligned('Count')],
    rows: [
      ['role:sre', ['SRE', 'Ops'], 1_200],
      ['role:x', '36.7%', null],
    ],
  };
  expect(markdownText(['Two roles.', table])).toBe(
    'Two roles.\n\n| Role | Count |\n| --- | ---: |\n| SRE; Ops | 1,200 |\n| 36.7% |  |\n',
  );
});

test('lines with a dash are a list, and other lines are paragraphs', () => {
  expect(markdownText(['First.\n- one\n- two\nLast.'])).toBe('First.\n\n- one\n- two\n\nLast.\n');
});

test('nothing in a text is taken for a mark, a tag or an entity', () => {
  const table = { columns: ['Name'], rows: [['a|b *c* _d_ `e` [f](g) <b>x</b> &amp; & C# ~~h~~ \\']] };
  expect(markdownText(['1. *No* list\n# no heading\n> no quote\u001b', table])).toBe(
    '1\\. \\*No\\* list\n\n\\# no heading\n\n\\> no quote<U+001B>\n\n'.replace('<U+001B>', '&lt;U+001B>') +
      '| Name |\n| --- |\n| a\\|b \\*c\\* \\_d\\_ \\`e\\` \\[f\\](g) &lt;b>x&lt;/b> &amp;amp; & C\\# \\~\\~h\\~\\~ \\\\ |\n',
  );
});
