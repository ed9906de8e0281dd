/*
 * Pages of the documentation, as the command line names them: a file in the folder of Rolegraph, which a running server has at the same
 * path, also without ".md".
 */

const analysis = 'docs/analysis.md';

/** What explains a command further than its help, by the name of the command. */
export const commandPages: ReadonlyMap<string, string> = new Map([
  ['serve', 'docs/operations.md'],
  ['import', 'docs/writing.md'],
  ['init', 'docs/catalog.md'],
  ['validate', 'docs/catalog.md'],
  ['convert', 'docs/convert.md'],
  ['export-catalog', 'docs/operations.md#backup-and-restore'],
  ['token', 'docs/access.md'],
  ['export', 'docs/visualization.md#excel-and-power-bi'],
  ['print-schema', 'docs/getting-started.md#from-a-program'],
  ['role', 'docs/overlap.md#two-roles'],
  ['search', 'docs/getting-started.md#finding-things'],
  ['list', `${analysis}#which-roles-are-the-most-and-the-least-specialized`],
  ['compare', 'docs/overlap.md#two-roles'],
  ['graph', 'docs/visualization.md'],
  ['picture', 'docs/pictures.md'],
  ['overlap', 'docs/overlap.md#groups-of-roles'],
  ['invite', `${analysis}#invite-plans`],
  ['gaps', `${analysis}#coverage-and-single-points-of-failure`],
  ['whatif', `${analysis}#changes`],
  ['hats', `${analysis}#distributing-roles`],
  ['related', `${analysis}#related-nodes`],
  ['path', `${analysis}#paths`],
  ['raci', `${analysis}#raci-tables`],
]);

/** What explains why a command was refused. */
export const failurePages = {
  catalog: 'docs/catalog-reference.md#errors-and-warnings',
  settings: 'docs/operations.md#settings',
  store: 'docs/operations.md#when-the-store-fails',
} as const;

/** A line of its own that leads to a page, after the message of an error. */
export function seePage(page: (typeof failurePages)[keyof typeof failurePages]): string {
  return `See ${page}.\n`;
}
