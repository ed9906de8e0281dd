/**
 * Tables and code that fit need no stop of the Tab key; without this script each has one, because a keyboard could not scroll
 * them otherwise.
 */
export function watchScrolling(): void {
  const observer = new ResizeObserver((entries) => {
    for (const { target } of entries) {
      if (target.scrollWidth > target.clientWidth) target.setAttribute('tabindex', '0');
      else target.removeAttribute('tabindex');
    }
  });
  for (const element of document.querySelectorAll('.scrolls')) observer.observe(element);
}
