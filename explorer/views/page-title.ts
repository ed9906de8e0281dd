import { useEffect } from 'preact/hooks';
import { words } from '../words/words.ts';

/** Sets the title of the browser's tab. */
export function usePageTitle(title: string): void {
  useEffect(() => {
    document.title = words.pageTitle(title);
  }, [title]);
}
