import { useEffect, useState } from 'preact/hooks';

/** How long something is pointed at before the list follows: whoever crosses a cell on the way wants nothing of it. */
const pause = 120;

/**
 * What is pointed at, a moment after. It is forgotten when something is clicked.
 *
 * @param clicked changes with what is clicked.
 */
export function usePointed<T>(clicked: string): readonly [pointed: T | null, point: (value: T | null) => void] {
  const [now, setNow] = useState<T | null>(null);
  const [settled, setSettled] = useState<T | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => {
      setSettled(now);
    }, pause);
    return () => {
      clearTimeout(timer);
    };
  }, [now]);
  useEffect(() => {
    setNow(null);
    setSettled(null);
  }, [clicked]);
  return [settled, setNow];
}
