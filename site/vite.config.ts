import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { paletteCss } from '../explorer/build/palette-css.ts';
import { docsSite } from './build/docs-site.ts';

export default defineConfig({
  // Addresses are relative, because a proxy may serve everything under a path of its own.
  base: './',
  plugins: [paletteCss(), docsSite(fileURLToPath(new URL('..', import.meta.url)))],
  build: {
    license: { fileName: 'licenses.md' },
    modulePreload: { polyfill: false },
    rolldownOptions: { input: fileURLToPath(new URL('page/main.ts', import.meta.url)) },
  },
});
