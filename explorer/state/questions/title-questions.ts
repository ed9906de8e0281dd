import type { ResultOf } from 'gql.tada';
import { isSearchable, maxQueryLength } from '../../../src/graph/search/searchable-text.ts';
import { Answers } from '../answers.ts';
import { askGraphql } from '../ask.ts';
import { Failure } from '../failure.ts';
import { graphql } from '../graphql.ts';

const titleQuery = graphql(`
  query RoleTitle($title: String!, $isWhole: Boolean!) {
    catalog {
      revision
    }
    role(by: { title: $title }) @include(if: $isWhole) {
      id
      label
    }
    search(query: $title, first: 5, kinds: [ROLE]) {
      edges {
        label
        node {
          id
        }
      }
    }
  }
`);

/** What a title may mean. */
export interface TitleMeaning {
  /** Null if no role has the title, or several have. */
  readonly role: { readonly id: string; readonly label: string } | null;
  /** The roles that come closest. */
  readonly close: readonly { readonly id: string; readonly label: string }[];
}

/** What the catalog knows by a title. */
export async function meaningOf(title: string, signal: AbortSignal): Promise<TitleMeaning> {
  if (!isSearchable(title)) return { role: null, close: [] };
  try {
    const { data } = await askGraphql(titleQuery, { title, isWhole: true }, signal);
    return { role: data.role ?? null, close: closeIn(data.search) };
  } catch (error) {
    if (!(error instanceof Failure && error.kind === 'REFUSED')) throw error;
    // Several roles have the title.
    const { data } = await askGraphql(titleQuery, { title, isWhole: false }, signal);
    return { role: null, close: closeIn(data.search) };
  }
}

function closeIn({ edges }: ResultOf<typeof titleQuery>['search']): TitleMeaning['close'] {
  return edges.map(({ label, node }) => ({ id: node.id, label }));
}

/** The roles that come closest to a title that no role has. */
export const closeRoleAnswers = new Answers<string, TitleMeaning['close']>(async (title, signal) => {
  const variables = { title: title.slice(0, maxQueryLength), isWhole: false };
  const { data, revision } = await askGraphql(titleQuery, variables, signal);
  return { data: closeIn(data.search), revision };
});
