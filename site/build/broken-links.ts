import type { DocumentPage } from './document-page.ts';
import { schemaPage } from './navigation.ts';

/**
 * Sentences about links that lead nowhere; none if all is well.
 *
 * @param exists whether the project has a file or folder, by its path.
 */
export function brokenLinks(pages: readonly DocumentPage[], exists: (path: string) => boolean): readonly string[] {
  const anchorsOf = new Map(pages.map(({ name, anchors }) => [name, anchors]));
  return pages.flatMap(({ path, targets }) =>
    targets.flatMap(({ href, target }) => {
      if (target.kind === 'FILE' && !exists(`docs/${target.path}`)) return [`${path}: ${href} is no file`];
      if (target.kind === 'NAME' && !exists(target.path)) return [`${path}: ${href} is no file of the project`];
      if (target.kind !== 'PAGE' || target.anchor === '' || target.page === schemaPage) return [];
      return anchorsOf.get(target.page)?.has(target.anchor) === true
        ? []
        : [`${path}: ${href} leads to no heading of the page ${target.page}`];
    }),
  );
}
