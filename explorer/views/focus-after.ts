import { useEffect, useRef } from 'preact/hooks';

/**
 * Moves the focus to an element if what had it is gone after a change: the keyboard would start from the top of the page.
 *
 * @param id of the element.
 * @param changed what changes with what is shown.
 */
export function useFocusAfter(id: string, changed: unknown): void {
  const isFirst = useRef(true);
  useEffect(() => {
    if (!isFirst.current && document.activeElement === document.body) {
      document.getElementById(id)?.focus({ preventScroll: true });
    }
    isFirst.current = false;
  }, [changed]);
}
