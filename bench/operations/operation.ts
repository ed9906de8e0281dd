/** The subjects of the operations at a scale, the same for every server. */
export interface Subject {
  /** Of median degree among those with at least ten overlaps. */
  readonly role: { readonly id: string; readonly slug: string };
  /** Words of role titles that a handful of roles have, all of them. */
  readonly words: readonly string[];
  readonly drawing: Drawing;
}

/** The part of the graph that is drawn: as much as an answer of Rolegraph may contain. */
export interface Drawing {
  readonly withResponsibilities: boolean;
  /** Only these nodes, if the whole graph is too large for an answer; undefined for the whole graph. */
  readonly among: readonly string[] | undefined;
}

export interface GraphqlRequest {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

export interface CypherRequest {
  /** Of bench/cypher, without its extension. */
  readonly file: string;
  readonly parameters: Readonly<Record<string, unknown>>;
}

export const letters = ['A', 'B', 'C', 'D', 'E', 'F', 'G'] as const;
export type Letter = (typeof letters)[number];

/** A measured question, the request to each kind of server, and how to read the same plain facts from each answer. */
export interface Operation {
  readonly letter: Letter;
  readonly question: string;
  readonly rolegraph: (subject: Subject) => GraphqlRequest;
  readonly neo4jGraphql: (subject: Subject) => GraphqlRequest;
  readonly cypher: (subject: Subject) => CypherRequest;
  /** From `data` of the GraphQL servers, and from the whole of the bare one; lists without an order are sorted. */
  readonly facts: {
    readonly rolegraph: (data: unknown) => unknown;
    readonly neo4jGraphql: (data: unknown) => unknown;
    readonly cypher: (answer: unknown) => unknown;
  };
}
