import { ByteWriter, ParquetWriter, type SchemaElement } from 'hyparquet-writer';
import type { Attribute } from './attributes.ts';
import { batchesOf } from './batched-texts.ts';
import { cleanText } from '../text/clean-text.ts';
import type { ColumnType, Value } from './columns.ts';

/** How many rows are written at once, as a row group: some milliseconds of work. */
const rowsPerGroup = 1_000;

/**
 * A table as Parquet, a row group a part. Lists are lists; every value may be null.
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
  for (const batch of batchesOf(items, rowsPerGroup)) {
    const columnData = columns.map(({ name, of }) => ({ name, data: batch.map((item) => writable(of(item))) }));
    void file.write({ columnData, rowGroupSize: rowsPerGroup });
    yield bytes.getBytes().slice();
    bytes.index = 0;
  }
  void file.finish();
  yield bytes.getBytes().slice();
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
