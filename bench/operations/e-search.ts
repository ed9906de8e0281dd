import { z } from 'zod';
import type { Operation } from './operation.ts';

const hit = z.object({ id: z.string(), title: z.string() });

/** Each server has its own ranking, so only the set of results can be equal. */
const found = (hits: readonly z.infer<typeof hit>[]) => hits.map(({ id, title }) => `${id} ${title}`).sort();

export const search: Operation = {
  letter: 'E',
  question: 'A search for roles by words of their titles, all of which must be there',
  rolegraph: (subject) => ({
    query: `query E($words: String!) {
      search(query: $words, kinds: [ROLE], first: 20) { nodes { id ... on Role { title } } }
    }`,
    variables: { words: subject.words.join(' ') },
  }),
  neo4jGraphql: (subject) => ({
    query: `query E($phrase: String!) {
      rolesByTitle(phrase: $phrase, first: 20) { edges { node { id title } } }
    }`,
    variables: { phrase: subject.words.join(' AND ') },
  }),
  cypher: (subject) => ({ file: 'e', parameters: { phrase: subject.words.join(' AND ') } }),
  facts: {
    rolegraph: (data) => found(z.object({ search: z.object({ nodes: z.array(hit) }) }).parse(data).search.nodes),
    neo4jGraphql: (data) =>
      found(
        z
          .object({ rolesByTitle: z.object({ edges: z.array(z.object({ node: hit })) }) })
          .parse(data)
          .rolesByTitle.edges.map(({ node }) => node),
      ),
    cypher: (answer) => found(z.array(hit).parse(answer)),
  },
};
