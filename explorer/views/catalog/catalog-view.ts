import { words } from '../../words/words.ts';
import { lazyView } from '../lazy-view.tsx';

/** The catalog itself, for whoever keeps it. */
export const CatalogView = lazyView(words.catalogPage.title, async () => {
  const { CatalogPage } = await import('./catalog-page.tsx');
  return CatalogPage;
});
