import { words } from '../../words/words.ts';

/** Which line or row of which document, and its words. */
export interface SourceOfLine {
  readonly line: number | null;
  readonly row: number | null;
  readonly quote: string | null;
  readonly url: string | null;
  readonly source: { readonly slug: string; readonly title: string };
}

/** E.g. "001, line 37". */
export function placeOfSource({ source, line, row }: Pick<SourceOfLine, 'source' | 'line' | 'row'>): string {
  return words.evidence.place(source.slug, line, row);
}
