import type { ResultOf } from 'gql.tada';
import { graphql } from '../graphql.ts';

/** What a node is called, whatever its kind is. */
export const labelFields = graphql(`
  fragment Label on Node {
    id
    ... on RoleGroup {
      label
    }
    ... on Role {
      label
    }
    ... on Topic {
      name
    }
    ... on Responsibility {
      name
    }
  }
`);

/** The label of a node; undefined for one that has none, such as a source. */
export function labelOfNode(node: ResultOf<typeof labelFields>): string | undefined {
  if ('label' in node) return node.label;
  return 'name' in node ? node.name : undefined;
}
