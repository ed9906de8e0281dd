import { LRUCache } from 'lru-cache';
import { grouped } from '../../../text/quoted-text.ts';
import type { Headers } from '../../http/exchange.ts';

/** The most clients that are remembered; of more, those that were not seen for longest begin again with a full bucket. */
const mostClients = 50_000;

const minute = 60_000;

/** Why a client is refused, for an answer with the status 429. */
export interface RateRefusal {
  readonly message: string;
  readonly headers: Headers;
}

interface Bucket {
  /** May be below 0: what a query costs is known when it has been answered. */
  readonly tokens: number;
  /** When it had as many, in milliseconds since some fixed moment. */
  readonly at: number;
}

/**
 * Limits what the queries of one client may cost. Each client has a bucket of tokens, as many as it may spend in a minute,
 * which is refilled steadily (token bucket). A query is answered as long as there is a token, and spends what it cost.
 */
export class RateLimit {
  readonly #perMinute: number;
  readonly #now: () => number;
  readonly #buckets = new LRUCache<string, Bucket>({ max: mostClients });

  /** @param perMinute what the queries of a client may cost in a minute. */
  constructor(perMinute: number, now = () => performance.now()) {
    this.#perMinute = perMinute;
    this.#now = now;
  }

  /** Takes the cost of an answered query out of the client's bucket; every query costs 1 at least. */
  spend(client: string, cost: number): void {
    this.#buckets.set(client, { tokens: this.#tokensOf(client) - Math.max(1, cost), at: this.#now() });
  }

  /** What a client is told that has no token left: when it has one again. Undefined if it has. */
  refusal(client: string): RateRefusal | undefined {
    const tokens = this.#tokensOf(client);
    if (tokens >= 1) return undefined;
    const seconds = Math.max(1, Math.ceil(((1 - tokens) * 60) / this.#perMinute));
    const message =
      `This client has asked for more than the rate limit allows: its queries may cost ${grouped(this.#perMinute)} a ` +
      `minute. Try again in ${seconds} s, or ask for less.`;
    return { message, headers: { ...this.headers(client), 'Retry-After': String(seconds) } };
  }

  /**
   * The headers that tell a client its limit, what remains of it, and in how many seconds it is full again
   * (draft-ietf-httpapi-ratelimit-headers-10).
   */
  headers(client: string): Headers {
    const remaining = Math.max(0, Math.floor(this.#tokensOf(client)));
    const seconds = Math.ceil(((this.#perMinute - remaining) * 60) / this.#perMinute);
    return {
      'RateLimit-Policy': `"cost";q=${this.#perMinute};w=60`,
      RateLimit: `"cost";r=${remaining};t=${seconds}`,
    };
  }

  #tokensOf(client: string): number {
    const bucket = this.#buckets.get(client);
    if (bucket === undefined) return this.#perMinute;
    return Math.min(this.#perMinute, bucket.tokens + ((this.#now() - bucket.at) * this.#perMinute) / minute);
  }
}
