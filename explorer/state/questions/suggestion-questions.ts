import { Answers } from '../answers.ts';
import { askGraphql } from '../ask.ts';
import { graphql } from '../graphql.ts';

const closestQuery = graphql(`
  query Closest($id: ID!) {
    catalog {
      revision
    }
    node(id: $id) {
      ... on Role {
        overlaps(first: 6) {
          nodes {
            id
            label
          }
        }
      }
      ... on RoleGroup {
        sharing: overlaps(first: 6) {
          groups {
            id
            label
          }
        }
      }
    }
  }
`);

/** Something that can be looked at side by side with something else. */
export interface Suggested {
  readonly id: string;
  readonly label: string;
}

/** What shares most with a role or a group, by its id. */
export const closestAnswers = new Answers<string, readonly Suggested[]>(async (id, signal) => {
  const { data, revision } = await askGraphql(closestQuery, { id }, signal);
  const { node } = data;
  const roles = node != null && 'overlaps' in node ? node.overlaps.nodes : [];
  const groups =
    node != null && 'sharing' in node
      ? node.sharing.flatMap((overlap) => overlap.groups.filter((group) => group.id !== id))
      : [];
  const closest: readonly Suggested[] = [...roles, ...groups];
  return { data: closest, revision };
});

const examplesQuery = graphql(`
  query Examples {
    catalog {
      revision
    }
    roles(first: 2, orderBy: { field: PILLAR_COUNT, direction: DESC }) {
      nodes {
        id
        label
        overlaps(first: 1) {
          nodes {
            id
            label
          }
        }
      }
    }
    pillars {
      id
      label
    }
    organizationTypes {
      id
      label
    }
  }
`);

/** What somebody could look at side by side who has chosen nothing yet: each of two or three. */
export const exampleAnswers = new Answers<'EXAMPLES', readonly (readonly Suggested[])[]>(async (_, signal) => {
  const { data, revision } = await askGraphql(examplesQuery, {}, signal);
  const roles = data.roles.nodes.map(({ id, label, overlaps }) => [{ id, label }, ...overlaps.nodes]);
  const groups = [data.organizationTypes.slice(0, 3), data.pillars.slice(0, 2)];
  return { data: [...roles, ...groups].filter(({ length }) => length > 1), revision };
});
