/** A whole number is a bigint here: the driver writes those as INTEGER, and every number as FLOAT. */
export type Properties = Readonly<Record<string, string | number | bigint | readonly string[] | null>>;

/** What a node has beside other properties. */
export type NodeProperties = Properties & { readonly id: string };

/** All nodes of one kind. */
export interface NodeSection {
  readonly label: string;
  readonly count: number;
  readonly rows: () => Iterable<NodeProperties>;
}

/** All relationships of one type between two kinds. */
export interface RelationshipSection {
  readonly type: string;
  /**
   * The label of the nodes that they start from, where they come in the order of those and lead to kinds of nodes that stand
   * before: each of these nodes is written together with its relationships. Null where they are written after all nodes.
   */
  readonly from: string | null;
  readonly count: number;
  readonly rows: () => Iterable<RelationshipRow>;
}

export interface RelationshipRow {
  /** The ids of its nodes. */
  readonly start: string;
  readonly end: string;
  readonly properties: Properties;
}
