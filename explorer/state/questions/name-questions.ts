import type { ResultOf } from 'gql.tada';
import { Answers } from '../answers.ts';
import { type Answer, askGraphql } from '../ask.ts';
import { graphql } from '../graphql.ts';
import { searchTextOf } from '../search-text.ts';
import { kindOf, slugOf } from '../slugs.ts';
import { labelFields, labelOfNode } from './node-label.ts';
import { type FoundKind, soughtKinds } from './search-questions.ts';

const namedQuery = graphql(
  `
    query Named($id: ID!, $text: String!, $isText: Boolean!, $kinds: [NodeKind!]!) {
      catalog {
        revision
      }
      node(id: $id) {
        ...Label
      }
      search(query: $text, first: 5, kinds: $kinds) @include(if: $isText) {
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
  `,
  [labelFields],
);

/** A node of the catalog that an address can name. */
export interface NamedNode {
  readonly id: string;
  readonly label: string;
}

/** A name that no node has, or that several nodes have. */
export interface UnknownName {
  readonly isKnown: false;
  readonly given: string;
  /** Whether all of `meant` are called so. */
  readonly isAmbiguous: boolean;
  /** The nodes that are probably meant. */
  readonly meant: readonly NamedNode[];
}

/** What an address means by a name. */
export type NameAnswer = { readonly isKnown: true; readonly node: NamedNode } | UnknownName;

/** The node that is meant by an id, a title or a name. */
export const nameAnswers = new Answers<string, NameAnswer>(meaningOf);

/** Those of some names that are unknown or ambiguous. */
export const unknownNameAnswers = new Answers<readonly string[], readonly UnknownName[]>(async (names, signal) => {
  const answers = await Promise.all(names.map((name) => meaningOf(name, signal)));
  // Answers of two catalogs are no answer: another revision makes the page ask again.
  const [first] = answers;
  const other = answers.find(({ revision }) => revision !== first?.revision);
  return {
    data: answers.flatMap(({ data }) => (data.isKnown ? [] : [data])),
    revision: (other ?? first)?.revision ?? '',
  };
});

async function meaningOf(given: string, signal: AbortSignal): Promise<Answer<NameAnswer>> {
  const text = searchTextOf(slugOf(given));
  const kind = soughtKinds.find((each) => each === kindOf(given));
  const kinds: readonly FoundKind[] = kind === undefined ? soughtKinds : [kind];
  const variables = { id: given, text: text ?? 'a', isText: text !== null, kinds: [...kinds] };
  const { data, revision } = await askGraphql(namedQuery, variables, signal);
  return { data: answerOf(given, data), revision };
}

function answerOf(given: string, { node, search }: ResultOf<typeof namedQuery>): NameAnswer {
  const label = node === null ? undefined : labelOfNode(node);
  if (node !== null && label !== undefined) return { isKnown: true, node: { id: node.id, label } };
  const found = search?.edges ?? [];
  const isGiven = (name: string) => name.localeCompare(given, undefined, { sensitivity: 'base' }) === 0;
  const same = found.filter((edge) => isGiven(edge.label) || isGiven(edge.matched));
  const [only] = same;
  if (only !== undefined && same.length === 1) return { isKnown: true, node: { id: only.node.id, label: only.label } };
  const isAmbiguous = same.length > 1;
  const meant = (isAmbiguous ? same : found).map((edge) => ({ id: edge.node.id, label: edge.label }));
  return { isKnown: false, given, isAmbiguous, meant };
}
