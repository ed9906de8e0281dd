import { z } from 'zod';
import type { Finding } from '../../catalog/finding.ts';

/*
 * What a server answers, as the command line reads it: fields that a later version adds are ignored.
 */

const sequence = z.int().nonnegative();

/** The catalog that a server has. */
export const remoteCatalog = z.object({
  sequence,
  revision: z.string(),
  name: z.string(),
  version: z.string(),
  importedBy: z.string().nullable(),
  importedAt: z.string(),
});
export type RemoteCatalog = z.infer<typeof remoteCatalog>;

/** The answer to the question which catalog that is. */
export const catalogAnswer = z.object({
  data: z.object({ catalog: remoteCatalog.nullish() }).nullish(),
  errors: z
    .array(z.object({ message: z.string(), extensions: z.object({ code: z.string().optional() }).optional() }))
    .optional(),
});

const count = z.int().nonnegative();

/** How an import ended. */
export const importResult = z.object({
  status: z.enum(['IMPORTED', 'UNCHANGED', 'NOT_WRITTEN', 'INVALID']),
  sequence: sequence.nullable(),
  previous: z.object({ sequence }).nullable(),
  diff: z.array(z.string()),
  findings: z.array(
    z.object({ severity: z.enum(['error', 'warning']), line: z.int(), path: z.string(), message: z.string() }),
  ) satisfies z.ZodType<readonly Omit<Finding, 'file'>[]>,
  omitted: z.object({ errors: count, warnings: count }),
});
export type RemoteResult = z.infer<typeof importResult>;

/** Why a server refused an import. With a conflict, it says what is current. */
export const refusal = z.object({
  error: z.string(),
  sequence: sequence.nullish(),
  importedBy: z.string().nullish(),
  importedAt: z.string().nullish(),
});
export type Refusal = z.infer<typeof refusal>;

/** The data of the event "progress". */
export const progressEvent = z.object({
  step: z.enum(['READING', 'COMPARING', 'WRITING']),
  written: count.nullish(),
  total: count.nullish(),
});

/** The status that the answer would have had if it were no stream; part of the last event. */
export const eventStatus = z.object({ httpStatus: z.int() });
