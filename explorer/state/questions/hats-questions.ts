import type { ResultOf } from 'gql.tada';
import { Answers } from '../answers.ts';
import type { AskedTeam } from '../asked-team.ts';
import { askGraphql, textOf } from '../ask.ts';
import { graphql } from '../graphql.ts';
import { teamVariables } from './team-questions.ts';

const hatsQuery = graphql(`
  query Hats($of: [ID!]!, $people: Int, $staff: [TeamMemberInput!], $absent: [String!], $keepApart: [KeepApartInput!]) {
    catalog {
      revision
    }
    hats(of: $of, people: $people, staff: $staff, absent: $absent, keepApart: $keepApart) {
      optimal
      hasEvenLoads
      cohesion
      roleCount
      unassignedPeople
      persons {
        number
        name
        headline
        roles {
          role {
            id
            slug
            label
            pillars {
              id
            }
          }
          isGiven
          reason
        }
      }
      separations {
        sentence
      }
    }
    ofGroups: roles(filter: { inAny: $of }) {
      totalCount
    }
  }
`);

/** The query that spreads roles over people, which people open in GraphiQL. */
export const hatsQueryText = textOf(hatsQuery);

export interface HatsQuestion {
  readonly of: readonly string[];
  readonly people: number | null;
  /** Those who keep the roles that they have; null if nobody does. */
  readonly team: AskedTeam | null;
  readonly apart: readonly (readonly [string, string])[];
}

export function hatsVariables({ of, people, team, apart }: HatsQuestion) {
  return {
    of: [...of],
    ...(people !== null && { people }),
    ...(team !== null && teamVariables(team)),
    ...(apart.length > 0 && { keepApart: apart.map(([one, other]) => ({ roles: [one], from: [other] })) }),
  };
}

type FoundHats = ResultOf<typeof hatsQuery>['hats'];
export type Hat = FoundHats['persons'][number];

export interface HatsAnswer extends FoundHats {
  /** How many of the roles are in the groups; the others are those that people have already. */
  readonly ofGroups: number;
}

/** The roles of some groups, spread over people. */
export const hatsAnswers = new Answers<HatsQuestion, HatsAnswer>(async (question, signal) => {
  const { data, revision } = await askGraphql(hatsQuery, hatsVariables(question), signal);
  return { data: { ...data.hats, ofGroups: data.ofGroups.totalCount }, revision };
});
