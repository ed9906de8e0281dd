import type { OpenGeneration } from '../src/store/open-generation.ts';
import type { TextLoader } from '../src/store/text-loader.ts';

/**
 * What resolvers are given. All of ours stands in one property that is never copied: servers copy the context's own
 * properties for each operation.
 */
export interface Context {
  readonly rolegraph: RequestGraph;
}

/** The generation that a request is answered from, to its end, and the texts it loads. */
export interface RequestGraph {
  readonly open: OpenGeneration;
  readonly texts: TextLoader;
}
