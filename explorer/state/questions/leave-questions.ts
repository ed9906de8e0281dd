import type { ResultOf } from 'gql.tada';
import { Answers } from '../answers.ts';
import { askGraphql, textOf } from '../ask.ts';
import { graphql } from '../graphql.ts';
import { additionFields } from './addition-fields.ts';
import { type CoverQuestion, coverVariables } from './cover-questions.ts';

const leaveQuery = graphql(
  `
    query TeamWithout($input: WhatIfInput!) {
      catalog {
        revision
      }
      whatIf(input: $input) {
        lost {
          responsibilities {
            totalCount
          }
          categories(first: 20) {
            nodes: edges {
              label
            }
          }
        }
        newlySingle {
          responsibilities(first: 100) {
            totalCount
            edges {
              label
              people {
                name
              }
              node {
                id
              }
            }
          }
        }
        handover(first: 100) {
          totalCount
          edges {
            node {
              responsibility {
                id
                name
              }
              successors {
                nearness
                reason
                position {
                  person {
                    name
                  }
                }
              }
            }
          }
        }
        hires(first: 5) {
          nodes {
            ...Addition
          }
        }
      }
    }
  `,
  [additionFields],
);

/** The query for what is lost with somebody, which people open in GraphiQL. */
export const leaveQueryText = textOf(leaveQuery);

export interface LeaveQuestion extends CoverQuestion {
  readonly leave: readonly string[];
}

export function leaveVariables(question: LeaveQuestion) {
  // Whoever leaves cannot be absent, too.
  const absent = question.absent.filter((name) => !question.leave.includes(name));
  return { input: { ...coverVariables({ ...question, absent }), leave: [...question.leave] } };
}

export type Leaving = ResultOf<typeof leaveQuery>['whatIf'];
export type HandedOver = Leaving['handover']['edges'][number]['node'];

/** What is lost if some people leave, and who is closest to it. */
export const leaveAnswers = new Answers<LeaveQuestion, Leaving>(async (question, signal) => {
  const { data, revision } = await askGraphql(leaveQuery, leaveVariables(question), signal);
  return { data: data.whatIf, revision };
});
