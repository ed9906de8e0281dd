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

/** A GraphQL query of a command. */
export interface CatalogQuery<T> {
  readonly document: string;
  /** The shape of the `data` of the answer: each field of the document, in the same order. */
  readonly data: z.ZodType<T>;
  /** Names on the command line of arguments that may be refused, by their paths, e.g. "input.maxInvites": "--max". */
  readonly terms?: Readonly<Record<string, string>>;
}

export type Variables = Readonly<Record<string, unknown>>;

/** The fields that documents select for a list that is read page by page. */
export const pageInfoFields = 'pageInfo { hasNextPage endCursor }';

export const pageInfoShape = z.strictObject({ hasNextPage: z.boolean(), endCursor: z.string().nullable() });

/** A page of a list that the document selects with $first and $after. */
interface Page<Item> {
  readonly pageInfo: z.infer<typeof pageInfoShape>;
  readonly items: Item[];
}

/** Executes queries on one catalog, in this process. */
export class QueryClient {
  readonly #catalog: StoredCatalog;
  /** No other query is executed in the process of a command, so nothing waits. */
  readonly #scheduler = new Scheduler(Infinity);

  constructor(catalog: StoredCatalog) {
    this.#catalog = catalog;
  }

  /**
   * @param variables undefined ones are left out.
   * @throws UsageError for an invalid argument, or an answer that would be too large; StoreError.
   */
  async query<T>({ document, data: answer, terms = {} }: CatalogQuery<T>, variables: Variables): Promise<T> {
    const given = Object.entries(variables).filter(([, value]) => value !== undefined);
    const { data, errors = [] } = await graphql({
      schema,
      source: document,
      variableValues: Object.fromEntries(given),
      contextValue: { rolegraph: await requestGraph(this.#catalog, this.#scheduler) },
    });
    const [error] = errors;
    if (error !== undefined) throw shownError(error, terms);
    return answer.parse(data);
  }

  /**
   * Reads all pages of a list, and returns the first answer with the items of all pages and the pageInfo of the last.
   *
   * @param most limit on the number of items.
   */
  async queryPages<T, Item>(
    catalogQuery: CatalogQuery<T>,
    variables: Variables,
    pageOf: (answer: T) => Page<Item>,
    most = Infinity,
  ): Promise<T> {
    const first = await this.query(catalogQuery, { ...variables, first: Math.min(most, maxPageSize) });
    await this.completePage(pageOf(first), catalogQuery, variables, pageOf, most);
    return first;
  }

  /**
   * Reads the pages that follow a given page, and adds their items to it.
   *
   * @param catalogQuery selects the same list.
   * @param most limit on the number of items.
   */
  async completePage<T, Item>(
    { items, pageInfo }: Page<Item>,
    catalogQuery: CatalogQuery<T>,
    variables: Variables,
    pageOf: (answer: T) => Page<Item>,
    most = Infinity,
  ): Promise<void> {
    while (pageInfo.hasNextPage && items.length < most) {
      const size = Math.min(most - items.length, maxPageSize);
      const next = pageOf(await this.query(catalogQuery, { ...variables, first: size, after: pageInfo.endCursor }));
      items.push(...next.items);
      Object.assign(pageInfo, next.pageInfo);
    }
  }
}

/** The error to show at the terminal. Errors that the user cannot fix are internal ones. */
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

/** Matches names of arguments in messages: paths and camelCase anywhere, plain words only where a sentence names them. */
const naming = /\b[a-z]+(?:\.[a-z]|[A-Z])[A-Za-z.]*\b|(?<=^|which )[a-z]+\b/g;

/** The message about a refused argument, with the names of the command line. */
function inTerms({ message }: ArgumentError, terms: Readonly<Record<string, string>>): string {
  return message.replaceAll(naming, (name) => terms[name] ?? name);
}
