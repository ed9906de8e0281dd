import { graphql, GraphQLError } from 'graphql';
import { z } from 'zod';
import { requestGraph } from '../../schema/context.ts';
import { schema } from '../../schema/schema.ts';
import { Scheduler } from '../scheduling/scheduler.ts';
import { ArgumentError } from '../graph/argument-error.ts';
import { maxPageSize } from '../graph/lists/page.ts';
import type { StoredCatalog } from '../store/stored-catalog.ts';
import { StoreError } from '../store/store-error.ts';
import { UsageError } from './usage-error.ts';

/** What a command asks of the GraphQL schema, as programs and GraphiQL do. */
export interface Question<T> {
  readonly document: string;
  /** The answer's `data`: each field of the document, in its order. */
  readonly data: z.ZodType<T>;
  /** How arguments that may be refused are called on the command line, by their paths, e.g. "input.maxInvites": "--max". */
  readonly terms?: Readonly<Record<string, string>>;
}

export type Variables = Readonly<Record<string, unknown>>;

/** What documents ask of a list that is asked for page by page. */
export const pageInfoFields = 'pageInfo { hasNextPage endCursor }';

export const pageInfoShape = z.strictObject({ hasNextPage: z.boolean(), endCursor: z.string().nullable() });

/** A page of a list that is asked for with $first and $after, as a part of an answer. */
interface Page<Item> {
  readonly pageInfo: z.infer<typeof pageInfoShape>;
  readonly items: Item[];
}

/** Asks one catalog, in this process. */
export class Asking {
  readonly #catalog: StoredCatalog;
  /** Nobody else needs the process of a command, so nothing in it waits. */
  readonly #scheduler = new Scheduler(Infinity);

  constructor(catalog: StoredCatalog) {
    this.#catalog = catalog;
  }

  /**
   * @param variables those that are undefined are left out.
   * @throws UsageError for an argument that cannot be answered, or an answer that would be too large; StoreError.
   */
  async ask<T>({ document, data: answer, terms = {} }: Question<T>, variables: Variables): Promise<T> {
    const given = Object.entries(variables).filter(([, value]) => value !== undefined);
    const { data, errors = [] } = await graphql({
      schema,
      source: document,
      variableValues: Object.fromEntries(given),
      contextValue: { rolegraph: await requestGraph(this.#catalog, this.#scheduler, this.#solver) },
    });
    const [error] = errors;
    if (error !== undefined) throw shownError(error, terms);
    return answer.parse(data);
  }

  /**
   * Asks page after page of a list, and gives the first answer with the items of all; its pageInfo is that of the last.
   *
   * @param most how many items are wanted.
   */
  async askPages<T, Item>(
    question: Question<T>,
    variables: Variables,
    pageOf: (answer: T) => Page<Item>,
    most = Infinity,
  ): Promise<T> {
    const first = await this.ask(question, { ...variables, first: Math.min(most, maxPageSize) });
    await this.completePage(pageOf(first), question, variables, pageOf, most);
    return first;
  }

  /**
   * Asks for what follows a page of an answer that is at hand, and adds it to this page.
   *
   * @param question asks for more of the same list.
   * @param most how many items are wanted.
   */
  async completePage<T, Item>(
    { items, pageInfo }: Page<Item>,
    question: Question<T>,
    variables: Variables,
    pageOf: (answer: T) => Page<Item>,
    most = Infinity,
  ): Promise<void> {
    while (pageInfo.hasNextPage && items.length < most) {
      const size = Math.min(most - items.length, maxPageSize);
      const next = pageOf(await this.ask(question, { ...variables, first: size, after: pageInfo.endCursor }));
      items.push(...next.items);
      Object.assign(pageInfo, next.pageInfo);
    }
  }
}

/** An error as those at a terminal read it; one that they can do nothing about is a fault. */
function shownError(error: GraphQLError, terms: Readonly<Record<string, string>>): Error {
  const cause = rootCauseOf(error);
  if (cause instanceof ArgumentError) return new UsageError(inTerms(cause, terms));
  if (cause instanceof StoreError) return cause;
  if (error.extensions['code'] === 'ANSWER_TOO_LARGE') return new UsageError(error.message);
  return cause instanceof Error ? cause : error;
}

/** The error that was thrown, if it is not a GraphQLError itself. */
function rootCauseOf({ cause }: GraphQLError): unknown {
  return cause instanceof GraphQLError ? rootCauseOf(cause) : cause;
}

/** Where a message may name an argument: paths and such as no English word is anywhere, others where sentences do. */
const naming = /\b[a-z]+(?:\.[a-z]|[A-Z])[A-Za-z.]*\b|(?<=^|which )[a-z]+\b/g;

/** The message of a refused argument, with arguments called as on the command line. */
function inTerms({ message }: ArgumentError, terms: Readonly<Record<string, string>>): string {
  return message.replaceAll(naming, (name) => terms[name] ?? name);
}
