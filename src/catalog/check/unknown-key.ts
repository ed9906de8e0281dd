import { nearestText } from '../../text/nearest-text.ts';

/** What is said of a key that nobody asked for. */
export function unknownKey(key: string, known: readonly string[]): string {
  const expected = `expected one of: ${known.join(', ')}`;
  if (key === '<<') return `merge keys ("<<") are not read, YAML 1.2 has none; write the keys out; ${expected}`;
  const nearest = nearestText(key, known) ?? nearestText(key.toLowerCase(), known);
  return nearest === undefined
    ? `unknown key; ${expected}; remove it`
    : `unknown key (did you mean "${nearest}"?); ${expected}`;
}
