import { Answers } from '../answers.ts';
import type { AskedTeam } from '../asked-team.ts';
import { askGraphql } from '../ask.ts';
import { graphql } from '../graphql.ts';

const rolesQuery = graphql(`
  query TeamRoles($ids: [ID!]!) {
    catalog {
      revision
    }
    nodes(ids: $ids) {
      id
      ... on Role {
        slug
        label
        pillars {
          id
        }
      }
    }
  }
`);

/** A role of a team. */
export interface TeamRole {
  readonly id: string;
  readonly slug: string;
  readonly label: string;
  readonly pillars: readonly { readonly id: string }[];
}

/** The roles with some ids, by these. Those that the catalog does not have are left out. */
export const teamRoleAnswers = new Answers<readonly string[], ReadonlyMap<string, TeamRole>>(async (ids, signal) => {
  const { data, revision } = await askGraphql(rolesQuery, { ids: [...ids] }, signal);
  const roles = new Map<string, TeamRole>();
  for (const [index, node] of data.nodes.entries()) {
    const asked = ids[index];
    // An id that was replaced leads to a role with another one.
    if (node !== null && 'slug' in node && asked !== undefined) roles.set(asked, node);
  }
  return { data: roles, revision };
});

/** A team as the variables of a question have it: the people and, where there are some, those who are absent. */
export function teamVariables({ staff, absent }: AskedTeam) {
  return {
    staff: staff.map((person) => ({ ...person, roles: [...person.roles] })),
    ...(absent.length > 0 && { absent: [...absent] }),
  };
}
