import { GraphQLError, parse, type DocumentNode, type ParseOptions, type Source } from 'graphql';
import { grouped } from '../../../text/quoted-text.ts';
import type { EndpointPlugin } from '../server-context.ts';
import { withoutRepeatedFields } from './repeated-fields.ts';

/** Most lexical tokens of a document (names, punctuation and values; not commas), and most comments. */
const mostTokens = 1_000;

const limits = { maxLexicalTokens: mostTokens, maxComments: mostTokens };

const limitText = grouped(mostTokens);

const tooManyTokens = `The query has more than ${limitText} tokens (names, punctuation and values), the limit for one request. Ask for fewer fields, move values into variables, or send several requests.`;

const tooManyComments = `The query has more than ${limitText} comments, the limit for one request. Remove some.`;

/** Stops parsing a document at the limit. */
export const tokenLimit: EndpointPlugin = {
  onParse({ setParseFn }) {
    setParseFn(parseLimited);
  },
};

function parseLimited(source: string | Source, options?: ParseOptions): DocumentNode {
  try {
    return withoutRepeatedFields(parse(source, { ...options, ...limits }));
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    // graphql-js sets no code for these errors, and its messages end in advice that does not apply to clients.
    if (/more than \d+ tokens/.test(error.message)) throw reworded(error, tooManyTokens);
    if (/more than \d+ comments/.test(error.message)) throw reworded(error, tooManyComments);
    throw error;
  }
}

function reworded({ source, positions }: GraphQLError, message: string): GraphQLError {
  return new GraphQLError(message, { source, positions });
}
