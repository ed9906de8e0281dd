import { print, type DocumentNode } from 'graphql';
import { ask, type Answer, type Asked } from '../replay/asking.ts';
import { RequestGenerator, type GeneratedRequest } from '../replay/request-generator.ts';
import { schemaOfServer } from '../replay/server-schema.ts';
import { vocabularyOf, type Vocabulary } from '../replay/vocabulary.ts';
import { SeededRandom } from '../seeded-random.ts';
import { madeHostile, type HostilitySource } from './hostility.ts';

export interface FuzzRequest {
  /** From 1; the same seed and catalog give the same request for the same number. */
  readonly number: number;
  /** What is hostile in it; empty for usual requests. */
  readonly ways: readonly string[];
  readonly asked: Asked;
}

/** How many usual requests come first, so that later ones can use cursors of real answers. */
const learned = 150;
const usualShare = 0.3;
const noAnswer: Answer = { status: 0, data: undefined, errors: [] };

/** Longest document that is sent, in characters: a hundred times as long as one that is read. */
const longestText = 32 * 1024 * 1024;

/**
 * Random requests, usual and hostile ones. They depend on the seed and the catalog only, never on how fast or in which order
 * the requests before were answered, so that a failure can be reproduced by its number alone.
 */
export class HostileRequests {
  readonly vocabulary: Vocabulary;
  readonly #generator: RequestGenerator;
  readonly #source: HostilitySource;
  #number = 0;

  private constructor(generator: RequestGenerator, source: HostilitySource) {
    this.#generator = generator;
    this.#source = source;
    this.vocabulary = source.vocabulary;
  }

  /** Reads the schema and the names of a server, and sends it the first, usual requests. */
  static async of(server: string, seed: number): Promise<HostileRequests> {
    const schema = await schemaOfServer(server);
    const vocabulary = await vocabularyOf(server);
    const generator = new RequestGenerator(schema, vocabulary, seed);
    for (let at = 0; at < learned; at++) {
      const generated = generator.next();
      generator.learn(generated, await ask(server, generated.asked));
    }
    return new HostileRequests(generator, { schema, vocabulary, random: new SeededRandom(seed ^ 0x5eed) });
  }

  next(): FuzzRequest {
    const { random } = this.#source;
    const generated = this.#generator.next();
    // Without this, many requests would ask for the next page of the last answer that was learned from.
    this.#generator.learn(generated, noAnswer);
    const number = ++this.#number;
    if (random.chance(usualShare)) return { number, ways: [], asked: generated.asked };
    return { number, ...this.#hostile(generated) };
  }

  #hostile({ document, asked }: GeneratedRequest): Omit<FuzzRequest, 'number'> {
    const { ways, document: changed, variables } = madeHostile({ document, variables: asked.variables }, this.#source);
    const query = printed(changed);
    return query === undefined ? { ways: [], asked } : { ways, asked: { query, variables } };
  }
}

/** The text of a document; undefined if it is too long to be sent. */
function printed(document: DocumentNode): string | undefined {
  try {
    const text = print(document);
    return text.length > longestText ? undefined : text;
  } catch (error) {
    // It is longer than strings can be.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
