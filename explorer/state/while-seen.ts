/**
 * Does something for as long as somebody sees the page. When the page is seen again, it begins again.
 *
 * @param act ends when its signal is aborted.
 * @returns what ends this.
 */
export function whileSeen(act: (signal: AbortSignal) => Promise<void>): () => void {
  let current = new AbortController();
  const begin = () => {
    current.abort();
    if (document.visibilityState !== 'visible') return;
    current = new AbortController();
    void act(current.signal);
  };
  begin();
  document.addEventListener('visibilitychange', begin);
  window.addEventListener('online', begin);
  return () => {
    document.removeEventListener('visibilitychange', begin);
    window.removeEventListener('online', begin);
    current.abort();
  };
}

/** Waits, in milliseconds, but no longer than until a signal is aborted. */
export function pauseOf(duration: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) {
      resolve();
      return;
    }
    const end = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, duration);
    signal.addEventListener('abort', end);
  });
}
