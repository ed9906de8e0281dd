import { z } from 'zod';

/** Columns of numbers, as stores and threads hand them over. */
export const places: z.ZodType<Int32Array> = z.instanceof(Int32Array);
export const numbers: z.ZodType<Float64Array> = z.instanceof(Float64Array);
export const lists = z.object({ offsets: places, values: places });
