/** From which width of the window on a list stands next to the page, in pixels; as in styles/frame.css. */
const folds = [
  { selector: 'details.pages', width: 960 },
  { selector: 'details.contents', width: 1_280 },
] as const;

/**
 * Closes the lists of pages and of contents where they would stand before what is read. They close again when a link in them is
 * followed. Without this script they are open.
 */
export function foldLists(): void {
  for (const { selector, width } of folds) {
    const fold = document.querySelector<HTMLDetailsElement>(selector);
    if (fold === null) continue;
    const hasRoom = window.matchMedia(`(width >= ${width}px)`);
    const adapt = () => {
      fold.open = hasRoom.matches;
    };
    adapt();
    fold.dataset['ready'] = '';
    // The list may be longer than the window.
    if (hasRoom.matches) fold.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' });
    hasRoom.addEventListener('change', adapt);
    fold.addEventListener('click', ({ target }) => {
      if (target instanceof Element && target.closest('a') !== null) adapt();
    });
  }
}
