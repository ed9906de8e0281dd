import { useEffect, useState } from 'preact/hooks';

/**
 * A part of the page that is loaded when it is first needed; undefined until it is there.
 *
 * @param load the same function each time.
 */
export function useLoaded<Loaded>(load: () => Promise<Loaded>): Loaded | undefined {
  const [loaded, setLoaded] = useState<{ readonly value: Loaded }>();
  useEffect(() => {
    let isEnded = false;
    void load().then((value) => {
      if (!isEnded) setLoaded({ value });
    });
    return () => {
      isEnded = true;
    };
  }, [load]);
  return loaded?.value;
}
