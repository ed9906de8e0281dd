import { responsePathAsArray, type GraphQLResolveInfo } from 'graphql';
import type { UnknownNameError, ArgumentError } from '../../src/graph/argument-error.ts';
import type { CatalogGraph } from '../../src/graph/catalog-graph.ts';
import { suggestedNodes, type Suggested } from '../../src/graph/names/suggested-nodes.ts';
import type { NodeKind } from '../../src/graph/nodes/node-kind.ts';
import type { Node } from '../../src/graph/nodes/node.ts';
import type { Task } from '../../src/scheduling/task.ts';
import type { StoredCatalog } from '../../src/store/stored-catalog.ts';

/** For how many distinct names of one request suggestions are looked for. With 50,000 roles, each takes some 50 ms. */
const mostNames = 10;

/** A field that is null because no node has the title or name, with the ids that were probably meant. */
export interface SuggestedNames {
  /** The path of the field in the answer. */
  readonly path: readonly (string | number)[];
  /** The argument that has the name, e.g. "by.title". */
  readonly argument: string;
  /** Up to 5 ids, nearest first. */
  readonly suggestions: readonly string[];
}

interface NullField {
  readonly path: GraphQLResolveInfo['path'];
  readonly argument: string;
  /** Set when they are found. */
  nodes: readonly Node[];
}

/** Finds what the unknown names of one request probably meant. Each name is looked for once, however many fields have it. */
export class NameSuggestions {
  readonly #graph: CatalogGraph;
  readonly #catalog: StoredCatalog;
  readonly #work: Task;
  readonly #found = new Map<string, Promise<Suggested>>();
  /** The search that began last. */
  #last: Promise<unknown> = Promise.resolve();
  /** In the order in which the fields were resolved. */
  readonly #nullFields: NullField[] = [];

  constructor(graph: CatalogGraph, catalog: StoredCatalog, work: Task) {
    this.#graph = graph;
    this.#catalog = catalog;
    this.#work = work;
  }

  /** The error with suggestions, as clients get it. */
  async of(error: UnknownNameError): Promise<ArgumentError> {
    return error.suggesting(await this.#suggested(error.given, error.kinds));
  }

  /** Notes suggestions for a field that will be null, because no node of the kind has the title or name. */
  async note(path: GraphQLResolveInfo['path'], argument: string, given: string, kind: NodeKind): Promise<undefined> {
    if (this.#nullFields.length >= mostNames) return undefined;
    const field: NullField = { path, argument, nodes: [] };
    this.#nullFields.push(field);
    const { nodes } = await this.#suggested(given, [kind]);
    field.nodes = nodes;
    return undefined;
  }

  /** The suggestions for fields that are null, of those fields that have any. */
  get ofNullFields(): readonly SuggestedNames[] {
    return this.#nullFields
      .filter(({ nodes }) => nodes.length > 0)
      .map(({ path, argument, nodes }) => ({
        path: responsePathAsArray(path),
        argument,
        suggestions: nodes.map(({ id }) => id),
      }));
  }

  #suggested(given: string, kinds: readonly NodeKind[]): Promise<Suggested> {
    const key = `${kinds.join()} ${given}`;
    const known = this.#found.get(key);
    if (known !== undefined) return known;
    if (this.#found.size >= mostNames) return Promise.resolve({ nodes: [], nearestCount: 0 });
    // One after the other, so that errors are always in the same order: GraphQL reports only the first one of some fields.
    const found = this.#last.then(() => this.#search(given, kinds));
    this.#last = found.catch(() => undefined);
    this.#found.set(key, found);
    return found;
  }

  async #search(given: string, kinds: readonly NodeKind[]): Promise<Suggested> {
    // Without the store there is no search index yet. The name is wrong nevertheless, and may be like another.
    const index = await this.#catalog.searchIndex().catch(() => undefined);
    return this.#work.run(suggestedNodes(this.#graph, index, given, kinds));
  }
}
