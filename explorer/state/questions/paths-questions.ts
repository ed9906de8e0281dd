import type { ResultOf, VariablesOf } from 'gql.tada';
import type { PathsData } from '../../../src/drawing/paths/paths-data.ts';
import { mostWays, type PathsQuestion, pathsParameters } from '../address/paths-address.ts';
import { type Answer, askGraphql, askPicture, textOf } from '../ask.ts';
import { Answers } from '../answers.ts';
import { graphql } from '../graphql.ts';
import { evidenceFields } from './evidence-fields.ts';
import type { NamedNode } from './name-questions.ts';

const pathsQuery = graphql(
  `
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
              ...Evidence
              role {
                id
                label
              }
            }
          }
        }
      }
    }
  `,
  [evidenceFields],
);

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
export interface NearNode extends NamedNode {
  readonly reason: string;
}

/** What is nearest to a node, by its id. */
export const nearestAnswers = new Answers<string, readonly NearNode[]>(async (to, signal) => {
  const { data, revision } = await askGraphql(nearestQuery, { to }, signal);
  return { data: data.related.edges.map(({ label, reason, node }) => ({ id: node.id, label, reason })), revision };
});
