import type { Plugin } from 'graphql-yoga';
import type { Context } from '../../../../schema/context.ts';
import { executeLimited } from './limited-execution.ts';
import type { ServerContext } from '../server-context.ts';

/**
 * Has queries executed by GraphQL.js itself, within our limits. Yoga's own executor (@graphql-tools/executor 2.1) forgets
 * the promises of a list whose next item fails at once; when one of these is rejected, nobody hears it, and Node.js ends
 * the process.
 *
 * A request that asks for it by `"extensions": { "cost": true }`, in its body or as a parameter of its address, is told
 * what it costs, in `extensions.cost` of its answer: the `estimate` that is made before anything is executed, the `limit`
 * on it, and how many `items` the lists of the answer have. Refused queries are always told, in their error's extensions.
 */
export function useReferenceExecutor(): Plugin<Context, ServerContext> {
  return {
    onExecute({ setExecuteFn, context: { rolegraph, params } }) {
      const tellsCost = params.extensions?.['cost'] === true;
      setExecuteFn((args) => executeLimited(args, rolegraph.work, tellsCost));
    },
  };
}
