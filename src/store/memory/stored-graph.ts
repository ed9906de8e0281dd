import { z } from 'zod';
import type { GraphData } from '../../graph/structure/graph-data.ts';
import { optionalTextAt, packOptionalTexts, packTextLists, textListAt, textLists } from '../columns.ts';
import { packStructure, structureColumns } from '../graph-columns.ts';
import type { TextSource } from '../in-process-catalog.ts';

/** The form in which a graph is written to a file. The checksum of the file ensures that the bytes are those that were written. */
export const storedGraph = structureColumns.extend({
  roles: structureColumns.shape.roles.extend({ summary: textLists }),
  appearanceTexts: z.object({ titles: textLists, summary: textLists, note: textLists }),
});
export type StoredGraph = z.infer<typeof storedGraph>;

export function packGraph({ structure, texts }: GraphData): StoredGraph {
  const columns = packStructure(structure);
  return {
    ...columns,
    roles: { ...columns.roles, summary: packOptionalTexts(texts.roleSummaries) },
    appearanceTexts: {
      titles: packTextLists(texts.appearances.map(({ titles }) => titles)),
      summary: packOptionalTexts(texts.appearances.map(({ summary }) => summary)),
      note: packOptionalTexts(texts.appearances.map(({ note }) => note)),
    },
  };
}

/** The texts of a stored graph, which stay bytes until they are read. */
export function textsIn(
  roleSummaries: StoredGraph['roles']['summary'],
  texts: StoredGraph['appearanceTexts'],
): TextSource {
  return {
    ofRole: (index) => optionalTextAt(roleSummaries, index),
    ofAppearance: (index) => optionalTextAt(texts.summary, index),
    appearance: (index) => ({
      titles: textListAt(texts.titles, index),
      summary: optionalTextAt(texts.summary, index),
      note: optionalTextAt(texts.note, index),
    }),
  };
}
