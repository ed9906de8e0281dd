import { z } from 'zod';

/** `[{ name }]` as sorted names. */
export const names = z.array(z.object({ name: z.string() })).transform((all) => all.map(({ name }) => name).sort());

/** A list of texts, sorted. */
export const texts = z.array(z.string()).transform((all) => all.sort());

/** A page of the connection of Rolegraph, as its nodes. */
export const nodesOf = <Node extends z.ZodType>(node: Node) =>
  z.object({ nodes: z.array(node) }).transform(({ nodes }) => nodes);

/** The only one of a list. */
export const only = <Item extends z.ZodType>(item: Item) => z.tuple([item]).transform(([first]) => first);
