/** The folders in the order of dependence, as CONTRIBUTING lists them. A folder imports only from those before it. */
const folders = [
  'src/text',
  'src/collections',
  'src/scheduling',
  'src/config',
  'src/workers',
  'src/access',
  'src/catalog',
  'src/graph',
  'src/analysis',
  'src/team',
  'src/drawing',
  'src/exchange',
  'src/store',
  'src/import',
  'schema',
  'src/server',
  'src/cli',
  'explorer/words',
  'explorer/state',
  'explorer/pictures',
  'explorer/views',
  'site',
  'test/neo4j',
  'test/support',
  'bench',
  'scripts',
  'test',
];
/** The helpers of the tests come before bench and scripts, which use them; the tests themselves come last. */
const pathOf = (folder) => (folder === 'test' ? '^test/(?!neo4j/|support/)' : `^${folder}/`);
const anyOf = (list) => list.map(pathOf).join('|');

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    ...folders.slice(0, -1).map((folder, index) => ({
      name: `${folder} must not import from a later folder`,
      severity: 'error',
      from: { path: pathOf(folder) },
      to: { path: anyOf(folders.slice(index + 1)) },
    })),
    {
      // What a browser runs knows pure functions and types; the server has the rest.
      name: 'the explorer imports only what runs in a browser',
      severity: 'error',
      from: { path: '^explorer/(?!build/)' },
      to: {
        path: '^(src|schema|bench|scripts|test)/',
        // What a workbook is made of is the same for the server and for the page.
        pathNot:
          '^src/(text|collections|scheduling|graph|analysis|team|drawing)/|^src/exchange/workbook/excel-content[.]ts$',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'nothing imports the explorer but its tests',
      severity: 'error',
      from: { path: '^(src|schema|bench|scripts|site)/' },
      // The documentation has the same colors.
      to: { path: '^explorer/(?!build/palette-css)' },
    },
    {
      name: 'new folders need a position in .dependency-cruiser.js',
      severity: 'error',
      from: {
        path: '^(src|schema|scripts|bench|test|site|explorer/[a-z]+)/',
        pathNot: `${anyOf(folders)}|^explorer/build/`,
      },
      to: {},
    },
    {
      // Imports of types may be circular. They are gone when the code runs, and two classes that refer to each other, such
      // as Role and Pillar, must name each other's type.
      name: 'no circle of files',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    // What Vite has built.
    exclude: '^(explorer|site)/dist/',
    // Without this, imports of types would not be seen, and a folder could depend on the types of a later one.
    tsPreCompilationDeps: 'specify',
    tsConfig: { fileName: 'tsconfig.json' },
  },
};
