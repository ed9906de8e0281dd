import { LRUCache } from 'lru-cache';
import { byteLength, type Body } from '../../http/body.ts';
import type { Answer } from '../../http/exchange.ts';
import type { Subscription } from '../subscriptions/subscribing.ts';

/** An answer to a GraphQL request, ready to be sent. */
export interface GraphqlAnswer extends Answer {
  /**
   * A string has one byte per character (latin1): Node.js sends it together with the headers in one write, but a buffer in a
   * second one. Also, a small buffer is a slice of a larger one and would keep all of that in memory.
   */
  readonly body: Body;
  readonly bodyEncoding: 'latin1';
  /** To be sent instead, event by event, where the operation is a subscription. */
  readonly subscription?: Subscription;
  /** The name of the operation, for the log. */
  readonly operation: string | undefined;
  /**
   * Whether it can be sent to everyone who sends the same request: it answers a query, completely and without errors, or says
   * that the client has that answer.
   */
  readonly isCacheable: boolean;
  /**
   * Whether it can be sent to those who sent the same request while it was made. That includes errors of the query itself,
   * e.g. that it takes too long, but not failures of the server, whose messages contain the id of the request.
   */
  readonly isShareable: boolean;
}

/** A single answer may take at most one 16th of the cache. */
const mostShare = 1 / 16;

/** Fixed overhead per cached answer (key and bookkeeping), in bytes. */
const overheadBytes = 512;

/** An answer is cached by the key of its request, which includes the key of the generation. */
export interface CacheKey {
  readonly generation: string;
  readonly key: string;
}

/**
 * Caches whole answers of one generation, as they are sent, for clients that send the same request again. When the cache
 * is full, the least recently used answer is removed; when another generation is asked for, all are.
 */
export class AnswerCache {
  readonly #cached: LRUCache<string, GraphqlAnswer>;
  readonly #pending = new Map<string, Promise<GraphqlAnswer>>();
  #generation: string | undefined;

  /** @param bytes limit on the size of all answers together, greater than 0; a single one may take a 16th of it. */
  constructor(bytes: number) {
    this.#cached = new LRUCache({
      maxSize: bytes,
      maxEntrySize: Math.max(1, Math.floor(bytes * mostShare)),
      sizeCalculation: ({ body, headers }) =>
        Object.entries(headers).reduce(
          (sum, [name, value]) => sum + name.length + value.length,
          byteLength(body, 'latin1') + overheadBytes,
        ),
    });
  }

  /** How many answers are cached. */
  get count(): number {
    return this.#cached.size;
  }

  /** Size of all cached answers, in bytes. */
  get bytes(): number {
    return this.#cached.calculatedSize;
  }

  /**
   * Returns the cached answer, or waits for the one that is being made for an equal request, or makes one. If the answer
   * that was waited for turns out not to be shareable, each request that waited makes its own.
   */
  async answer({ generation, key }: CacheKey, make: () => Promise<GraphqlAnswer>): Promise<GraphqlAnswer> {
    if (generation !== this.#generation) {
      this.#generation = generation;
      this.#cached.clear();
    }
    const cached = this.#cached.get(key);
    if (cached !== undefined) return cached;
    const pending = this.#pending.get(key);
    if (pending !== undefined) {
      const shared = await pending.catch(() => undefined);
      return shared?.isShareable === true ? shared : make();
    }
    const first = make();
    this.#pending.set(key, first);
    try {
      const answer = await first;
      if (answer.isCacheable && generation === this.#generation) this.#cached.set(key, answer);
      return answer;
    } finally {
      this.#pending.delete(key);
    }
  }
}
