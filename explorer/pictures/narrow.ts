import { useEffect, useState } from 'preact/hooks';

/** What a finger meets is at least so wide and so high, in pixels. */
const fingertip = 44;
/** In pixels: a narrower window is taken for that of a phone. */
const phone = 560;
const touch = '(pointer: coarse)';

/** Whether people point with fingers. */
export function useHasTouch(): boolean {
  const [hasTouch, setHasTouch] = useState(() => window.matchMedia(touch).matches);
  useEffect(() => {
    const query = window.matchMedia(touch);
    const update = () => {
      setHasTouch(query.matches);
    };
    update();
    query.addEventListener('change', update);
    return () => {
      query.removeEventListener('change', update);
    };
  }, []);
  return hasTouch;
}

/**
 * Whether cells side by side would be too narrow for fingers, so that a list is better.
 *
 * @param width of the whole, in pixels.
 * @param room what the cells have of it together.
 * @param count how many cells there are.
 */
export function useIsTooNarrow(width: number, room: number, count: number): boolean {
  const hasTouch = useHasTouch();
  return (hasTouch || width < phone) && room / count < fingertip;
}
