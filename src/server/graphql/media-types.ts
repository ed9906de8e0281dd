import { preferencesIn, type Preference } from '../http/preferences.ts';

/** The media types of answers. If a client accepts all equally, for example by sending no Accept, it gets the first. */
export const answerTypes = [
  'application/json',
  'application/graphql-response+json',
  'multipart/mixed',
  'text/event-stream',
] as const;

/** The media type of the page, which GET has as well. */
export const pageType = 'text/html';

export type MediaType = (typeof answerTypes)[number] | typeof pageType;

/**
 * The media type that a client likes best (RFC 9110, 12.5.1). Of several with the same weight, it is the one that the client
 * names more exactly, or first.
 *
 * @param accept the request's Accept.
 * @returns undefined if the client accepts none.
 */
export function mediaTypeFor(accept: string | undefined, offered: readonly MediaType[]): MediaType | undefined {
  // An empty Accept says nothing.
  const preferences = preferencesIn(accept?.trim() ? accept : '*/*');
  let best: Rated | undefined;
  for (const type of offered) {
    const rated = rate(type, preferences);
    if (rated !== undefined && rated.weight > 0 && (best === undefined || isBetter(rated, best))) best = rated;
  }
  return best?.type;
}

/** How a client rates a media type, by the most exact element of its Accept that covers it. */
interface Rated {
  readonly type: MediaType;
  readonly weight: number;
  /** 2: named; 1: by its main type; 0: by any type. */
  readonly exactness: number;
  /** Index of the element. */
  readonly position: number;
}

function rate(type: MediaType, preferences: readonly Preference[]): Rated | undefined {
  const ranges = [type, `${type.slice(0, type.indexOf('/'))}/*`, '*/*'];
  for (const [index, range] of ranges.entries()) {
    const position = preferences.findIndex(({ name, parameters }) => name === range && parameters.every(isUtf8));
    const preference = preferences[position];
    if (preference !== undefined) return { type, weight: preference.weight, exactness: 2 - index, position };
  }
  return undefined;
}

/** Answers have no other parameter: `multipart/mixed;deferspec=20220824` is a format that we do not have. */
function isUtf8(parameter: string): boolean {
  return /^charset="?utf-?8"?$/.test(parameter);
}

function isBetter(one: Rated, other: Rated): boolean {
  if (one.weight !== other.weight) return one.weight > other.weight;
  if (one.exactness !== other.exactness) return one.exactness > other.exactness;
  return one.position < other.position;
}
