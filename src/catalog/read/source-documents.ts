import { realpath } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { mostDocumentBytes } from '../document-limits.ts';
import { grouped } from '../../text/quoted-text.ts';
import type { SourceDocument } from '../check/add-quotes.ts';
import { accessProblem, readTextFile } from './catalog-files.ts';

const expected = 'expected a text file in UTF-8';
const tooLarge = `makes the documents larger than 256 MB (${grouped(mostDocumentBytes)} bytes), the most that are read; leave some out of the folder`;

/**
 * Reads documents from a folder. Each is the file that has the document's name, or the last part of its path or address.
 * Links may not leave the folder, because what is read is shown to everybody who may read the catalog.
 *
 * @param documents as the sources of a catalog give them.
 * @returns the documents by what the sources give.
 */
export async function readDocuments(
  folder: string,
  documents: Iterable<string>,
): Promise<ReadonlyMap<string, SourceDocument>> {
  const read = new Map<string, SourceDocument>();
  let bytesLeft = mostDocumentBytes;
  for (const document of new Set(documents)) {
    const name = fileNameOf(document);
    const outside = name === '' ? 'names no file' : await linkProblem(folder, name);
    if (outside !== undefined) {
      read.set(document, { problem: outside });
      continue;
    }
    const file = await readTextFile(join(folder, name), bytesLeft, { tooLarge, expected });
    bytesLeft -= file.size;
    read.set(document, 'text' in file ? { lines: linesOf(file.text) } : { problem: file.problem });
  }
  return read;
}

/** The last part of a path or address, without query and fragment. */
function fileNameOf(document: string): string {
  const path = /^https?:/i.test(document) ? document.replace(/[?#].*$/s, '') : document;
  const name = path.split(/[/\\]/).at(-1) ?? '';
  return name === '.' || name === '..' ? '' : name;
}

async function linkProblem(folder: string, name: string): Promise<string | undefined> {
  try {
    const [root, file] = await Promise.all([realpath(folder), realpath(join(folder, name))]);
    const isInside = file.startsWith(root.endsWith(sep) ? root : root + sep);
    return isInside ? undefined : 'is a link that leaves the folder; copy the file there';
  } catch (error) {
    return accessProblem(error, expected);
  }
}

/** The lines as editors count them. */
function linesOf(text: string): readonly string[] {
  const lines = text.split(/\r\n|\n|\r/);
  // What follows the last line break is no line if it is empty.
  return lines.at(-1) === '' ? lines.slice(0, -1) : lines;
}
