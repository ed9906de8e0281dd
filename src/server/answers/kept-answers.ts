import { LRUCache } from 'lru-cache';
import type { MadeAnswer } from './made-answer.ts';

/** The part of the whole that a single answer may take: one of 16. */
const parts = 16;

/** What is counted for an answer beside its body and headers: its key, its place. */
const bytesBeside = 512;

/** An answer is kept under the key of the request and the key of the generation that it is of, which the first includes. */
export interface AnswerPlace {
  readonly generation: string;
  readonly key: string;
}

/**
 * Answers of one generation, whole as they are sent, to be sent again to whoever sends the same request. They take no more
 * than the bytes given; those not asked for longest go first, and all of them when another generation is asked for.
 */
export class KeptAnswers {
  readonly #kept: LRUCache<string, MadeAnswer>;
  readonly #coming = new Map<string, Promise<MadeAnswer>>();
  #generation: string | undefined;

  /** @param bytes the most that all of them take together, more than 0; no single one takes more than a 16th of that. */
  constructor(bytes: number) {
    this.#kept = new LRUCache({
      maxSize: bytes,
      maxEntrySize: Math.max(1, Math.floor(bytes / parts)),
      sizeCalculation: ({ body, headers }) =>
        Object.entries(headers).reduce(
          (sum, [name, value]) => sum + name.length + value.length,
          body.length + bytesBeside,
        ),
    });
  }

  /** How many are kept. */
  get count(): number {
    return this.#kept.size;
  }

  /** What they take, in bytes. */
  get bytes(): number {
    return this.#kept.calculatedSize;
  }

  /**
   * The answer that is kept, or that is being made for somebody else, or that is made now. Where what was waited for turns
   * out to be of the one request only, each who waited has one made.
   */
  async answer({ generation, key }: AnswerPlace, make: () => Promise<MadeAnswer>): Promise<MadeAnswer> {
    if (generation !== this.#generation) {
      this.#generation = generation;
      this.#kept.clear();
    }
    const kept = this.#kept.get(key);
    if (kept !== undefined) return kept;
    const coming = this.#coming.get(key);
    if (coming === undefined) return this.#first({ generation, key }, make);
    const shared = await coming.catch(() => undefined);
    return shared?.isForWaiting === true ? shared : make();
  }

  async #first({ generation, key }: AnswerPlace, make: () => Promise<MadeAnswer>): Promise<MadeAnswer> {
    const coming = make();
    this.#coming.set(key, coming);
    try {
      const answer = await coming;
      if (answer.isForAll && generation === this.#generation) this.#kept.set(key, answer);
      return answer;
    } finally {
      this.#coming.delete(key);
    }
  }
}
