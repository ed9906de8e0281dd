import { placeInWords } from '../../catalog/place.ts';
import type { Appearance } from '../../graph/nodes/appearance.ts';

/** Where a line stands, as the GraphQL field `source` of an appearance has it. */
export function placeOf({ reference }: Appearance, quote: string | null) {
  if (reference === null) return null;
  const { source, line, row, anchor, url } = reference;
  return { source: { slug: source.slug }, line, row, anchor, quote, url };
}

export type AnsweredPlace = ReturnType<typeof placeOf>;

/** A place in words: `001:12`. */
export function placeText(place: AnsweredPlace): string {
  return placeInWords(place && { ...place, source: place.source.slug });
}

/** A place in words, and what stands there: `001:12 "…"`. */
export function saidBy(place: AnsweredPlace): string {
  const quote = place?.quote ?? null;
  return quote === null ? placeText(place) : `${placeText(place)} "${quote}"`;
}
