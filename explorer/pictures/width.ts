import { useEffect, useState } from 'preact/hooks';

/** Widths are rounded down to this, in pixels, so that a scroll bar that comes does not draw everything again. */
const widthStep = 20;

/** How wide an element is, in pixels; undefined until that is known. */
export function useWidth(element: { readonly current: HTMLElement | null }): number | undefined {
  const [width, setWidth] = useState<number>();
  useEffect(() => {
    if (element.current === null) return;
    const observer = new ResizeObserver(([entry]) => {
      if (entry !== undefined) setWidth(Math.floor(entry.contentRect.width / widthStep) * widthStep);
    });
    observer.observe(element.current);
    return () => {
      observer.disconnect();
    };
  }, []);
  return width;
}
