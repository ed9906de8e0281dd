import { quoted } from '../text/quoted-text.ts';
import type { Place } from './place.ts';

const placeholder = /\{([^{}]*)\}/g;
const placeholders: readonly string[] = ['line', 'row', 'anchor'];
const example = 'e.g. "https://docs.example/handbook#{anchor}"';

/** What is wrong with the URL of a source, as a whole message; undefined if it is valid. */
export function sourceUrlProblem(url: string): string | undefined {
  const unknown = [...url.matchAll(placeholder)].find(([, name = '']) => !placeholders.includes(name));
  if (unknown !== undefined) {
    return `has the unknown placeholder ${quoted(unknown[0])}; expected {line}, {row} or {anchor}, ${example}`;
  }
  const whole = url.replace(placeholder, '1');
  // Otherwise a catalog could lead people to another host by an anchor.
  const hasOwnHost = /^https?:\/\/[^/?#{}@\\]+(?:[/?#]|$)/i.test(url);
  if (hasOwnHost && URL.canParse(whole) && !/[\s{}]/.test(whole)) return undefined;
  return `is not the address of a web page: ${quoted(url)}; expected a URL that begins with https:// or http://, in whose path, query or fragment {line}, {row} and {anchor} may stand, ${example}`;
}

/**
 * The address of a place in a source. If the place lacks what the fragment of the URL names, the address has no fragment.
 *
 * @param template the URL of the source, with placeholders.
 * @returns null if the place lacks what the rest of the URL names.
 */
export function placeUrl(template: string, { line, row, anchor }: Omit<Place, 'source'>): string | null {
  const values: Readonly<Record<string, number | string | null | undefined>> = { line, row, anchor };
  const hash = template.indexOf('#');
  const [page, fragment] = hash < 0 ? [template, ''] : [template.slice(0, hash), template.slice(hash)];
  const address = filled(page, values);
  return address === undefined ? null : address + (filled(fragment, values) ?? '');
}

function filled(
  text: string,
  values: Readonly<Record<string, number | string | null | undefined>>,
): string | undefined {
  const isComplete = [...text.matchAll(placeholder)].every(
    ([, name = '']) => values[name] !== null && values[name] !== undefined,
  );
  if (!isComplete) return undefined;
  return text.replace(placeholder, (_, name: string) => encodeURIComponent(values[name] ?? ''));
}
