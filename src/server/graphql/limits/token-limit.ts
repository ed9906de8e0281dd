import { GraphQLError, parse, type DocumentNode, type ParseOptions, type Source } from 'graphql';
import { withoutRepeatedFields } from './repeated-fields.ts';
import type { EndpointPlugin } from '../server-context.ts';

/** The most lexical tokens of a document (names, punctuation and values; not commas), and the most comments. */
const mostTokens = 1_000;

const limits = { maxLexicalTokens: mostTokens, maxComments: mostTokens };

const limitText = mostTokens.toLocaleString('en');

const tooManyTokens = `The query has more than ${limitText} tokens (names, punctuation and values), the most that one request may have: ask for fewer fields, move values into variables, or send several requests.`;

const tooManyComments = `The query has more than ${limitText} comments, the most that one request may have: leave comments out.`;

/** Stops reading a document where it becomes too long. */
export function useTokenLimit(): EndpointPlugin {
  return {
    onParse({ setParseFn }) {
      setParseFn(parseLimited);
    },
  };
}

function parseLimited(source: string | Source, options?: ParseOptions): DocumentNode {
  try {
    return withoutRepeatedFields(parse(source, { ...options, ...limits }));
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    // graphql-js has no code for these; its words end in what we would not tell a reader.
    if (/more than \d+ tokens/.test(error.message)) throw reworded(error, tooManyTokens);
    if (/more than \d+ comments/.test(error.message)) throw reworded(error, tooManyComments);
    throw error;
  }
}

function reworded({ source, positions }: GraphQLError, message: string): GraphQLError {
  return new GraphQLError(message, { source, positions });
}
