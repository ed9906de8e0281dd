import type { CORSOptions } from 'graphql-yoga';
import type { EndpointPlugin } from './server-context.ts';

/** How long a browser may remember that it may ask, in seconds. */
const rememberedFor = 86_400;

/** What pages of other origins may do: nothing, unless their origin is listed; then ask, without credentials. */
export function corsFor(origins: readonly string[]): false | ((request: Request) => CORSOptions) {
  if (origins.length === 0) return false;
  return (request) => {
    const origin = request.headers.get('origin');
    if (origin === null || !origins.includes(origin)) return false;
    return {
      origin,
      methods: ['GET', 'POST', 'OPTIONS'],
      exposedHeaders: ['X-Request-Id'],
      credentials: false,
      maxAge: rememberedFor,
    };
  };
}

/** Tells caches between us and browsers that answers differ by origin, those to unlisted origins too. */
export function useVaryByOrigin(): EndpointPlugin {
  return {
    onResponse({ response }) {
      // Headers of a Response replace those that the server has set before, so what was there is said again.
      response.headers.append('Vary', 'Accept, Origin');
    },
  };
}
