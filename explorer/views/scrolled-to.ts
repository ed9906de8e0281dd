import { useEffect, useRef } from 'preact/hooks';

/**
 * Brings a heading into view that the address names behind its "#", once what is above it is there: the browser looks for it before
 * the view is loaded.
 *
 * @param isReady whether the content is there.
 */
export function useScrolledTo(anchor: string, isReady: boolean) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (!isReady || window.location.hash !== `#${anchor}`) return;
    heading.current?.scrollIntoView();
    heading.current?.focus({ preventScroll: true });
  }, [isReady]);
  return heading;
}
