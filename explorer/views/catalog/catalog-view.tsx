import type { Frame } from '../../state/questions/frame-questions.ts';
import { words } from '../../words/words.ts';
import { usePageTitle } from '../page-title.ts';

/** The catalog itself, for whoever keeps it. */
export function CatalogView(_: { readonly frame: Frame | undefined }) {
  usePageTitle(words.catalogPage.title);
  return <h1>{words.catalogPage.title}</h1>;
}
