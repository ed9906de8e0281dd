import type { AbstractGraph, Attributes } from 'graphology-types';

// graphology exports `Graph` by name, too. Its types know only the default export, which they describe for CommonJS.
declare module 'graphology' {
  export class Graph<
    NodeAttributes extends Attributes = Attributes,
    EdgeAttributes extends Attributes = Attributes,
    GraphAttributes extends Attributes = Attributes,
  > extends AbstractGraph<NodeAttributes, EdgeAttributes, GraphAttributes> {
    static from(data: unknown): Graph<Record<string, unknown>, Record<string, unknown>, Record<string, unknown>>;
  }
}
