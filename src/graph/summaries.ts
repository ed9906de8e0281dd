import { itemAt } from '../collections/item-at.ts';
import type { GraphTexts } from './structure/graph-data.ts';

/** The summaries, notes and quotes that are searched in addition to titles and names, by index; null where the catalog has none. */
export interface Summaries {
  ofResponsibility(index: number): string | null;
  ofRole(index: number): string | null;
  ofAppearance(index: number): string | null;
  noteOfAppearance(index: number): string | null;
  quoteOfAppearance(index: number): string | null;
}

export function summariesOf({ responsibilitySummaries, roleSummaries, appearances }: GraphTexts): Summaries {
  return {
    ofResponsibility: (index) => itemAt(responsibilitySummaries, index),
    ofRole: (index) => itemAt(roleSummaries, index),
    ofAppearance: (index) => itemAt(appearances, index).summary,
    noteOfAppearance: (index) => itemAt(appearances, index).note,
    quoteOfAppearance: (index) => itemAt(appearances, index).quote,
  };
}
