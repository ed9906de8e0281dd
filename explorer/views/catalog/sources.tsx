import type { CatalogFacts } from '../../state/questions/catalog-questions.ts';
import { number, shortRevision, time } from '../../words/format.ts';
import { words } from '../../words/words.ts';

const { sources: own, facts: ofCatalog } = words.catalogPage;

/** Where the catalog is from: its documents, its version, and when it was imported. */
export function Sources({ facts: { catalog } }: { readonly facts: CatalogFacts }) {
  return (
    <section class="card" aria-labelledby="sources">
      <h2 id="sources">{own.title}</h2>
      {catalog.sources.length === 0 ? (
        <p>{own.none}</p>
      ) : (
        <ul class="documents">
          {catalog.sources.map(({ slug, title, document, url, appearanceCount }) => (
            <li key={slug}>
              <h3>
                {url === null ? (
                  title
                ) : (
                  <a href={withoutPlaces(url)} rel="noreferrer">
                    {title}
                  </a>
                )}
              </h3>
              <p class="fine">
                {slug} · {document} · {number(appearanceCount)} {own.placesOf(appearanceCount)}
              </p>
            </li>
          ))}
        </ul>
      )}
      <dl class="facts">
        {factsOf(catalog).map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{name === ofCatalog.revision ? <Revision revision={value} /> : value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** Its beginning is enough to tell one from another. */
function Revision({ revision }: { readonly revision: string }) {
  return (
    <details class="more">
      <summary>{shortRevision(revision)}</summary>
      <p>{revision}</p>
    </details>
  );
}

/** A document's address may have `{line}` and the like, in its place of a line. Without a place, the part with it is left out. */
function withoutPlaces(url: string): string {
  return url.replace(/[#?][^#?]*\{(?:line|row|anchor)\}.*$/, '').replaceAll(/\{(?:line|row|anchor)\}/g, '');
}

/** What is known of a catalog, by names. */
export function factsOf(catalog: CatalogFacts['catalog']): readonly (readonly [name: string, value: string])[] {
  const { name, version, revision, sequence, importedAt, importedBy, store, parts } = catalog;
  return [
    [ofCatalog.name, name],
    [ofCatalog.version, version],
    ...(parts.length > 1
      ? [[ofCatalog.parts, parts.map((part) => ofCatalog.part(part.name, part.version)).join('; ')] as const]
      : []),
    [ofCatalog.imported, time(new Date(importedAt))],
    ...(importedBy === null ? [] : [[ofCatalog.importedBy, importedBy] as const]),
    // The catalog that ships was not imported.
    ...(sequence === 0 ? [] : [[ofCatalog.sequence, number(sequence)] as const]),
    [ofCatalog.store, ofCatalog.stores[store]],
    [ofCatalog.revision, revision],
  ];
}
