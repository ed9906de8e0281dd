import { unzipSync } from 'fflate';
import writeExcelFile from 'write-excel-file/node';
import { zipped } from '../zip.ts';
import { excelContent } from './excel-content.ts';
import type { Sheet } from './sheet.ts';

/**
 * The bytes of a workbook for Excel. The archive is made again because that of write-excel-file has the current time in it.
 *
 * @param date see `zipped`.
 */
export async function excelFileOf(sheets: readonly Sheet[], date: Date): Promise<Uint8Array> {
  const { sheets: written, options } = excelContent(sheets);
  const file = await writeExcelFile(written, options).toBuffer();
  const files = Object.entries(unzipSync(file)).map(([name, content]) => ({ name, parts: [content] }));
  const parts: Uint8Array[] = [];
  for await (const part of zipped(files, date)) parts.push(part);
  return new Uint8Array(Buffer.concat(parts));
}
