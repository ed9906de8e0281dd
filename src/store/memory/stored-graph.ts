import { z } from 'zod';
import type { AppearanceText, GraphData } from '../../graph/structure/graph-data.ts';
import { structureColumns, structureColumnsOf } from '../structure-columns.ts';
import { optionalTextAt, optionalTextsOf, textListAt, textLists, textListsOf } from '../text-columns.ts';

/** The form in which a graph is written to a file. That the bytes are those that were written is what the checksum says. */
export const storedGraph = structureColumns.extend({
  roles: structureColumns.shape.roles.extend({ summary: textLists }),
  appearanceTexts: z.object({ titles: textLists, summary: textLists, note: textLists }),
});
export type StoredGraph = z.infer<typeof storedGraph>;

export function storedGraphOf({ structure, texts }: GraphData): StoredGraph {
  const columns = structureColumnsOf(structure);
  return {
    ...columns,
    roles: { ...columns.roles, summary: optionalTextsOf(texts.roleSummaries) },
    appearanceTexts: {
      titles: textListsOf(texts.appearances.map(({ titles }) => titles)),
      summary: optionalTextsOf(texts.appearances.map(({ summary }) => summary)),
      note: optionalTextsOf(texts.appearances.map(({ note }) => note)),
    },
  };
}

export function roleSummaryAt({ roles }: StoredGraph, place: number): string | null {
  return optionalTextAt(roles.summary, place);
}

export function appearanceSummaryAt({ appearanceTexts }: StoredGraph, place: number): string | null {
  return optionalTextAt(appearanceTexts.summary, place);
}

export function appearanceTextAt({ appearanceTexts }: StoredGraph, place: number): AppearanceText {
  return {
    titles: textListAt(appearanceTexts.titles, place),
    summary: optionalTextAt(appearanceTexts.summary, place),
    note: optionalTextAt(appearanceTexts.note, place),
  };
}
