import { InvalidArgumentError } from 'commander';
import {
  type ColumnMapping,
  type ColumnMeaning,
  columnMeanings,
  type ConvertOptions,
} from '../catalog/convert/conversion.ts';
import { eitherInWords } from '../text/in-words.ts';
import { suggestion } from '../text/nearest-text.ts';
import { quoted } from '../text/quoted-text.ts';

/** The options that say how files are to be read. */
export interface GivenConvertOptions {
  readonly map?: ColumnMapping;
  readonly table?: readonly string[];
}

export function convertOptionsOf({ map, table }: GivenConvertOptions): ConvertOptions {
  return { columns: map ?? new Map(), tables: table ?? [] };
}

/** Collects the values of `--map`: "role=Title,duty=Activity". A comma inside a heading is part of it. */
export function collectColumns(given: string, before: ColumnMapping = new Map()): ColumnMapping {
  const columns = new Map(before);
  for (const pair of given.split(/,(?=\s*[\w-]+\s*=)/)) {
    const [, name = '', heading = ''] = /^\s*([\w-]+)\s*=\s*(.*\S)\s*$/s.exec(pair) ?? [];
    if (heading === '') {
      throw new InvalidArgumentError(
        `Expected MEANING=HEADING, e.g. --map role=Title,duty=Activity; got ${quoted(pair)}.`,
      );
    }
    const meaning = meaningOf(name);
    columns.set(meaning, [...(columns.get(meaning) ?? []), heading]);
  }
  return columns;
}

function meaningOf(name: string): ColumnMeaning {
  const meaning = columnMeanings.find((each) => each === name.toLowerCase());
  if (meaning !== undefined) return meaning;
  throw new InvalidArgumentError(
    `${quoted(name)} is nothing that a column can hold${suggestion(name, columnMeanings)}. It can be ${eitherInWords(columnMeanings)}.`,
  );
}
