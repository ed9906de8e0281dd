import type { ResultOf } from 'gql.tada';
import { graphql } from '../graphql.ts';

/** A role that would add to a team, and the duties that it would add. */
export const additionFields = graphql(`
  fragment Addition on Addition {
    role {
      id
      slug
      label
    }
    adds {
      responsibilities(first: 100) {
        totalCount
        edges {
          label
        }
      }
    }
  }
`);

export type Addition = ResultOf<typeof additionFields>;
