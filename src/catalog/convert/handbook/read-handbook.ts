import type { ConvertOptions, GivenFile, TableReading } from '../conversion.ts';

/** Reads the headings and lists of a Markdown document; undefined if it is none, or names no role. */
export function readHandbook(_file: GivenFile, _source: number, _options: ConvertOptions): TableReading | undefined {
  return undefined;
}
