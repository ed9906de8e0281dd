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

/** Where a line stands, which leads there if the document has an address, and its words. */
export function SourcePlace({ of }: { readonly of: SourceOfLine }) {
  const { source, url, quote } = of;
  const place = placeOfSource(of);
  return (
    <>
      {url === null ? (
        <span title={source.title}>{place}</span>
      ) : (
        <a href={url} title={source.title} rel="noreferrer">
          {place}
        </a>
      )}
      {quote !== null && (
        <>
          {' '}
          <q>{quote}</q>
        </>
      )}
    </>
  );
}
