import { Kind, OperationTypeNode, type DocumentNode, type GraphQLError, type OperationDefinitionNode } from 'graphql';
import { mentionsPeople } from '../../text/mentions-people.ts';
import { requestError } from './request-form.ts';
import type { EndpointPlugin } from './server-context.ts';

/** Names are logged up to this length, in characters. */
const longestName = 200;

/**
 * Notes which operation of the document is executed: its name for the log, unless the document is about people, and whether
 * it is a query. Refuses documents that leave open which one is meant, and subscriptions whose client does not take events.
 */
export const operationChoice: EndpointPlugin = {
  onParse({ params: { source }, context: { outcome, mediaType } }) {
    // Where it is not a text, the document counts as one about people.
    const document: unknown = source;
    outcome.mentionsPeople = typeof document !== 'string' || mentionsPeople(document);
    return ({ result, context }) => {
      if (!isDocument(result)) return;
      context.outcome.document = result;
      const { name, operation } = chosenOperation(result, context.params.operationName);
      if (!outcome.mentionsPeople) context.record.operation = name && shortName(name.value);
      context.outcome.isQuery = operation === OperationTypeNode.QUERY;
      if (operation === OperationTypeNode.SUBSCRIPTION && mediaType !== 'text/event-stream')
        throw notAStream(mediaType);
    };
  },
};

function isDocument(result: unknown): result is DocumentNode {
  return typeof result === 'object' && result !== null && 'kind' in result && result.kind === Kind.DOCUMENT;
}

function chosenOperation({ definitions }: DocumentNode, operationName: unknown): OperationDefinitionNode {
  const operations = definitions.filter((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  const [first] = operations;
  const names = operations.flatMap(({ name }) => (name === undefined ? [] : [name.value]));
  if (first === undefined) throw requestError(400, 'The query contains no operation. Start it with "{" or "query".');
  if (operationName == null) {
    if (operations.length === 1) return first;
    const message = `The query contains ${operations.length} operations. Set operationName to one of: ${names.join(', ')}.`;
    throw requestError(400, message);
  }
  const chosen = operations.find(({ name }) => name?.value === operationName);
  if (chosen === undefined) {
    const available = names.length === 0 ? 'none with a name' : names.join(', ');
    throw requestError(
      400,
      `The query contains no operation named ${JSON.stringify(operationName)}; it contains: ${available}.`,
    );
  }
  return chosen;
}

function notAStream(mediaType: string): GraphQLError {
  return requestError(
    406,
    `A subscription is answered as server-sent events, and the request asks for ${mediaType}. Send the header ` +
      '"Accept: text/event-stream", as graphql-sse and EventSource do.',
  );
}

/** A copy of the name: a substring would keep the whole document in memory. */
function shortName(name: string): string {
  return Buffer.from(name.slice(0, longestName)).toString();
}
