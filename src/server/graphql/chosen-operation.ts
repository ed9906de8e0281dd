import { Kind, type DocumentNode } from 'graphql';
import { requestError } from './request-error.ts';
import type { EndpointPlugin } from './server-context.ts';

/** Notes the name of the operation for the log, and says so where a document leaves open which one is meant. */
export function useChosenOperation(): EndpointPlugin {
  return {
    onParse() {
      return ({ result, context }) => {
        if (isDocument(result)) context.record.operation = chosenOperation(result, context.params.operationName);
      };
    },
  };
}

function isDocument(result: unknown): result is DocumentNode {
  return typeof result === 'object' && result !== null && 'kind' in result && result.kind === Kind.DOCUMENT;
}

/** @returns the operation's name; undefined where it has none. */
function chosenOperation({ definitions }: DocumentNode, asked: unknown): string | undefined {
  const operations = definitions.filter((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  const names = operations.flatMap(({ name }) => (name === undefined ? [] : [name.value]));
  if (operations.length === 0) throw requestError(400, 'The query holds no operation: start it with "{" or "query".');
  if (asked === undefined || asked === null) {
    if (operations.length > 1) {
      throw requestError(
        400,
        `The query holds ${operations.length} operations: name one of ${names.join(', ')} in operationName.`,
      );
    }
    return names[0];
  }
  const chosen = names.find((name) => name === asked);
  if (chosen === undefined) {
    const held = names.length === 0 ? 'none with a name' : names.join(', ');
    throw requestError(400, `The query holds no operation named ${JSON.stringify(asked)}; it holds: ${held}.`);
  }
  return chosen;
}
