import { type FlateCallback, type Zippable, zipSync } from 'fflate';

/**
 * What write-excel-file calls of fflate, without a worker: fflate makes workers of scripts in blob: addresses, which the policy of the
 * page forbids, and then never answers. A workbook of 5,000 roles holds the page for some tenths of a second.
 */
export function zip(files: Zippable, done: FlateCallback): void {
  done(null, zipSync(files));
}
