import { z } from 'zod';
import type { Finding } from '../catalog/finding.ts';
import { storeErrorCodes } from '../store/store-error.ts';

const text = z.string();
const optionalText = z.union([text, z.undefined()]);
const version = z.object({ sequence: z.number(), revision: text });
const counts = z.object({ added: z.number(), changed: z.number(), removed: z.number() });

/** What a worker thread gets of an upload. */
export const uploadJob = z.object({
  file: text,
  dryRun: z.boolean(),
  expectedSequence: z.union([z.number(), z.undefined()]),
  importedBy: z.union([text, z.null()]),
  store: z.object({
    dataFolder: text,
    neo4j: z.union([
      z.object({ uri: text, username: optionalText, password: optionalText, database: optionalText }),
      z.undefined(),
    ]),
    servesShipped: z.boolean(),
  }),
  /** See importTurn. */
  turn: z.custom<Int32Array<SharedArrayBuffer>>(
    (given) => given instanceof Int32Array && given.buffer instanceof SharedArrayBuffer,
  ),
});
export type UploadJob = z.infer<typeof uploadJob>;

/** What it reports meanwhile. */
export const uploadStage = z.object({
  step: z.enum(['READING', 'COMPARING', 'WRITING']),
  progress: z.object({ written: z.number(), total: z.number() }).optional(),
});

const finding: z.ZodType<Finding> = z.object({
  severity: z.enum(['error', 'warning']),
  file: text,
  line: z.number(),
  path: text,
  message: text,
});

/** How it ended: with a result, with a failure of the store, or given up before it wrote. */
export const uploadReply = z.union([
  z.object({
    result: z.object({
      status: z.enum(['IMPORTED', 'UNCHANGED', 'NOT_WRITTEN', 'INVALID']),
      current: z.union([version, z.undefined()]),
      previous: z.union([version, z.undefined()]),
      changes: z.union([counts, z.null()]),
      diff: z.array(text).readonly(),
      findings: z.array(finding).readonly(),
      omitted: z.object({ errors: z.number(), warnings: z.number() }),
    }),
  }),
  z.object({
    failure: z.object({
      code: z.enum(storeErrorCodes),
      message: text,
      current: z.union([
        z.object({ sequence: z.number(), importedBy: z.union([text, z.null()]), importedAt: z.date() }),
        z.undefined(),
      ]),
      cause: optionalText,
    }),
  }),
  z.object({ isGivenUp: z.literal(true) }),
]);
export type UploadReply = z.infer<typeof uploadReply>;
