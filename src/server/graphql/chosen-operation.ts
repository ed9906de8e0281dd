import { Kind, OperationTypeNode, type DocumentNode, type OperationDefinitionNode } from 'graphql';
import { requestError } from './errors/request-error.ts';
import type { EndpointPlugin } from './server-context.ts';

/** The most of a name that is logged, in characters. */
const longestName = 200;

/**
 * Notes which operation is meant: its name for the log, and whether it is a query. Says so where a document leaves open
 * which one is meant.
 */
export function useChosenOperation(): EndpointPlugin {
  return {
    onParse() {
      return ({ result, context }) => {
        if (!isDocument(result)) return;
        const { name, operation } = chosenOperation(result, context.params.operationName);
        context.record.operation = name && shortName(name.value);
        context.outcome.isQuery = operation === OperationTypeNode.QUERY;
      };
    },
  };
}

function isDocument(result: unknown): result is DocumentNode {
  return typeof result === 'object' && result !== null && 'kind' in result && result.kind === Kind.DOCUMENT;
}

function chosenOperation({ definitions }: DocumentNode, asked: unknown): OperationDefinitionNode {
  const operations = definitions.filter((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  const [first] = operations;
  const names = operations.flatMap(({ name }) => (name === undefined ? [] : [name.value]));
  if (first === undefined) throw requestError(400, 'The query holds no operation: start it with "{" or "query".');
  if (asked === undefined || asked === null) {
    if (operations.length > 1) {
      throw requestError(
        400,
        `The query holds ${operations.length} operations: name one of ${names.join(', ')} in operationName.`,
      );
    }
    return first;
  }
  const chosen = operations.find(({ name }) => name?.value === asked);
  if (chosen === undefined) {
    const held = names.length === 0 ? 'none with a name' : names.join(', ');
    throw requestError(400, `The query holds no operation named ${JSON.stringify(asked)}; it holds: ${held}.`);
  }
  return chosen;
}

/** A name of its own: as a part of the document, it would keep all of that for as long as itself. */
function shortName(name: string): string {
  return Buffer.from(name.slice(0, longestName)).toString();
}
