import type { TableReader } from '../conversion.ts';

/** The readers of lists of roles and of duties, the most particular shape first. */
export const listReaders: readonly TableReader[] = [];
