import type { TableReader } from '../conversion.ts';

/** The readers of RACI tables, the most particular shape first. */
export const raciReaders: readonly TableReader[] = [];
