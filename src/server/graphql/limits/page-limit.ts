import { GraphQLError, Kind, visit, type ValueNode } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import type { Context } from '../../../../schema/context.ts';
import { maxPageSize } from '../../../graph/lists/page.ts';
import type { ServerContext } from '../server-context.ts';

const sizeArguments = new Set(['first', 'last']);

/**
 * Refuses queries that ask for larger pages than this server allows. The schema allows pages of up to 100 items everywhere, and
 * checks that itself; a server may allow less. A query is checked once, before it is executed, and not each time a list is
 * resolved.
 *
 * @param most items of a page.
 */
export function pageLimit(most: number): Plugin<Context, ServerContext> {
  if (most >= maxPageSize) return {};
  return {
    onExecute({ args: { document, variableValues }, setResultAndStopExecution }) {
      const given: unknown = variableValues;
      const values = new Map<string, unknown>(Object.entries(given ?? {}));
      const defaults = new Map<string, ValueNode>();
      const errors: GraphQLError[] = [];

      /** What an argument asks for, as far as it is a number. Other values are refused when the query is executed. */
      const sizeOf = (node: ValueNode): number => {
        if (node.kind === Kind.INT) return Number(node.value);
        if (node.kind !== Kind.VARIABLE) return 0;
        const name = node.name.value;
        const value = values.get(name);
        if (value !== undefined) return typeof value === 'number' ? value : 0;
        const fallback = defaults.get(name);
        return fallback === undefined ? 0 : sizeOf(fallback);
      };

      visit(document, {
        VariableDefinition({ variable, defaultValue }) {
          if (defaultValue !== undefined) defaults.set(variable.name.value, defaultValue);
        },
      });
      visit(document, {
        Argument(node) {
          const { name, value } = node;
          if (!sizeArguments.has(name.value)) return;
          const size = sizeOf(value);
          if (size <= most) return;
          const message = `${name.value} is ${size}; it must be between 1 and ${most}, the limit of this server.`;
          const extensions = { code: 'BAD_USER_INPUT', argument: name.value, http: { status: 400, spec: true } };
          errors.push(new GraphQLError(message, { nodes: node, extensions }));
        },
      });
      if (errors.length > 0) setResultAndStopExecution({ errors });
    },
  };
}
