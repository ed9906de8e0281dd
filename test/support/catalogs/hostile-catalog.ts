import { handbookCatalog } from './handbook-catalog.ts';
import type { Catalog } from '../../../src/catalog/catalog.ts';

/** Titles that some form of file, or some reader, takes for something else. The check of a catalog refuses a few of them. */
export const hostileTitles = [
  'Control \u0000\u0007\u001b\u0085 Engineer',
  'Half \ud800 of a pair',
  'Emoji 👩🏽‍🚒 Lead',
  'מנהל אבטחה',
  '=SUM(A1:A9)',
  '+1 Support',
  '-x',
  '@here',
  'Says "yes", twice',
  "It's",
  '</script><script>alert(1)</script>',
  'a [b] (c) {d} <e>',
  'graph',
  'end',
  'null',
  'Pipe | and \\ backslash \\n',
  'Two\nlines\r\nand a\ttab',
  '[[wiki]] #tag ^block',
  'a/b:c*d?e',
  '&amp; &#0; %s ${x} `tick`',
  'snowman ☃ and \u2028 line separator',
  'click href',
] as const;

/** A catalog whose roles have the hostile titles; each does all that the first role of the handbook does. */
export const hostileCatalog: Catalog = {
  ...handbookCatalog,
  name: 'A "hostile" <catalog> & co',
  roles: hostileTitles.map((title, index) => ({ slug: `role-${index}`, title })),
  appearances: handbookCatalog.appearances
    .slice(0, 1)
    .flatMap((appearance) =>
      hostileTitles.map((title, index) => ({ ...appearance, role: `role-${index}`, titles: [title] })),
    ),
};
