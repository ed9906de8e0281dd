import type { ResultOf, VariablesOf } from 'gql.tada';
import type { PathsData } from '../../../src/drawing/paths/paths-data.ts';
import { mostWays, type PathsQuestion, pathsParameters } from '../address/paths-address.ts';
import { type Answer, askGraphql, askPicture, textOf } from '../ask.ts';
import { Answers } from '../answers.ts';
import { graphql } from '../graphql.ts';

const pathsQuery = graphql(`
  query Paths($from: ID!, $to: ID!, $through: PathsThrough!, $maxLength: Int!, $first: Int!) {
    catalog {
      revision
    }
    paths(from: $from, to: $to, through: $through, maxLength: $maxLength, first: $first) {
      summary
      through
      lengthThroughAny
      lengthThroughDuties
      paths {
        sentence
        rarity
        edges {
          id
          appearances {
            id
            titles
            summary
            note
            role {
              id
              label
            }
            source {
              line
              row
              quote
              url
              source {
                slug
                title
                document
              }
            }
          }
        }
      }
    }
  }
`);

/** The query for the paths between two nodes, which people open in GraphiQL. */
export const pathsQueryText = textOf(pathsQuery);

/** A question whose ends are known by their ids. */
export interface PathsAsked extends PathsQuestion {
  readonly from: string;
  readonly to: string;
}

export function pathsVariables({ from, to, through, maxLength, first }: PathsAsked): VariablesOf<typeof pathsQuery> {
  return { from, to, through, maxLength, first };
}

type Evidence = ResultOf<typeof pathsQuery>['paths'];

/** A line of a source that a step rests on. */
export type LineOfStep = Evidence['paths'][number]['edges'][number]['appearances'][number];

/** What is said about the paths between two nodes: the data of their picture, and the lines behind each step. */
export interface PathsAnswer {
  readonly picture: PathsData;
  /** Has one path more than the picture if there are more, so that it is known whether all are shown. */
  readonly evidence: Evidence;
}

/** The paths between two nodes. */
export const pathsAnswers = new Answers<PathsAsked, PathsAnswer>(askPaths);

async function askPaths(asked: PathsAsked, signal: AbortSignal): Promise<Answer<PathsAnswer>> {
  const [picture, evidence] = await Promise.all([
    askPicture<PathsData>('paths', pathsParameters(asked), signal),
    askGraphql(pathsQuery, pathsVariables({ ...asked, first: Math.min(asked.first + 1, mostWays) }), signal),
  ]);
  // The two belong together. If there was an import between them, both are asked again.
  if (picture.revision !== evidence.revision) return askPaths(asked, signal);
  return { data: { picture: picture.data, evidence: evidence.data.paths }, revision: evidence.revision };
}

const endQuery = graphql(`
  query EndOfPath($id: ID!, $text: String!, $isText: Boolean!) {
    catalog {
      revision
    }
    node(id: $id) {
      __typename
      id
      ... on Role {
        label
      }
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
    search(query: $text, first: 5, kinds: [ROLE, PILLAR, ORGANIZATION_TYPE, CATEGORY, TOPIC, RESPONSIBILITY])
      @include(if: $isText) {
      edges {
        kind
        label
        matched
        node {
          id
        }
      }
    }
  }
`);

/** A node at which a path can begin or end. */
export interface End {
  readonly id: string;
  readonly label: string;
}

/** What an address means by one end: a node, or nodes that are probably meant. */
export type EndAnswer =
  | { readonly isKnown: true; readonly end: End }
  /** `isAmbiguous` says that all of `meant` are called so. */
  | { readonly isKnown: false; readonly given: string; readonly isAmbiguous: boolean; readonly meant: readonly End[] };

/** A search takes so many characters. */
const mostCharacters = 200;

/** The node that is meant by an id, a title or a name. */
export const endAnswers = new Answers<string, EndAnswer>(async (given, signal) => {
  const text = given
    .slice(given.indexOf(':') + 1)
    .replaceAll(/[-_/]+/g, ' ')
    .trim()
    .slice(0, mostCharacters);
  const isText = /[\p{L}\p{N}]/u.test(text);
  const { data, revision } = await askGraphql(endQuery, { id: given, text: isText ? text : 'a', isText }, signal);
  return { data: endOf(given, data), revision };
});

function endOf(given: string, { node, search }: ResultOf<typeof endQuery>): EndAnswer {
  const label = node === null ? undefined : 'label' in node ? node.label : 'name' in node ? node.name : undefined;
  if (node !== null && label !== undefined) return { isKnown: true, end: { id: node.id, label } };
  const found = search?.edges ?? [];
  const isGiven = (name: string) => name.localeCompare(given, undefined, { sensitivity: 'base' }) === 0;
  const same = found.filter((edge) => isGiven(edge.label) || isGiven(edge.matched));
  const [only] = same;
  if (only !== undefined && same.length === 1) return { isKnown: true, end: { id: only.node.id, label: only.label } };
  const isAmbiguous = same.length > 1;
  const meant = (isAmbiguous ? same : found).map((edge) => ({ id: edge.node.id, label: edge.label }));
  return { isKnown: false, given, isAmbiguous, meant };
}

const nearestQuery = graphql(`
  query NearestToEnd($to: ID!) {
    catalog {
      revision
    }
    related(to: $to, first: 5) {
      edges {
        label
        reason
        node {
          id
        }
      }
    }
  }
`);

/** A node next to an end, and why. */
export interface NearNode extends End {
  readonly reason: string;
}

/** What is nearest to a node, by its id. */
export const nearestAnswers = new Answers<string, readonly NearNode[]>(async (to, signal) => {
  const { data, revision } = await askGraphql(nearestQuery, { to }, signal);
  return { data: data.related.edges.map(({ label, reason, node }) => ({ id: node.id, label, reason })), revision };
});
