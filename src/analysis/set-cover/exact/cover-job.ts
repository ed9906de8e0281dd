import { z } from 'zod';

const integers: z.ZodType<Int32Array> = z.instanceof(Int32Array);

/** What a worker is sent: a problem, and how long it may take, in milliseconds. */
export const coverJob = z.object({
  milliseconds: z.number(),
  elements: z.int(),
  elementsOf: z.object({ offsets: integers, values: integers }),
  places: integers,
  most: z.union([z.int(), z.undefined()]),
  known: z.array(z.int()),
});

/** What it sends back: solutions, each better than the last, and that there will be no more. */
export const jobAnswer = z.union([
  z.object({
    solution: z.object({
      sets: z.union([z.array(z.int()).readonly(), z.undefined()]),
      bound: z.number(),
      isPreferred: z.boolean(),
    }),
  }),
  z.object({ isDone: z.literal(true) }),
]);
export type JobAnswer = z.infer<typeof jobAnswer>;
