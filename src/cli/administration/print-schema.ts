import { printedSchema } from '../../../schema/schema.ts';
import { exitCodes, type ExitCode } from '../exit-codes.ts';
import type { Terminal } from '../output/terminal.ts';

/** `rolegraph print-schema`: the GraphQL schema in the schema definition language, sorted by name. */
export function printSchema({ stdout }: Terminal): ExitCode {
  stdout.write(printedSchema());
  return exitCodes.done;
}
