import type { CORSOptions } from 'graphql-yoga';

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
