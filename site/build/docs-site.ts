import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { brokenLinks } from './broken-links.ts';
import { makeSite } from './site.ts';

/**
 * Adds the pages, what they search in, and the files that they show to what Vite builds of the script and the style.
 *
 * @param project the folder of the project.
 */
export function docsSite(project: string): Plugin {
  return {
    name: 'docs-site',
    generateBundle(_, bundle) {
      const built = Object.keys(bundle);
      const script = builtFile(built, '.js');
      const style = builtFile(built, '.css');
      const site = makeSite(project);
      // Not everything that documents name is where an image is built. A test checks all of it.
      for (const link of brokenLinks(
        site.documents,
        (path) => !path.startsWith('docs/') || existsSync(join(project, path)),
      )) {
        this.warn(link);
      }
      const emit = (fileName: string, source: string | Uint8Array) => {
        this.emitFile({ type: 'asset', fileName, source });
      };
      for (const page of site.pages) emit(`${page.address || 'index'}.html`, site.htmlOf(page, { script, style }));
      for (const [address, index] of site.indexes) emit(address, index);
      for (const path of site.files) emit(path, readFileSync(join(project, 'docs', path)));
    },
  };
}

function builtFile(names: readonly string[], ending: string): string {
  const name = names.find((each) => each.endsWith(ending));
  if (name === undefined) throw new Error(`Vite has built no ${ending} file`);
  return name;
}
