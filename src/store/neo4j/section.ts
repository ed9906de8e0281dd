/** A whole number is a bigint here: the driver writes those as INTEGER, and every number as FLOAT. */
export type Properties = Readonly<Record<string, string | number | bigint | readonly string[] | null>>;

/** All nodes of one kind. */
export interface NodeSection {
  readonly label: string;
  readonly count: number;
  /** Each has its id among its properties. */
  readonly rows: () => Iterable<Properties>;
}

/** All relationships of one type between two kinds. */
export interface RelationshipSection {
  readonly type: string;
  readonly count: number;
  readonly rows: () => Iterable<RelationshipRow>;
}

export interface RelationshipRow {
  /** The ids of its nodes. */
  readonly start: string;
  readonly end: string;
  readonly properties: Properties;
}
