import { useEffect, useState } from 'preact/hooks';
import type { ServedFiles } from '../../src/server/pages/findings-route.ts';
import { askFindings } from './ask.ts';
import { lookRegularly } from './look-regularly.ts';
import { isOffered } from './offers.ts';

/** Until the page asks again how the last import of the files ended, in milliseconds. */
const pause = 2_000;

/** The files from which the server imports its catalog, as long as a component is shown; undefined if it has none, or at first. */
export function useServedFiles(): ServedFiles | undefined {
  const [files, setFiles] = useState<ServedFiles | undefined>(undefined);
  useEffect(() => {
    if (!isOffered('findings')) return;
    return lookRegularly(async (signal) => {
      try {
        const now = await askFindings(signal);
        setFiles((before) => (before?.checkedAt === now.checkedAt ? before : now));
      } catch {
        // What the page asks besides this says that there is no answer.
      }
    }, pause);
  }, []);
  return files;
}
