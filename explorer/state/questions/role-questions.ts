import type { ResultOf } from 'gql.tada';
import type { NeighbourhoodData } from '../../../src/drawing/neighbourhood/neighbourhood-data.ts';
import { Answers } from '../answers.ts';
import { askGraphql, askPicture, textOf } from '../ask.ts';
import { graphql } from '../graphql.ts';

const roleQuery = graphql(`
  query Role($id: ID!) {
    catalog {
      revision
    }
    role(by: { id: $id }) {
      id
      label
      summary
      alternateTitles
      pillars {
        id
        name
      }
      appearances {
        id
        category {
          id
          name
        }
        pillar {
          id
          name
        }
        organizationTypes {
          id
          name
        }
        responsibilities {
          id
          name
        }
        note
        source {
          line
          row
          quote
          url
          source {
            slug
            title
          }
        }
      }
      overlaps(first: 8) {
        edges {
          node {
            id
            slug
            label
            pillars {
              id
            }
          }
          overlap {
            score
            sharedResponsibilities {
              name
            }
            sharedCategories {
              name
            }
          }
        }
      }
    }
  }
`);

/** The query of a role's page, which people open in GraphiQL. */
export const roleQueryText = textOf(roleQuery);

export type RoleDetails = NonNullable<ResultOf<typeof roleQuery>['role']>;
export type RoleLine = RoleDetails['appearances'][number];
export type CloseRole = RoleDetails['overlaps']['edges'][number];

/** A role by its slug; null if there is none. */
export const roleAnswers = new Answers<string, RoleDetails | null>(async (slug, signal) => {
  const { data, revision } = await askGraphql(roleQuery, { id: `role:${slug}` }, signal);
  return { data: data.role, revision };
});

/** What is close to a node, by its id. */
export const neighbourhoodAnswers = new Answers<string, NeighbourhoodData>((id, signal) =>
  askPicture('neighbourhood', [['of', id]], signal),
);
