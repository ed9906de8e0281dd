import { z } from 'zod';
import type { Finding } from '../../catalog/finding.ts';
import { runInWorker } from '../../workers/run-in-worker.ts';
import { isTerminal, type Terminal } from '../output/terminal.ts';
import type { ImportJob, ImportReport } from './import-served.ts';

/** How an import in a worker thread ended. */
export type WorkerImport =
  | { readonly report: ImportReport }
  | {
      /** A failure that is expected, e.g. of the database; it was written as well. */
      readonly failure: {
        readonly message: string;
        /** Whether trying again may help. */
        readonly isTemporary: boolean;
      };
    };

const finding: z.ZodType<Finding> = z.object({
  severity: z.enum(['error', 'warning']),
  file: z.string(),
  line: z.number(),
  path: z.string(),
  message: z.string(),
});
const report = z.object({
  kind: z.enum(['INVALID', 'UNCHANGED', 'NOT_WRITTEN', 'IMPORTED']),
  findings: z.array(finding),
  omitted: z.object({ errors: z.number(), warnings: z.number() }),
});
const replies = z
  .object({ parts: z.array(z.object({ stream: z.enum(['stdout', 'stderr']), text: z.string() })) })
  .and(
    z.union([z.object({ report }), z.object({ failure: z.object({ message: z.string(), isTemporary: z.boolean() }) })]),
  );

/**
 * Imports as importServed does, in a thread of its own, so that the server answers meanwhile. What is to be said is written at the
 * end, at once.
 *
 * @throws what is not expected.
 */
export async function importInWorker(
  job: ImportJob,
  { stdout, stderr }: Pick<Terminal, 'stdout' | 'stderr'>,
  signal: AbortSignal,
): Promise<WorkerImport> {
  const module = new URL('import-worker', import.meta.url);
  const { parts, ...reply } = replies.parse(await runInWorker(module, { ...job, isTTY: isTerminal(stdout) }, signal));
  for (const { stream, text } of parts) (stream === 'stdout' ? stdout : stderr).write(text);
  return reply;
}
