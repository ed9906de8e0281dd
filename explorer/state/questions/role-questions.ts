import type { ResultOf } from 'gql.tada';
import type { NeighbourhoodData } from '../../../src/drawing/neighbourhood/neighbourhood-data.ts';
import type { Parameter } from '../address/parameters.ts';
import { Answers } from '../answers.ts';
import { askGraphql, askPicture, textOf } from '../ask.ts';
import { graphql } from '../graphql.ts';
import { placedLineFields } from './line-fields.ts';
import { roleInList } from './role-in-list.ts';
import { roleOverlapFields } from './role-overlap-fields.ts';

/** How many close roles a page shows before somebody asks for more. */
export const firstCloseRoles = 8;
/** How many it shows then. */
export const mostCloseRoles = 100;

const roleQuery = graphql(
  `
    query Role($id: ID!, $closeRoles: Int!) {
      catalog {
        revision
        roleCount
      }
      node(id: $id) {
        id
        ... on Role {
          slug
          label
          summary
          alternateTitles
          externalId
          sameAs
          pillars {
            id
            name
          }
          organizationTypes {
            id
            name
          }
          appearances {
            ...PlacedLine
            involvements {
              involvement
              responsibility {
                id
                name
                roleCount
              }
            }
          }
          overlaps(first: $closeRoles) {
            totalCount
            edges {
              node {
                ...RoleInList
              }
              overlap {
                ...OfTwoRoles
              }
            }
          }
        }
      }
    }
  `,
  [placedLineFields, roleInList, roleOverlapFields],
);

/** The query of a role's page, which people open in GraphiQL. */
export const roleQueryText = textOf(roleQuery);

type FoundNode = NonNullable<ResultOf<typeof roleQuery>['node']>;
type FoundRole = Extract<FoundNode, { readonly label: string }>;

/** A role, and the number of roles of its catalog. */
export type RoleDetails = FoundRole & { readonly roleCount: number };
export type RoleLine = RoleDetails['appearances'][number];
export type CloseRole = RoleDetails['overlaps']['edges'][number];
export type Involvement = RoleLine['involvements'][number]['involvement'][number];

export interface RoleQuestion {
  readonly slug: string;
  readonly closeRoles: number;
}

export function roleVariables({ slug, closeRoles }: RoleQuestion) {
  return { id: `role:${slug}`, closeRoles };
}

/** A role by its slug, or by one that it had before; null if there is none. */
export const roleAnswers = new Answers<RoleQuestion, RoleDetails | null>(async (question, signal) => {
  const { data, revision } = await askGraphql(roleQuery, roleVariables(question), signal);
  const role = data.node !== null && 'label' in data.node ? { ...data.node, roleCount: data.catalog.roleCount } : null;
  return { data: role, revision };
});

const meantQuery = graphql(`
  query MeantRoles($query: String!) {
    catalog {
      revision
    }
    search(query: $query, first: 5, kinds: [ROLE]) {
      edges {
        label
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

export type MeantRole = ResultOf<typeof meantQuery>['search']['edges'][number];

/** The roles that are found for a text. */
export const meantAnswers = new Answers<string, readonly MeantRole[]>(async (query, signal) => {
  const { data, revision } = await askGraphql(meantQuery, { query }, signal);
  return { data: data.search.edges, revision };
});

const relatedQuery = graphql(`
  query RelatedToRole($to: ID!) {
    catalog {
      revision
    }
    related(to: $to, first: 60, kinds: [TOPIC, RESPONSIBILITY, CATEGORY, PILLAR, ORGANIZATION_TYPE]) {
      edges {
        kind
        label
        relation
        reason
        node {
          id
        }
      }
    }
  }
`);

export type Related = ResultOf<typeof relatedQuery>['related']['edges'][number];

/** What is related to a node, by its id; roles are left out, which overlaps have. */
export const relatedAnswers = new Answers<string, readonly Related[]>(async (to, signal) => {
  const { data, revision } = await askGraphql(relatedQuery, { to }, signal);
  return { data: data.related.edges, revision };
});

const filesQuery = graphql(`
  query FilesOfRole($id: ID!) {
    catalog {
      revision
    }
    graph(select: { roots: [$id] }) {
      links {
        format
        name
        readers
        url
      }
    }
  }
`);

export type RoleFile = ResultOf<typeof filesQuery>['graph']['links'][number];

/** The addresses of a node and its neighbours as files, by its id; none if the server offers no files. */
export const filesAnswers = new Answers<string, readonly RoleFile[]>(async (id, signal) => {
  const { data, revision } = await askGraphql(filesQuery, { id }, signal);
  return { data: data.graph.links, revision };
});

/** The picture of what is close to a role: in the page of a role it has less room than in one of its own. */
export function neighbourhoodParameters(id: string): readonly Parameter[] {
  return [
    ['of', id],
    ['maxNodes', '20'],
  ];
}

/** What is close to a role, by its id. */
export const neighbourhoodAnswers = new Answers<string, NeighbourhoodData>((id, signal) =>
  askPicture('neighbourhood', neighbourhoodParameters(id), signal),
);
