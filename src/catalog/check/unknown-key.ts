import { nearestText } from '../../text/nearest-text.ts';

/** The message about an unknown key. */
export function unknownKey(key: string, known: readonly string[]): string {
  const expected = `expected one of: ${known.join(', ')}`;
  if (key === '<<') return `merge keys ("<<") are not supported, as YAML 1.2 has none; write the keys out; ${expected}`;
  const nearest = nearestText(key, known) ?? nearestText(key.toLowerCase(), known);
  return nearest === undefined
    ? `unknown key; ${expected}; remove it`
    : `unknown key (did you mean "${nearest}"?); ${expected}`;
}
