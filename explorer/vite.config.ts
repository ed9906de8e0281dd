import { defineConfig } from 'vite';
import { noBlobWorkers } from './build/no-blob-workers.ts';
import { paletteCss } from './build/palette-css.ts';

/** What the development server passes on to a running server of Rolegraph: these pages, and what is below them. */
const served = ['graphql', 'graphiql', 'picture', 'graph', 'schema[.]graphql', 'about', 'health', 'ready'];

const rolegraph = process.env['ROLEGRAPH_URL'] ?? 'http://127.0.0.1:4000';

export default defineConfig({
  // Addresses are relative, because a proxy may serve everything under a path of its own.
  base: './',
  plugins: [paletteCss(), noBlobWorkers()],
  resolve: {
    alias: {
      // downshift is written for React.
      react: 'preact/compat',
      'react-dom': 'preact/compat',
      // The other one needs Node.js.
      'csv-parse/sync': 'csv-parse/browser/esm/sync',
    },
  },
  build: {
    license: { fileName: 'licenses.md' },
    modulePreload: { polyfill: false },
    // The policy of the page allows no data: addresses for fonts.
    assetsInlineLimit: 0,
  },
  server: {
    host: '127.0.0.1',
    // Files of src/ and fonts/ are imported.
    fs: { allow: ['..'] },
    proxy: Object.fromEntries(
      // As a whole: the folder pictures/ is one of the explorer.
      served.map((name) => [`^/${name}(?![\\w-])`, rolegraph] as const),
    ),
  },
});
