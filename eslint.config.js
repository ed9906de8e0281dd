import tseslint from 'typescript-eslint';

const incrementRules = [
  'error',
  { selector: "ExpressionStatement > AssignmentExpression[operator='+='][right.value=1]", message: 'Write i++.' },
  { selector: "ExpressionStatement > AssignmentExpression[operator='-='][right.value=1]", message: 'Write i--.' },
  { selector: 'ExpressionStatement > UpdateExpression[prefix=true]', message: 'Write i++.' },
];

export default tseslint.config(
  {
    ignores: [
      'dist/',
      'explorer/dist/',
      'site/dist/',
      'explorer/state/schema-types.d.ts',
      'coverage/',
      'data/',
      'eslint.config.js',
      '.dependency-cruiser.js',
      'bench/peers/',
      // Its types are made where it is copied to; test/e2e/typed-client.test.ts checks them.
      'examples/typed-client/',
      'pages/',
      'scripts/readers/pages/',
    ],
  },
  ...tseslint.configs.strictTypeChecked,
  ...tseslint.configs.stylisticTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      '@typescript-eslint/consistent-type-assertions': ['error', { assertionStyle: 'never' }],
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      'no-console': 'error',
      eqeqeq: ['error', 'always', { null: 'ignore' }],

      // One import of a module: `import { value, type Type } from`, or `import type { Type } from` if all are types. Node.js
      // would load the module for an import in which only each name is marked as a type.
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-import-type-side-effects': 'error',
      'no-duplicate-imports': 'error',

      // Constants are in camelCase, too. Names that others give (variables of the environment, __typename) stay.
      '@typescript-eslint/naming-convention': [
        'error',
        { selector: 'variable', modifiers: ['destructured'], format: null },
        { selector: 'variable', format: ['camelCase', 'PascalCase'] },
        { selector: 'function', format: ['camelCase'] },
        { selector: 'typeLike', format: ['PascalCase'] },
      ],
      'no-restricted-syntax': incrementRules,
      'object-shorthand': 'error',
    },
  },
  {
    // A clone runs these as they are, and Node.js 22 knows no `using`.
    files: ['src/**/*.ts', 'schema/**/*.ts'],
    rules: {
      'no-restricted-syntax': [
        ...incrementRules,
        { selector: 'VariableDeclaration[kind=/using/]', message: 'Node.js 22 cannot run this. Close it in finally.' },
      ],
    },
  },
  {
    files: ['explorer/**/*.tsx'],
    rules: {
      // Components are functions that begin with a capital letter.
      '@typescript-eslint/naming-convention': [
        'error',
        { selector: 'variable', modifiers: ['destructured'], format: null },
        { selector: 'variable', format: ['camelCase', 'PascalCase'] },
        { selector: 'function', format: ['camelCase', 'PascalCase'] },
        { selector: 'typeLike', format: ['PascalCase'] },
      ],
    },
  },
);
