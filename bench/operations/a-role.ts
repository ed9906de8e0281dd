import { z } from 'zod';
import type { Operation } from './operation.ts';
import { names, only, texts } from './shapes.ts';

const role = z.object({ title: z.string(), pillars: names, categories: names });

export const roleWithRelations: Operation = {
  letter: 'A',
  question: 'One role with its pillars, categories and responsibilities',
  rolegraph: (subject) => ({
    query: `query A($id: ID!) {
      role(by: { id: $id }) {
        title
        pillars { name }
        categories { name }
        responsibilities(first: 100) { nodes { name } }
      }
    }`,
    variables: { id: subject.role.id },
  }),
  neo4jGraphql: (subject) => ({
    query: `query A($slug: String!) {
      roles(where: { slug: { eq: $slug } }) {
        title
        pillars { name }
        categories { name }
        responsibilities { name }
      }
    }`,
    variables: { slug: subject.role.slug },
  }),
  cypher: (subject) => ({ file: 'a', parameters: { slug: subject.role.slug } }),
  facts: {
    rolegraph: (data) =>
      z
        .object({
          role: role
            .extend({ responsibilities: z.object({ nodes: names }) })
            .transform(({ responsibilities, ...rest }) => ({ ...rest, responsibilities: responsibilities.nodes })),
        })
        .parse(data).role,
    neo4jGraphql: (data) => z.object({ roles: only(role.extend({ responsibilities: names })) }).parse(data).roles,
    cypher: (answer) =>
      z.object({ title: z.string(), pillars: texts, categories: texts, responsibilities: texts }).parse(answer),
  },
};
