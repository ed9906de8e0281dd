import type { Page } from 'playwright-core';

/**
 * What fingers would miss: everything that can be clicked and is less than 44 px high or 24 px wide, but links and buttons within a
 * sentence, links to what is open already, and nodes of drawn pictures, which are as large as in the files of these pictures.
 */
export function smallTargets(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const isInSentence = (element: Element) => {
      const parent = element.closest('p, .brings');
      return parent !== null && parent.textContent.trim() !== element.textContent.trim();
    };
    const leadsElsewhere = (element: Element) => {
      const address = element.getAttribute('href');
      return address === null || new URL(address, document.baseURI).href !== window.location.href;
    };
    return [...document.querySelectorAll('a[href], button, summary, input, select, textarea')]
      .filter((element) => element.checkVisibility() && element.closest('.unseen, .skip, .scene:not(.upset)') === null)
      .filter((element) => !isInSentence(element) && leadsElsewhere(element))
      .map((element) => ({ element, box: element.getBoundingClientRect() }))
      .filter(({ box }) => box.width > 0 && (box.height < 43.5 || box.width < 24))
      .map(({ element, box }) => {
        const size = `${Math.round(box.width)}x${Math.round(box.height)}`;
        return `${element.tagName} ${element.getAttribute('class') ?? ''} "${element.textContent}" ${size}`;
      });
  });
}
