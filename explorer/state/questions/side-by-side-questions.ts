import type { ResultOf, VariablesOf } from 'gql.tada';
import { Answers } from '../answers.ts';
import { askGraphql, textOf } from '../ask.ts';
import { graphql } from '../graphql.ts';
import { lineFields } from './line-fields.ts';
import { roleInList } from './role-in-list.ts';
import { roleOverlapFields } from './role-overlap-fields.ts';

const traits = graphql(`
  fragment Traits on RoleTraits {
    responsibilities {
      id
      name
    }
    topics {
      id
      name
    }
    categories {
      id
      label
    }
    pillars {
      id
      name
    }
    organizationTypes {
      id
      name
    }
  }
`);

const compareRolesQuery = graphql(
  `
    query CompareRoles($of: [RoleBy!]!) {
      catalog {
        revision
        roleCount
      }
      compareRoles(of: $of) {
        roles {
          ...RoleInList
          appearances {
            ...Line
          }
        }
        shared {
          ...Traits
        }
        distinct {
          role {
            id
          }
          traits {
            ...Traits
          }
        }
        overlaps {
          roles {
            id
          }
          overlapCoefficient
          ...OfTwoRoles
        }
      }
    }
  `,
  [roleInList, lineFields, traits, roleOverlapFields],
);

export const compareRolesQueryText = textOf(compareRolesQuery);

export function compareRolesVariables(ids: readonly string[]): VariablesOf<typeof compareRolesQuery> {
  return { of: ids.map((id) => (id.includes(':') ? { id } : { title: id })) };
}

export type ComparedRoles = ResultOf<typeof compareRolesQuery>['compareRoles'] & {
  /** How many roles the catalog has. */
  readonly roleCount: number;
};
export type ComparedRole = ComparedRoles['roles'][number];
export type PairOfRoles = ComparedRoles['overlaps'][number];

/** What two to six roles share, and what each has alone, by their ids or titles. */
export const compareRolesAnswers = new Answers<readonly string[], ComparedRoles>(async (ids, signal) => {
  const { data, revision } = await askGraphql(compareRolesQuery, compareRolesVariables(ids), signal);
  return { data: { ...data.compareRoles, roleCount: data.catalog.roleCount }, revision };
});

const compareGroupsQuery = graphql(
  `
    query CompareGroups($of: [ID!]!) {
      catalog {
        revision
      }
      compareGroups(of: $of) {
        groups {
          id
          label
        }
        overlap {
          sharedRoleCount
        }
        sharedResponsibilities(first: 100) {
          totalCount
          nodes {
            id
            name
          }
        }
        distinct {
          group {
            id
            label
          }
          roles(first: 100) {
            totalCount
            nodes {
              ...RoleInList
            }
          }
          responsibilities(first: 100) {
            totalCount
            nodes {
              id
              name
            }
          }
        }
      }
    }
  `,
  [roleInList],
);

export const compareGroupsQueryText = textOf(compareGroupsQuery);

export type ComparedGroups = ResultOf<typeof compareGroupsQuery>['compareGroups'];

/** What two to six groups share, and what each has alone, by their ids or names. */
export const compareGroupsAnswers = new Answers<readonly string[], ComparedGroups>(async (ids, signal) => {
  const { data, revision } = await askGraphql(compareGroupsQuery, { of: [...ids] }, signal);
  return { data: data.compareGroups, revision };
});
