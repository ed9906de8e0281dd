import { itemAt } from '../collections/item-at.ts';
import { ByteWriter, ParquetWriter, type SchemaElement } from 'hyparquet-writer';
import type { Attribute } from './attributes.ts';
import { cleanText } from '../text/clean-text.ts';
import type { ColumnType, Value } from './columns.ts';

/** How many rows are encoded at once, as a row group: some milliseconds of work. Each group makes the end of the file longer. */
const rowsPerGroup = 2_000;

/** How many rows are read between two pauses. */
const rowsPerPause = 100;

/**
 * A table as Parquet, a row group a part, with pauses. Lists are lists; every value may be null.
 *
 * @param about is written into the metadata of the file, by key.
 */
export function* parquetFile<Item>(
  columns: readonly Attribute<Item>[],
  items: Iterable<Item>,
  about: Readonly<Record<string, string>>,
): Generator<Uint8Array> {
  const bytes = new ByteWriter();
  const schema: SchemaElement[] = [
    { name: 'root', num_children: columns.length },
    ...columns.flatMap(({ name, type }) => schemaOf(name, type)),
  ];
  const kvMetadata = Object.entries(about).map(([key, value]) => ({ key, value: cleanText(value) }));
  const file = new ParquetWriter({ writer: bytes, schema, kvMetadata, createdBy: 'Rolegraph' });
  let columnData = emptyColumns(columns);
  let rows = 0;
  const writeGroup = () => {
    void file.write({ columnData, rowGroupSize: rowsPerGroup });
    const group = bytes.getBytes().slice();
    bytes.index = 0;
    columnData = emptyColumns(columns);
    rows = 0;
    return group;
  };
  for (const item of items) {
    for (const [index, { of }] of columns.entries()) itemAt(columnData, index).data.push(writable(of(item)));
    rows++;
    if (rows === rowsPerGroup) yield writeGroup();
    else if (rows % rowsPerPause === 0) yield new Uint8Array();
  }
  if (rows > 0) yield writeGroup();
  void file.finish();
  yield bytes.getBytes().slice();
}

/** Columns without rows. Without offset indexes, the end of the file, which is written in one go, takes half as long. */
function emptyColumns<Item>(columns: readonly Attribute<Item>[]) {
  return columns.map(({ name }): { name: string; data: unknown[]; offsetIndex: boolean } => ({
    name,
    data: [],
    offsetIndex: false,
  }));
}

function writable(value: Value): unknown {
  if (typeof value === 'string') return cleanText(value);
  return typeof value === 'object' && value !== null ? value.map(cleanText) : value;
}

/** The elements of the schema for a column; a list is a group in a group, as Parquet's logical types have it. */
function schemaOf(name: string, type: ColumnType): SchemaElement[] {
  if (type !== 'TEXTS') return [{ name, repetition_type: 'OPTIONAL', ...elements[type] }];
  return [
    { name, repetition_type: 'OPTIONAL', converted_type: 'LIST', num_children: 1 },
    { name: 'list', repetition_type: 'REPEATED', num_children: 1 },
    { name: 'element', repetition_type: 'OPTIONAL', ...elements.TEXT },
  ];
}

const elements = {
  TEXT: { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
  INTEGER: { type: 'INT32' },
  DECIMAL: { type: 'DOUBLE' },
  BOOLEAN: { type: 'BOOLEAN' },
} as const;
