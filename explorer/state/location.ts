import { useEffect, useState } from 'preact/hooks';
import { type View, addressOf, viewAt } from './address/address.ts';

const { url: script } = import.meta;

/** Where the explorer is served, with a slash at its end: the folder above that of this script, in a build and in development. */
const base = new URL('../', script);

/** The address of something that the server has, e.g. "graphql". */
export function serverAddress(relative: string): string {
  return new URL(relative === '' ? '.' : relative, base).href;
}

/** The address of a view, or of a part of it, for links. */
export function viewAddress(view: View, part?: string): string {
  return serverAddress(addressOf(view)) + (part === undefined ? '' : `#${part}`);
}

const changed = new EventTarget();

function currentView(): View {
  const { pathname, search } = window.location;
  const path = pathname.startsWith(base.pathname) ? pathname.slice(base.pathname.length) : '';
  return viewAt(path, search);
}

/**
 * Opens a view: Back leads to the one before.
 *
 * @param part the id of the part of the view that is meant, for the end of the address.
 */
export function openView(view: View, part?: string): void {
  const isOtherPage = view.name !== currentView().name || view.name === 'ROLE';
  window.history.pushState(null, '', viewAddress(view, part));
  changed.dispatchEvent(new Event('change'));
  if (isOtherPage) window.scrollTo(0, 0);
}

/** The view at the address of the page, now and whenever it changes. */
export function useView(): View {
  const [view, setView] = useState(currentView);
  useEffect(() => {
    const update = () => {
      setView(currentView());
    };
    changed.addEventListener('change', update);
    window.addEventListener('popstate', update);
    return () => {
      changed.removeEventListener('change', update);
      window.removeEventListener('popstate', update);
    };
  }, []);
  return view;
}
