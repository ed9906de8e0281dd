import { defineConfig } from 'vite';
import { noBlobWorkers } from './build/no-blob-workers.ts';
import { paletteCss } from './build/palette-css.ts';

/**
 * What the development server passes on to a running server of Rolegraph: whole names, because explorer/pictures/ begins like /picture.
 */
const served = '^/(?:graphql|graphiql|picture|graph|examples|docs|schema\\.graphql|about|health|ready)(?:[/.?]|$)';

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
    proxy: {
      [served]: {
        target: process.env['ROLEGRAPH_URL'] ?? 'http://127.0.0.1:4000',
        configure: (proxy) => {
          proxy.on('proxyReq', (request, { headers: { origin, host } }) => {
            // To the server, the page of this address is one of another origin, which it would refuse.
            if (origin === `http://${host}`) request.removeHeader('origin');
          });
        },
      },
    },
  },
});
