import { z } from 'zod';
import type { Operation } from './operation.ts';
import { names, only, texts } from './shapes.ts';

const fact = z.object({
  title: z.string(),
  overlaps: z.array(z.object({ score: z.number(), title: z.string(), pillars: texts, responsibilities: texts })),
});

export const overlapsOfRole: Operation = {
  letter: 'D',
  question: 'A role, its ten strongest overlaps, their pillars and responsibilities',
  rolegraph: (subject) => ({
    query: `query D($id: ID!) {
      role(by: { id: $id }) {
        title
        overlaps(first: 10) {
          edges {
            overlap { score }
            node { title pillars { name } responsibilities(first: 100) { nodes { name } } }
          }
        }
      }
    }`,
    variables: { id: subject.role.id },
  }),
  neo4jGraphql: (subject) => ({
    query: `query D($slug: String!) {
      roles(where: { slug: { eq: $slug } }) {
        title
        overlapsConnection(first: 10, sort: [{ edge: { score: DESC } }, { node: { place: ASC } }]) {
          edges { properties { score } node { title pillars { name } responsibilities { name } } }
        }
      }
    }`,
    variables: { slug: subject.role.slug },
  }),
  cypher: (subject) => ({ file: 'd', parameters: { slug: subject.role.slug } }),
  facts: {
    rolegraph: (data) => {
      const node = z.object({ title: z.string(), pillars: names, responsibilities: z.object({ nodes: names }) });
      const edge = z.object({ overlap: z.object({ score: z.number() }), node });
      const { role } = z
        .object({ role: z.object({ title: z.string(), overlaps: z.object({ edges: z.array(edge) }) }) })
        .parse(data);
      const overlaps = role.overlaps.edges.map(
        ({ overlap: { score }, node: { title, pillars, responsibilities } }) => ({
          score,
          title,
          pillars,
          responsibilities: responsibilities.nodes,
        }),
      );
      return { title: role.title, overlaps };
    },
    neo4jGraphql: (data) => {
      const node = z.object({ title: z.string(), pillars: names, responsibilities: names });
      const edge = z
        .object({ properties: z.object({ score: z.number() }), node })
        .transform((each) => ({ score: each.properties.score, ...each.node }));
      const { roles } = z
        .object({
          roles: only(z.object({ title: z.string(), overlapsConnection: z.object({ edges: z.array(edge) }) })),
        })
        .parse(data);
      return { title: roles.title, overlaps: roles.overlapsConnection.edges };
    },
    cypher: (answer) => fact.parse(answer),
  },
};
