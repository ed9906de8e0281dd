/**
 * Looks at something on the server again and again, as long as somebody sees the page, and at once when it is seen again.
 *
 * @param pause between two looks, in milliseconds.
 * @returns what ends this, and aborts a look that has begun.
 */
export function lookRegularly(look: (signal: AbortSignal) => Promise<void>, pause: number): () => void {
  const ended = new AbortController();
  const lookNow = () => {
    if (document.visibilityState === 'visible') void look(ended.signal);
  };
  lookNow();
  const timer = setInterval(lookNow, pause);
  document.addEventListener('visibilitychange', lookNow);
  return () => {
    ended.abort();
    clearInterval(timer);
    document.removeEventListener('visibilitychange', lookNow);
  };
}
