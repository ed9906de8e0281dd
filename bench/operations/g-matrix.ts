import { z } from 'zod';
import type { Operation } from './operation.ts';

const counts = z.object({ sharedRoleCount: z.number(), unionRoleCount: z.number(), jaccard: z.number() });
const cell = counts.extend({ pillar: z.string(), other: z.string() });

const matrix = (cells: readonly z.infer<typeof cell>[]) =>
  cells
    .map((each) => [each.pillar, each.other, each.sharedRoleCount, each.unionRoleCount, each.jaccard].join(' '))
    .sort();

export const pillarMatrix: Operation = {
  letter: 'G',
  question: 'The overlap matrix of the pillars: shared and united roles, Jaccard index',
  rolegraph: () => ({
    query: `query G {
      pillars { id overlaps(first: 100) { groups { id } sharedRoleCount unionRoleCount jaccard } }
    }`,
    variables: {},
  }),
  neo4jGraphql: () => ({
    query: `query G {
      pillars {
        id
        overlapsConnection { edges { node { id } properties { sharedRoleCount unionRoleCount jaccard } } }
      }
    }`,
    variables: {},
  }),
  cypher: () => ({ file: 'g', parameters: {} }),
  facts: {
    rolegraph: (data) => {
      const id = z.object({ id: z.string() });
      const overlap = counts.extend({ groups: z.tuple([id, id]) });
      const { pillars } = z
        .object({ pillars: z.array(z.object({ id: z.string(), overlaps: z.array(overlap) })) })
        .parse(data);
      return matrix(
        pillars.flatMap(({ id: pillar, overlaps }) =>
          overlaps.map(({ groups: [, other], ...rest }) => ({ pillar, other: other.id, ...rest })),
        ),
      );
    },
    neo4jGraphql: (data) => {
      const edge = z.object({ node: z.object({ id: z.string() }), properties: counts });
      const { pillars } = z
        .object({
          pillars: z.array(z.object({ id: z.string(), overlapsConnection: z.object({ edges: z.array(edge) }) })),
        })
        .parse(data);
      return matrix(
        pillars.flatMap(({ id: pillar, overlapsConnection }) =>
          overlapsConnection.edges.map(({ node, properties }) => ({ pillar, other: node.id, ...properties })),
        ),
      );
    },
    cypher: (answer) => matrix(z.array(cell).parse(answer)),
  },
};
