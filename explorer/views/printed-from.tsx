import { useEffect, useState } from 'preact/hooks';
import { useView } from '../state/location.ts';
import { day } from '../words/format.ts';
import { words } from '../words/words.ts';

/** On paper only: the day, and the address where the same can be seen. */
export function PrintedFrom() {
  // The address is that of the view.
  useView();
  const [today, setToday] = useState(() => new Date());
  useEffect(() => {
    // A page may be open for days.
    const update = () => {
      setToday(new Date());
    };
    window.addEventListener('beforeprint', update);
    return () => {
      window.removeEventListener('beforeprint', update);
    };
  }, []);
  return <p class="printed">{words.takeAlong.printed(day(today), window.location.href)}</p>;
}
