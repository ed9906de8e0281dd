import { useEffect } from 'preact/hooks';
import { words } from '../words/words.ts';

let current: string = words.product;

/** Sets the title of the browser's tab. */
export function usePageTitle(title: string): void {
  useEffect(() => {
    current = title;
    document.title = words.pageTitle(title);
  }, [title]);
}

/** What the page shows, e.g. "138 roles, where they stand and what they share". */
export function currentTitle(): string {
  return current;
}
