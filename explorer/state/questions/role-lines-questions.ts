import type { ResultOf } from 'gql.tada';
import { Answers } from '../answers.ts';
import { askGraphql, textOf } from '../ask.ts';
import { graphql } from '../graphql.ts';
import { lineFields } from './line-fields.ts';
import { roleInList } from './role-in-list.ts';

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
