import type { ResultOf } from 'gql.tada';
import { graphql } from '../graphql.ts';

/** A role of a list, with what its signature is made of. */
export const roleInList = graphql(`
  fragment RoleInList on Role {
    id
    slug
    label
    pillars {
      id
    }
  }
`);

export type RoleInList = ResultOf<typeof roleInList>;
