import { z } from 'zod';
import type { Operation } from './operation.ts';
import { names, nodesOf, texts } from './shapes.ts';

const roles = z.array(z.object({ title: z.string(), pillars: names }));

export const pageOfRoles: Operation = {
  letter: 'B',
  question: 'A page of 20 roles by title, with their pillars',
  rolegraph: () => ({
    query: `query B { roles(first: 20) { nodes { title pillars { name } } } }`,
    variables: {},
  }),
  // The condition on `place` is always true, but lets Neo4j read the order from its index.
  neo4jGraphql: () => ({
    query: `query B {
      roles(limit: 20, sort: [{ place: ASC }], where: { place: { gte: 0 } }) { title pillars { name } }
    }`,
    variables: {},
  }),
  cypher: () => ({ file: 'b', parameters: {} }),
  facts: {
    rolegraph: (data) => z.object({ roles: nodesOf(roles.element) }).parse(data).roles,
    neo4jGraphql: (data) => z.object({ roles }).parse(data).roles,
    cypher: (answer) => z.array(z.object({ title: z.string(), pillars: texts })).parse(answer),
  },
};
