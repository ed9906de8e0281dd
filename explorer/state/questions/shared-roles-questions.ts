import type { VariablesOf } from 'gql.tada';
import { Answers } from '../answers.ts';
import { askGraphql, textOf } from '../ask.ts';
import { graphql } from '../graphql.ts';
import { type RoleInList, roleInList } from './role-in-list.ts';

/** Some of the roles of a list, and where it goes on after them. */
const rolePage = graphql(
  `
    fragment RolePage on RoleConnection {
      totalCount
      pageInfo {
        endCursor
      }
      nodes {
        ...RoleInList
      }
    }
  `,
  [roleInList],
);

const sharedRolesQuery = graphql(
  `
    query SharedRoles($in: [ID!]!, $all: RoleFilter!, $only: RoleFilter!, $overlap: Boolean!, $alone: Boolean!) {
      catalog {
        revision
      }
      nodes(ids: $in) {
        id
        ... on RoleGroup {
          label
          roleCount
        }
        ... on Topic {
          name
          roleCount
        }
      }
      roles(filter: $all, first: 100) {
        totalCount
        nodes {
          ...RoleInList
        }
      }
      alone: roles(filter: $only, first: 100) @include(if: $alone) {
        ...RolePage
      }
      overlap(of: $in) @include(if: $overlap) {
        unionRoleCount
        jaccard
        overlapCoefficient
        roles(exclusive: true, first: 100) {
          ...RolePage
        }
      }
    }
  `,
  [rolePage, roleInList],
);

export const sharedRolesQueryText = textOf(sharedRolesQuery);

/** The first hundred roles of a list, and how many it has. */
export interface RoleList {
  readonly totalCount: number;
  readonly nodes: readonly RoleInList[];
}

interface Paged {
  /** Where the list goes on; null if it is empty. */
  readonly pageInfo: { readonly endCursor: string | null };
}

/** The roles that some groups or topics have in common. */
export interface SharedRoles {
  readonly groups: readonly { readonly id: string; readonly label: string; readonly roleCount: number }[];
  /** Those that are in all of them, whatever else they are in. */
  readonly all: RoleList;
  /** Those that are in no other group of the same kinds; null for topics. */
  readonly exact: (RoleList & Paged) | null;
  /** Of several groups, up to 16. */
  readonly measures: { readonly union: number; readonly jaccard: number; readonly overlapCoefficient: number } | null;
  readonly variables: VariablesOf<typeof sharedRolesQuery>;
}

/** The roles that groups or topics share, by their ids. */
export const sharedRolesAnswers = new Answers<readonly string[], SharedRoles>(async (ids, signal) => {
  const variables = await sharedRolesVariables(ids, signal);
  const { data, revision } = await askGraphql(sharedRolesQuery, variables, signal);
  const groups = ids.map((id, index) => {
    const node = data.nodes[index];
    const label = node != null && 'label' in node ? node.label : node != null && 'name' in node ? node.name : id;
    return { id, label, roleCount: node != null && 'roleCount' in node ? node.roleCount : 0 };
  });
  const { overlap } = data;
  const measures =
    overlap == null
      ? null
      : { union: overlap.unionRoleCount, jaccard: overlap.jaccard, overlapCoefficient: overlap.overlapCoefficient };
  const shared: SharedRoles = {
    groups,
    all: data.roles,
    exact: overlap?.roles ?? data.alone ?? null,
    measures,
    variables,
  };
  return { data: shared, revision };
});

/** The most groups of which the server says what they share, and what no other has. */
const mostOverlapping = 16;

async function sharedRolesVariables(
  ids: readonly string[],
  signal: AbortSignal,
): Promise<VariablesOf<typeof sharedRolesQuery>> {
  const list = [...ids];
  if (ids.some((id) => id.startsWith('topic:'))) {
    const performing = { performsAll: list };
    return { in: list, all: performing, only: performing, overlap: false, alone: false };
  }
  const all = { inAll: list };
  if (ids.length > 1 && ids.length <= mostOverlapping) return { in: list, all, only: all, overlap: true, alone: false };
  const others = await otherGroups(ids, signal);
  const only = others.length === 0 ? all : { ...all, inNone: [...others] };
  return { in: list, all, only, overlap: false, alone: true };
}

const moreExactQuery = graphql(
  `
    query MoreExact($in: [ID!]!, $only: RoleFilter!, $overlap: Boolean!, $alone: Boolean!, $after: String!) {
      catalog {
        revision
      }
      alone: roles(filter: $only, first: 100, after: $after) @include(if: $alone) {
        ...RolePage
      }
      overlap(of: $in) @include(if: $overlap) {
        roles(exclusive: true, first: 100, after: $after) {
          ...RolePage
        }
      }
    }
  `,
  [rolePage],
);

/** Which part of a list is wanted: the hundred roles after a place of it. */
export interface MoreExactQuestion {
  readonly variables: SharedRoles['variables'];
  readonly after: string;
}

/** The next roles that are in exactly some groups. */
export const moreExactAnswers = new Answers<MoreExactQuestion, RoleList & Paged>(async (question, signal) => {
  const { in: ids, only, overlap, alone } = question.variables;
  const variables = { in: ids, only, overlap, alone, after: question.after };
  const { data, revision } = await askGraphql(moreExactQuery, variables, signal);
  const nothing = { totalCount: 0, pageInfo: { endCursor: null }, nodes: [] };
  return { data: data.overlap?.roles ?? data.alone ?? nothing, revision };
});

const groupIdsQuery = graphql(`
  query GroupIds {
    catalog {
      revision
    }
    pillars {
      id
    }
    organizationTypes {
      id
    }
    categories {
      id
    }
  }
`);

/** The ids of all other groups of the kinds of some groups. */
async function otherGroups(ids: readonly string[], signal: AbortSignal): Promise<readonly string[]> {
  const { data } = await askGraphql(groupIdsQuery, {}, signal);
  return [data.pillars, data.organizationTypes, data.categories]
    .filter((groups) => groups.some(({ id }) => ids.includes(id)))
    .flatMap((groups) => groups.map(({ id }) => id))
    .filter((id) => !ids.includes(id));
}
