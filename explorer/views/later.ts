import { useEffect, useState } from 'preact/hooks';

/** Browsers that cannot say when they are idle wait so long, in milliseconds. */
const pause = 200;

/** False at first, true when the browser has shown what is seen first and has time for what is not seen yet. */
export function useIsLater(): boolean {
  const [isLater, setIsLater] = useState(false);
  useEffect(() => {
    const update = () => {
      setIsLater(true);
    };
    // Paper shows all.
    window.addEventListener('beforeprint', update);
    const forget = whenIdle(update);
    return () => {
      window.removeEventListener('beforeprint', update);
      forget();
    };
  }, []);
  return isLater;
}

function whenIdle(act: () => void): () => void {
  // Safari does not have it.
  if (!('requestIdleCallback' in window)) {
    const timer = setTimeout(act, pause);
    return () => {
      clearTimeout(timer);
    };
  }
  const handle = window.requestIdleCallback(act, { timeout: 1_000 });
  return () => {
    window.cancelIdleCallback(handle);
  };
}
