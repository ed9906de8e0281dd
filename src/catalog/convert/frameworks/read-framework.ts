import type { Conversion, ConvertOptions, GivenFile } from '../conversion.ts';

/** Reads the files of a framework of roles, by their content; undefined for any other. */
export function readFramework(_files: readonly GivenFile[], _options: ConvertOptions): Conversion | undefined {
  return undefined;
}
