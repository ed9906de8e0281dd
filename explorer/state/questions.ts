import type { BoardData } from '../../src/drawing/board/board-data.ts';
import type { NeighbourhoodData } from '../../src/drawing/neighbourhood/neighbourhood-data.ts';
import type { ResultOf } from 'gql.tada';
import { filterParameters, type BoardFilter, type Parameter } from './address.ts';
import { Answers } from './answers.ts';
import { askGraphql, askPicture, textOf } from './ask.ts';
import { graphql } from './graphql.ts';

/* What the explorer asks the server. */

const frameQuery = graphql(`
  query Frame {
    catalog {
      revision
      name
      version
    }
    pillars {
      id
      name
      roleCount
    }
    organizationTypes {
      id
      name
      roleCount
    }
    topics {
      id
      name
      roleCount
    }
  }
`);

export type Frame = ResultOf<typeof frameQuery>;

/** What every view needs: the name of the catalog, and what the board can be filtered by. */
export const frameAnswers = new Answers<'FRAME', Frame>((_, signal) => askGraphql(frameQuery, {}, signal));

/** The board with the roles that pass a filter. Whoever has chosen a category wants to see all that is in it. */
export const boardAnswers = new Answers<BoardFilter, BoardData>((filter, signal) => {
  const hasCategory = filter.inAll.some((id) => id.startsWith('category:'));
  const most: readonly Parameter[] = hasCategory ? [['most', '1000']] : [];
  return askPicture('board', [...filterParameters(filter), ...most], signal);
});

const labelsQuery = graphql(`
  query Labels($ids: [ID!]!) {
    catalog {
      revision
    }
    nodes(ids: $ids) {
      id
      ... on RoleGroup {
        label
      }
      ... on Topic {
        name
      }
      ... on Responsibility {
        name
      }
    }
  }
`);

/** The names of nodes by their ids; ids that there are not are left out. */
export const labelAnswers = new Answers<readonly string[], ReadonlyMap<string, string>>(async (ids, signal) => {
  const { data, revision } = await askGraphql(labelsQuery, { ids: [...ids] }, signal);
  const labels = new Map<string, string>();
  for (const node of data.nodes) {
    if (node === null) continue;
    const label = 'label' in node ? node.label : 'name' in node ? node.name : undefined;
    if (label !== undefined) labels.set(node.id, label);
  }
  return { data: labels, revision };
});

const searchQuery = graphql(`
  query Search($query: String!) {
    catalog {
      revision
    }
    search(query: $query, first: 8, kinds: [ROLE, PILLAR, ORGANIZATION_TYPE, CATEGORY, TOPIC, RESPONSIBILITY]) {
      totalCount
      relaxed
      edges {
        kind
        label
        matched
        hidden
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

export type Found = ResultOf<typeof searchQuery>['search'];
export type FoundNode = Found['edges'][number];

/** What is found for a text. */
export const searchAnswers = new Answers<string, Found>(async (query, signal) => {
  const { data, revision } = await askGraphql(searchQuery, { query }, signal);
  return { data: data.search, revision };
});

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
