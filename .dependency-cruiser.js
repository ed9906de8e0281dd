/** The folders in the order of dependence, as CONTRIBUTING lists them. A folder imports only from those before it. */
const folders = [
  'src/text',
  'src/collections',
  'src/scheduling',
  'src/config',
  'src/workers',
  'src/catalog',
  'src/graph',
  'src/analysis',
  'src/drawing',
  'src/exchange',
  'src/store',
  'src/import',
  'schema',
  'src/server',
  'src/cli',
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
      name: 'new folders need a position in .dependency-cruiser.js',
      severity: 'error',
      from: { path: '^(src|schema|scripts|bench|test)/', pathNot: anyOf(folders) },
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
    // Without this, imports of types would not be seen, and a folder could depend on the types of a later one.
    tsPreCompilationDeps: 'specify',
    tsConfig: { fileName: 'tsconfig.json' },
  },
};
