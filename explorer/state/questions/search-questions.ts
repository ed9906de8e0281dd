import type { ResultOf } from 'gql.tada';
import { Answers } from '../answers.ts';
import { askGraphql } from '../ask.ts';
import { graphql } from '../graphql.ts';

const searchQuery = graphql(`
  query Search($query: String!) {
    catalog {
      revision
    }
    search(query: $query, first: 8, kinds: [ROLE, PILLAR, ORGANIZATION_TYPE, CATEGORY, TOPIC, RESPONSIBILITY]) {
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

/** What is found for a text. */
export const searchAnswers = new Answers<string, Found>(async (query, signal) => {
  const { data, revision } = await askGraphql(searchQuery, { query }, signal);
  return { data: data.search, revision };
});
