import { searched, type Found } from './search.ts';
import { excerptOf } from './excerpt.ts';

/** The element of a kind below another one. */
function part<Kind extends HTMLElement>(inside: HTMLElement, selector: string, kind: new () => Kind): Kind {
  const element = inside.querySelector(selector);
  if (!(element instanceof kind)) throw new Error(`the page has no ${selector}`);
  return element;
}

/**
 * Makes the field of a page find things. What is found is a list of links: the arrow keys go through it from the field, Enter in the
 * field opens the first one, and Escape leads back. The key / leads to the field, unless somebody is typing.
 */
export function connectSearch(search: HTMLElement): void {
  const field = part(search, 'input', HTMLInputElement);
  const results = part(search, '#site-results', HTMLElement);
  const status = part(search, '[role=status]', HTMLElement);
  const list = part(search, 'ul', HTMLUListElement);
  search.hidden = false;

  const links = () => [...list.querySelectorAll('a')];
  const close = () => {
    results.hidden = true;
  };
  const show = async () => {
    const text = field.value.trim();
    if (text === '') {
      close();
      return;
    }
    if (list.childElementCount === 0) status.textContent = 'Searching …';
    results.hidden = false;
    const { base = './', indexes = '' } = search.dataset;
    const found = await searched(text, indexes.split(' '));
    // Somebody has typed on meanwhile.
    if (text !== field.value.trim()) return;
    status.textContent = sentence(text, found);
    list.replaceChildren(...found.best.map((each) => itemOf(each, base)));
  };

  field.addEventListener('input', () => void show());
  field.addEventListener('focus', () => void show());
  search.addEventListener('keydown', (event) => {
    const all = [field, ...links()];
    const at = all.findIndex((element) => element === document.activeElement);
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      const next = at + (event.key === 'ArrowDown' ? 1 : -1);
      all[Math.min(Math.max(next, 0), all.length - 1)]?.focus();
    } else if (event.key === 'Escape') {
      field.focus();
      if (at === 0) field.value = '';
      close();
    } else if (event.key === 'Enter' && at === 0) links()[0]?.click();
  });
  search.addEventListener('focusout', ({ relatedTarget }) => {
    if (!(relatedTarget instanceof Node) || !search.contains(relatedTarget)) close();
  });
  // Pressing on a link would take the focus from the field, and close the list before the click.
  results.addEventListener('mousedown', (event) => {
    event.preventDefault();
  });
  list.addEventListener('click', ({ target }) => {
    if (target instanceof Element && target.closest('a') !== null) close();
  });
  document.addEventListener('keydown', (event) => {
    const isTyping = event.target instanceof HTMLElement && event.target.matches('input, textarea, select');
    if (event.key !== '/' || isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    field.focus();
  });
}

function sentence(text: string, { best, total, failed }: Found): string {
  if (failed) return 'The search cannot be loaded. Load the page again to try once more.';
  if (total === 0) return `Nothing is found for “${text}”. Try fewer or other words.`;
  return total > best.length ? `The best ${best.length} of ${total}` : `${total} found`;
}

function itemOf({ id, title, page, text, stems }: Found['best'][number], base: string): HTMLLIElement {
  const link = document.createElement('a');
  link.href = base + id;
  link.append(spanOf('found-title', title), spanOf('found-page', page), excerptElement(text, stems));
  const item = document.createElement('li');
  item.append(link);
  return item;
}

function spanOf(name: string, text: string): HTMLSpanElement {
  const span = document.createElement('span');
  span.className = name;
  span.textContent = text;
  return span;
}

function excerptElement(text: string, stems: readonly string[]): HTMLSpanElement {
  const span = spanOf('found-text', '');
  for (const { text: piece, isMatch } of excerptOf(text, stems)) {
    const element = document.createElement(isMatch ? 'mark' : 'span');
    element.textContent = piece;
    span.append(element);
  }
  return span;
}
