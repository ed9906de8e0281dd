import { z } from 'zod';
import type { Operation } from './operation.ts';

const titled = z.object({ title: z.string() });
const fact = z.object({ name: z.string(), total: z.number(), titles: z.array(z.string()) });

export const rolesOfPillars: Operation = {
  letter: 'C',
  question: 'The roles of all pillars: of each the first 100 by title, and how many there are',
  rolegraph: () => ({
    query: `query C { pillars { name roles(first: 100) { totalCount nodes { title } } } }`,
    variables: {},
  }),
  neo4jGraphql: () => ({
    query: `query C {
      pillars(sort: [{ place: ASC }]) {
        name
        roles(limit: 100, sort: [{ place: ASC }]) { title }
        rolesConnection { aggregate { count { nodes } } }
      }
    }`,
    variables: {},
  }),
  cypher: () => ({ file: 'c', parameters: {} }),
  facts: {
    rolegraph: (data) =>
      z
        .object({
          pillars: z.array(
            z.object({ name: z.string(), roles: z.object({ totalCount: z.number(), nodes: z.array(titled) }) }),
          ),
        })
        .parse(data)
        .pillars.map(({ name, roles }) => ({
          name,
          total: roles.totalCount,
          titles: roles.nodes.map(({ title }) => title),
        })),
    neo4jGraphql: (data) =>
      z
        .object({
          pillars: z.array(
            z.object({
              name: z.string(),
              roles: z.array(titled),
              rolesConnection: z.object({ aggregate: z.object({ count: z.object({ nodes: z.number() }) }) }),
            }),
          ),
        })
        .parse(data)
        .pillars.map(({ name, roles, rolesConnection }) => ({
          name,
          total: rolesConnection.aggregate.count.nodes,
          titles: roles.map(({ title }) => title),
        })),
    cypher: (answer) => z.array(fact).parse(answer),
  },
};
