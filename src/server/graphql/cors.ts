import type { CORSOptions } from 'graphql-yoga';

/** How long a browser may cache the answer to a preflight, in seconds. */
const preflightMaxAge = 86_400;

/** Pages of the listed origins may send requests, without credentials; pages of other origins may not. */
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
      maxAge: preflightMaxAge,
    };
  };
}
