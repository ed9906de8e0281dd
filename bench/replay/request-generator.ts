import { print, type DocumentNode, type GraphQLSchema } from 'graphql';
import { SeededRandom } from '../seeded-random.ts';
import { askedFields } from './asked-fields.ts';
import type { Answer, Asked } from './asking.ts';
import { Coordinates } from './coordinates.ts';
import type { JsonObject } from './json.ts';
import { nextPage, seenPages, type SeenPage } from './next-page.ts';
import type { RequestKind } from './recording.ts';
import { RequestBuilder } from './request-builder.ts';
import type { Vocabulary } from './vocabulary.ts';
import { Ways } from './ways.ts';

export interface GeneratedRequest {
  readonly kind: RequestKind;
  readonly document: DocumentNode;
  readonly asked: Asked;
}

/** How many requests are to have an argument that is wrong. */
const badShare = 0.15;
/** How many cursors of a list are kept. */
const mostCursors = 40;

/** Random requests, the same ones for the same seed and the same answers. */
export class RequestGenerator {
  readonly #schema: GraphQLSchema;
  readonly #vocabulary: Vocabulary;
  readonly #random: SeededRandom;
  readonly #coordinates: Coordinates;
  readonly #ways: Ways;
  readonly #cursors = new Map<string, string[]>();
  #last: { readonly document: DocumentNode; readonly variables: JsonObject; readonly pages: readonly SeenPage[] } = {
    document: { kind: 'Document', definitions: [] },
    variables: {},
    pages: [],
  };

  constructor(schema: GraphQLSchema, vocabulary: Vocabulary, seed: number) {
    this.#schema = schema;
    this.#vocabulary = vocabulary;
    this.#random = new SeededRandom(seed);
    this.#coordinates = new Coordinates(schema);
    this.#ways = new Ways(schema);
  }

  next(): GeneratedRequest {
    const random = this.#random;
    const { document, variables, pages } = this.#last;
    if (pages.length > 0 && random.chance(0.35)) {
      const page = random.chance(0.6) ? this.#leastTurned(pages) : random.pick(pages);
      const next = nextPage(document, variables, page, random);
      this.#coordinates.ask(`${page.coordinate}(${next.cursorArgument}:)`);
      return request('NEXT_PAGE', next);
    }
    for (;;) {
      const isBad = random.chance(badShare / 0.85);
      const wanted = random.chance(0.6) ? this.#ways.to(this.#coordinates.littleKnown(random), random) : [];
      const built = new RequestBuilder(
        {
          schema: this.#schema,
          coordinates: this.#coordinates,
          random,
          vocabulary: this.#vocabulary,
          cursors: this.#cursors,
          isWanted: (coordinate, likelihood) =>
            random.chance(this.#coordinates.timesAsked(coordinate) < 15 ? Math.max(0.6, likelihood) : likelihood),
        },
        isBad,
        wanted,
      ).build();
      if (built !== undefined) return request(isBad ? 'BAD_ARGUMENT' : 'USUAL', built);
    }
  }

  /** Takes cursors out of an answer, and notes what it has. */
  learn({ document, asked: { variables } }: GeneratedRequest, { data }: Answer): void {
    this.#coordinates.answer(document, this.#schema, data);
    const pages = [...seenPages(askedFields(document, this.#schema), data)];
    this.#last = { document, variables, pages };
    for (const { coordinate, type, cursors } of pages) {
      for (const list of [coordinate, type]) {
        const kept = this.#cursors.get(list) ?? [];
        this.#cursors.set(list, [...cursors.slice(0, 5), ...kept].slice(0, mostCursors));
      }
    }
  }

  /** The page of the list that was gone through the least. */
  #leastTurned(pages: readonly SeenPage[]): SeenPage {
    const times = ({ coordinate }: SeenPage) =>
      ['after', 'before'].reduce((sum, name) => sum + this.#coordinates.timesAsked(`${coordinate}(${name}:)`), 0);
    return pages.reduce((least, page) => (times(page) < times(least) ? page : least));
  }

  /** What was asked and answered so far, in words. */
  summary(): string {
    return this.#coordinates.summary();
  }
}

function request(
  kind: RequestKind,
  { document, variables }: { readonly document: DocumentNode; readonly variables: JsonObject },
): GeneratedRequest {
  return { kind, document, asked: { query: print(document), variables } };
}
