import { z } from 'zod';
import type { Finding } from '../../catalog/finding.ts';
import { runInWorker } from '../../workers/run-in-worker.ts';
import type { ImportJob } from './import-job.ts';
import type { ImportReport } from './import-served.ts';
import type { WrittenPart } from './recorded-terminal.ts';

/** How an import in a worker thread ended, and what is to be said about it. */
export type WorkerImport = { readonly parts: readonly WrittenPart[] } & (
  | { readonly report: ImportReport }
  | {
      /** A failure that is expected, e.g. of the database; `parts` say it as well. */
      readonly failure: {
        readonly message: string;
        /** Whether trying again may help. */
        readonly isTemporary: boolean;
      };
    }
);

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
 * Imports as importServed does, in a thread of its own, so that the server answers meanwhile.
 *
 * @param isTTY whether what it writes is for a terminal.
 * @throws what is not expected.
 */
export async function importInWorker(job: ImportJob, isTTY: boolean, signal: AbortSignal): Promise<WorkerImport> {
  const module = new URL('import-worker', import.meta.url);
  return replies.parse(await runInWorker(module, { ...job, isTTY }, signal));
}
