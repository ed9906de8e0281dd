import type { ResultOf, VariablesOf } from 'gql.tada';
import type { PlanData } from '../../../src/drawing/plan/plan-data.ts';
import { picturedParameters, type PlanQuestion } from '../address/plan-address.ts';
import type { Parameter } from '../address/parameters.ts';
import { Answers } from '../answers.ts';
import { askGraphql, askPicture, textOf } from '../ask.ts';
import { graphql } from '../graphql.ts';
import { evidenceFields } from './evidence-fields.ts';

/** A plan, and the roles that may be invited: those of the team, by their ids, or any. */
export interface PlanRequest {
  readonly question: PlanQuestion;
  readonly among: readonly string[] | null;
}

/** The parameters of the picture of a plan. */
export function requestParameters({ question, among }: PlanRequest): readonly Parameter[] {
  return [...picturedParameters(question), ...(among ?? []).map((id): Parameter => ['among', id])];
}

/** Who is invited, what they cover, and what nobody does. */
export const planAnswers = new Answers<PlanRequest, PlanData>((request, signal) =>
  askPicture('plan', requestParameters(request), signal),
);

const planQuery = graphql(
  `
    query Plan($input: InvitePlanInput!) {
      catalog {
        revision
      }
      invitePlan(input: $input) {
        invites(first: 100) {
          edges {
            seat
            essential
            reason
            node {
              id
              slug
              label
              pillars {
                id
              }
              appearances {
                ...Evidence
                category {
                  id
                  name
                }
                pillar {
                  id
                }
                organizationTypes {
                  id
                }
                responsibilities {
                  id
                  name
                }
              }
            }
            exclusiveResponsibilities(first: 100) {
              totalCount
              edges {
                label
                group {
                  label
                }
                node {
                  id
                }
                carriers(first: 100) {
                  totalCount
                  nodes {
                    id
                  }
                }
              }
            }
            alternates(first: 5) {
              totalCount
              edges {
                sharedResponsibilityCount
                node {
                  id
                  slug
                  label
                }
              }
            }
          }
        }
        uncoveredResponsibilities(first: 100) {
          totalCount
          edges {
            label
            group {
              label
            }
            node {
              id
            }
            carriers(first: 3) {
              totalCount
              nodes {
                id
                slug
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

/** The query for a plan, which people open in GraphiQL. */
export const planQueryText = textOf(planQuery);

/** Its variables. */
export function planVariables({ question, among }: PlanRequest): VariablesOf<typeof planQuery> {
  const { cover, by, max, isFromCatalog } = question;
  const rolesOf = (ids: readonly string[]) => ids.map((id) => ({ id }));
  return {
    input: {
      cover: [...cover],
      by,
      ...(max !== null && { maxInvites: max }),
      ...(isFromCatalog && { from: 'CATALOG' as const }),
      ...(question.with.length > 0 && { mustInclude: rolesOf(question.with) }),
      ...(question.without.length > 0 && { exclude: rolesOf(question.without) }),
      ...(among !== null && { among: rolesOf(among) }),
    },
  };
}

export type PlanDetails = ResultOf<typeof planQuery>['invitePlan'];
export type InviteDetails = PlanDetails['invites']['edges'][number];
export type InviteLine = InviteDetails['node']['appearances'][number];
export type OpenDuty = PlanDetails['uncoveredResponsibilities']['edges'][number];

/** The lines behind a plan: what each invited does by which words, who could stand in, and who does what nobody invited does. */
export const planDetailAnswers = new Answers<PlanRequest, PlanDetails>(async (request, signal) => {
  const { data, revision } = await askGraphql(planQuery, planVariables(request), signal);
  return { data: data.invitePlan, revision };
});

const aloneQuery = graphql(`
  query Alone($of: [ID!]) {
    catalog {
      revision
    }
    singlePoints(of: $of, first: 50) {
      totalCount
      nodes {
        roles {
          id
          slug
          label
          pillars {
            id
          }
        }
        items {
          responsibilities(first: 20) {
            totalCount
            edges {
              label
              group {
                label
              }
              node {
                id
              }
            }
          }
          categories(first: 20) {
            totalCount
            edges {
              label
              group {
                label
              }
              node {
                id
              }
            }
          }
        }
      }
    }
  }
`);

/** The query for who alone does something, which people open in GraphiQL. */
export const aloneQueryText = textOf(aloneQuery);

export type AloneRoles = ResultOf<typeof aloneQuery>['singlePoints'];
export type AloneRole = AloneRoles['nodes'][number];

/** Who alone does something in some groups, given by their ids; in the whole catalog if none are given. */
export const aloneAnswers = new Answers<readonly string[], AloneRoles>(async (groups, signal) => {
  const { data, revision } = await askGraphql(aloneQuery, { of: groups.length === 0 ? null : [...groups] }, signal);
  return { data: data.singlePoints, revision };
});
