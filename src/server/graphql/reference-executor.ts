import { execute } from 'graphql';
import type { EndpointPlugin } from './server-context.ts';

/**
 * Has queries executed by GraphQL.js itself. Yoga's own executor (@graphql-tools/executor 2.1) forgets the promises of a
 * list whose next item fails at once; when one of these is rejected, nobody hears it, and Node.js ends the process.
 */
export function useReferenceExecutor(): EndpointPlugin {
  return {
    onExecute({ setExecuteFn }) {
      setExecuteFn(execute);
    },
  };
}
