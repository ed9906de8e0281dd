import type { ResultOf, VariablesOf } from 'gql.tada';
import type { HeatmapData } from '../../../src/drawing/heatmap/heatmap-data.ts';
import type { MatrixData } from '../../../src/drawing/matrix/matrix-data.ts';
import type { UpsetData } from '../../../src/drawing/upset/upset-data.ts';
import type { ComparedKind } from '../address/overlap-address.ts';
import type { Parameter } from '../address/parameters.ts';
import { Answers } from '../answers.ts';
import { askGraphql, askPicture, textOf } from '../ask.ts';
import { graphql } from '../graphql.ts';
import { evidenceFields } from './evidence-fields.ts';

/** Which groups a heat map compares: all of a kind, of the first kind of which there are two, or those given. */
export interface HeatmapQuestion {
  readonly kind: ComparedKind | null;
  readonly of: readonly string[];
}

export const heatmapAnswers = new Answers<HeatmapQuestion, HeatmapData>((question, signal) =>
  askPicture('heatmap', heatmapParameters(question), signal),
);

export function heatmapParameters({ kind, of }: HeatmapQuestion): readonly Parameter[] {
  return [...(kind === null ? [] : [['kind', kind] as const]), ...of.map((id): Parameter => ['of', id])];
}

/** Which combinations there are: all, or those of at least so many groups. */
export interface UpsetQuestion {
  readonly kind: ComparedKind;
  readonly minGroups: number;
}

export const upsetAnswers = new Answers<UpsetQuestion, UpsetData>((question, signal) =>
  askPicture('upset', upsetParameters(question), signal),
);

export function upsetParameters({ kind, minGroups }: UpsetQuestion): readonly Parameter[] {
  return [['kind', kind], ...(minGroups > 1 ? [['minGroups', String(minGroups)] as const] : [])];
}

/** Which rows a matrix has: all roles, or those that are in several columns. */
export interface MatrixQuestion {
  readonly by: ComparedKind;
  readonly hasEveryRole: boolean;
}

export const matrixAnswers = new Answers<MatrixQuestion, MatrixData>((question, signal) =>
  askPicture('matrix', matrixParameters(question), signal),
);

export function matrixParameters({ by, hasEveryRole }: MatrixQuestion): readonly Parameter[] {
  return [
    ['by', by],
    ['minGroups', hasEveryRole ? '1' : '2'],
  ];
}

const roleInList = graphql(`
  fragment RoleInList on Role {
    id
    slug
    label
    pillars {
      id
    }
  }
`);

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
        totalCount
        pageInfo {
          endCursor
        }
        nodes {
          ...RoleInList
        }
      }
      overlap(of: $in) @include(if: $overlap) {
        unionRoleCount
        jaccard
        overlapCoefficient
        roles(exclusive: true, first: 100) {
          totalCount
          pageInfo {
            endCursor
          }
          nodes {
            ...RoleInList
          }
        }
      }
    }
  `,
  [roleInList],
);

export const sharedRolesQueryText = textOf(sharedRolesQuery);

/** A role of a list. */
export type RoleInList = ResultOf<typeof roleInList>;

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
        totalCount
        pageInfo {
          endCursor
        }
        nodes {
          ...RoleInList
        }
      }
      overlap(of: $in) @include(if: $overlap) {
        roles(exclusive: true, first: 100, after: $after) {
          totalCount
          pageInfo {
            endCursor
          }
          nodes {
            ...RoleInList
          }
        }
      }
    }
  `,
  [roleInList],
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

/** A line of a source that names a role. */
const lineFields = graphql(
  `
    fragment Line on Appearance {
      ...Evidence
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
        topics {
          id
        }
      }
    }
  `,
  [evidenceFields],
);

export type Line = ResultOf<typeof lineFields>;

const roleLinesQuery = graphql(
  `
    query RoleLines($role: ID!) {
      catalog {
        revision
      }
      role(by: { id: $role }) {
        ...RoleInList
        appearances {
          ...Line
        }
      }
    }
  `,
  [roleInList, lineFields],
);

export const roleLinesQueryText = textOf(roleLinesQuery);

export type RoleWithLines = NonNullable<ResultOf<typeof roleLinesQuery>['role']>;

/** A role with its lines, by its id; null if there is none. */
export const roleLinesAnswers = new Answers<string, RoleWithLines | null>(async (role, signal) => {
  const { data, revision } = await askGraphql(roleLinesQuery, { role }, signal);
  return { data: data.role, revision };
});

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
          score
          overlapCoefficient
          sharedWeight
          totalWeight
          lineCount
          neverToldApart
          sharedResponsibilities {
            id
            name
            roles(first: 1) {
              totalCount
            }
          }
          sharedCategories {
            id
            label
            roleCount
          }
          sharedPillars {
            id
            name
            roleCount
          }
          sharedOrganizationTypes {
            id
            name
            roleCount
          }
        }
      }
    }
  `,
  [roleInList, lineFields, traits],
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
