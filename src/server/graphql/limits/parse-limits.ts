import { GraphQLError, parse, type DocumentNode, type ParseOptions, type Source } from 'graphql';
import { grouped } from '../../../text/quoted-text.ts';
import type { EndpointPlugin } from '../server-context.ts';
import { checkDirectives } from './directive-limit.ts';
import { withoutRepeatedFields } from './repeated-fields.ts';

/** The most that a document may have. */
interface ParseLimits {
  /** Lexical tokens (names, punctuation and values; not commas), and as many comments. */
  readonly tokens: number;
  /** Directives at one place. */
  readonly directives: number;
}

/** Refuses a document that exceeds a limit when it is parsed, and so once, however often it is sent. */
export function parseLimits({ tokens, directives }: ParseLimits): EndpointPlugin {
  const limits = { maxLexicalTokens: tokens, maxComments: tokens };
  const limit = grouped(tokens);

  function parseLimited(source: string | Source, options?: ParseOptions): DocumentNode {
    try {
      const document = withoutRepeatedFields(parse(source, { ...options, ...limits }));
      checkDirectives(document, directives);
      return document;
    } catch (error) {
      if (!(error instanceof GraphQLError)) throw error;
      // graphql-js sets no code for these errors, and its messages end in advice that does not apply to clients.
      if (/more than \d+ tokens/.test(error.message)) throw reworded(error, tooManyTokens(limit));
      if (/more than \d+ comments/.test(error.message)) throw reworded(error, tooManyComments(limit));
      throw error;
    }
  }

  return {
    onParse({ setParseFn }) {
      setParseFn(parseLimited);
    },
  };
}

function tooManyTokens(limit: string): string {
  return `The query has more than ${limit} tokens (names, punctuation and values), the limit for one request. Ask for fewer fields, move values into variables, or send several requests.`;
}

function tooManyComments(limit: string): string {
  return `The query has more than ${limit} comments, the limit for one request. Remove some.`;
}

function reworded({ source, positions }: GraphQLError, message: string): GraphQLError {
  return new GraphQLError(message, { source, positions });
}
