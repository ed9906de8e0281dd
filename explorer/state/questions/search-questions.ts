import type { ResultOf, VariablesOf } from 'gql.tada';
import { Answers } from '../answers.ts';
import { askGraphql } from '../ask.ts';
import { graphql } from '../graphql.ts';

const searchQuery = graphql(`
  query Search($query: String!, $kinds: [NodeKind!]!) {
    catalog {
      revision
    }
    search(query: $query, first: 8, kinds: $kinds) {
      totalCount
      relaxed
      edges {
        kind
        label
        matched
        hidden
        node {
          id
          ... on Role {
            slug
            pillars {
              id
            }
          }
        }
      }
    }
  }
`);

export type Found = ResultOf<typeof searchQuery>['search'];
export type FoundNode = Found['edges'][number];

export type FoundKind = VariablesOf<typeof searchQuery>['kinds'][number];

export const roleKind = ['ROLE'] as const;
/** The kinds of groups. */
export const groupKinds = ['PILLAR', 'ORGANIZATION_TYPE', 'CATEGORY'] as const;
/** All that people look for. */
export const soughtKinds = [...roleKind, ...groupKinds, 'TOPIC', 'RESPONSIBILITY'] as const;

interface Sought {
  readonly query: string;
  readonly kinds: readonly FoundKind[];
}

/** What of some kinds is found for a text. */
export const searchAnswers = new Answers<Sought, Found>(async ({ query, kinds }, signal) => {
  const { data, revision } = await askGraphql(searchQuery, { query, kinds: [...kinds] }, signal);
  return { data: data.search, revision };
});
