import type { GraphTexts } from './structure/graph-data.ts';
import { itemAt } from '../collections/item-at.ts';

/** What of a generation is searched beside titles and names, by place; null where the catalog gives none. */
export interface Summaries {
  ofRole(place: number): string | null;
  ofAppearance(place: number): string | null;
}

export function summariesOf({ roleSummaries, appearances }: GraphTexts): Summaries {
  return {
    ofRole: (place) => itemAt(roleSummaries, place),
    ofAppearance: (place) => itemAt(appearances, place).summary,
  };
}
