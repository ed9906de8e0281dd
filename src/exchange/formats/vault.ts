import type { FileFormat } from '../file-format.ts';
import { notesOf } from '../vault/notes.ts';
import { zipped } from '../zip.ts';

/** A folder of Markdown files with wiki links, one for each role, group and topic; people unpack it and open it. */
export const vault: FileFormat = {
  ending: 'vault.zip',
  mediaType: 'application/zip',
  name: 'Markdown vault',
  readers: 'Obsidian, Logseq, Foam',
  parameters: {},
  // A larger one takes longer to pack than a request has.
  most: { nodes: 10_000 },
  write: (graph) => zipped(notesOf(graph), graph.importedAt),
};
