import { useEffect, useState } from 'preact/hooks';
import { serverAddress } from './location.ts';

/*
 * Where the server knows people by tokens, a browser has signed in before it gets the explorer. The sign-in ends with its token, or in
 * another tab; then the server refuses every request.
 */

let hasEnded = false;
const changed = new EventTarget();

/** Notes of an answer whether the server still knows the reader. */
export function noteSession({ status }: Response): void {
  const isRefused = status === 401;
  if (hasEnded === isRefused) return;
  hasEnded = isRefused;
  changed.dispatchEvent(new Event('change'));
}

/** Whether the last answer said that nobody is signed in. */
export function hasSessionEnded(): boolean {
  return hasEnded;
}

/** The same, now and whenever it changes. */
export function useHasSessionEnded(): boolean {
  const [current, setCurrent] = useState(hasEnded);
  useEffect(() => {
    const update = () => {
      setCurrent(hasEnded);
    };
    update();
    changed.addEventListener('change', update);
    return () => {
      changed.removeEventListener('change', update);
    };
  }, []);
  return current;
}

/** Signs in, and returns to this page: at its address, the server or the proxy in front of it asks who is there. */
export function signIn(): void {
  window.location.reload();
}

/**
 * Signs out, and leaves the page.
 *
 * @throws what fetch throws if the server cannot be reached.
 */
export async function signOut(): Promise<void> {
  await fetch(serverAddress('sign-out'), { method: 'POST' });
  window.location.assign(serverAddress('sign-in'));
}
