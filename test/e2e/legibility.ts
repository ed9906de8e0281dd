import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

/*
 * What a reader cannot read, found by scripts that run in the page. They are texts, because the types of the tests know no page. The
 * policy of a page does not hold for them.
 */

/** The lines of text that are shown, with where they are. Texts for screen readers are clipped, and left out, and so
 * is what is scrolled by itself (.scrolls). */
const shownLines = `(() => {
  const lines = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const element = node.parentElement;
    if (node.data.trim() === '' || element.closest('.unseen, .skip, .scrolls, title, script, noscript, .pointed') !== null) continue;
    if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true, contentVisibilityAuto: true })) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const { left, right, top, bottom } of range.getClientRects()) {
      if (right - left > 0.5) lines.push({ text: node.data.trim(), left, right, top, bottom, element });
    }
  }
  return lines;
})()`;

/** Sentences about texts that are over each other, cut, or beyond the edge of the page; none if all is well. */
export function unreadableTexts(page: Page): Promise<readonly string[]> {
  return page.evaluate(`(() => {
    const problems = [];
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth > width) {
      problems.push('The page is ' + document.documentElement.scrollWidth + ' px wide, the window ' + width);
    }
    const lines = ${shownLines};
    // A line of text reaches above and below its letters, so that lines touch; letters are in the middle of it.
    const letters = lines.map(({ top, bottom, ...line }) => {
      const margin = (bottom - top) / 5;
      return { ...line, top: top + margin, bottom: bottom - margin };
    });
    for (const [index, a] of letters.entries()) {
      if (a.left < -0.5 || a.right > width + 0.5) problems.push('beyond the edge: ' + a.text);
      for (const b of letters.slice(index + 1)) {
        const isOver = a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1;
        if (isOver && !a.element.closest('.search-results, .menu ul') && !b.element.closest('.search-results, .menu ul')) {
          problems.push('over each other: ' + a.text + ' and ' + b.text);
        }
      }
      for (let element = a.element; element !== null; element = element.parentElement) {
        const { overflowX, overflowY } = getComputedStyle(element);
        const box = element.getBoundingClientRect();
        if (overflowX !== 'visible' && (a.left < box.left - 1 || a.right > box.right + 1)) problems.push('cut: ' + a.text);
        if (overflowY === 'hidden' && (a.top < box.top - 1 || a.bottom > box.bottom + 1)) problems.push('cut: ' + a.text);
      }
    }
    return [...new Set(problems)];
  })()`);
}

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** The tags of the rules of WCAG 2.2 AA. */
const wcag = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** What axe-core finds against WCAG 2.2 AA: each rule with the elements that break it. */
export function accessibilityProblems(page: Page): Promise<readonly string[]> {
  return brokenRules(page, { runOnly: wcag, rules: { 'target-size': { enabled: true } } });
}

/** The same, of the rules about colors only, for a page that has been looked at in other colors. */
export function colorProblems(page: Page): Promise<readonly string[]> {
  return brokenRules(page, { runOnly: ['color-contrast', 'link-in-text-block'] });
}

interface AxeOptions {
  readonly runOnly: readonly string[];
  readonly rules?: Readonly<Record<string, { readonly enabled: boolean }>>;
}

function brokenRules(page: Page, options: AxeOptions): Promise<readonly string[]> {
  return page.evaluate(`(async () => {
    if (window.axe === undefined) { ${axe} }
    const { violations } = await axe.run(document, ${JSON.stringify({ ...options, resultTypes: ['violations'] })});
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => id + ': ' + html + ' ' + failureSummary));
  })()`);
}

/** What the page has loaded, compressed, in bytes: the page itself, its files and its data. */
export function loadedBytes(page: Page): Promise<number> {
  return page.evaluate(`[...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]
    .reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0)`);
}
