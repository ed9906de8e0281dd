import { placeOfSource, type SourceOfLine } from './source-of-line.ts';

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
