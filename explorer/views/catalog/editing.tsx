import { serverAddress } from '../../state/location.ts';
import { useServedFiles } from '../../state/served-files.ts';
import { words } from '../../words/words.ts';

const own = words.catalogPage.editing;

/** Where the catalog is changed: in its files, which this page does not edit. */
export function Editing() {
  const files = useServedFiles();
  return (
    <section class="card catalog-editing" aria-labelledby="editing">
      <h2 id="editing">{own.title}</h2>
      <p>{own.files}</p>
      {files !== undefined && <p>{own.served(files.locations)}</p>}
      {files?.isWatched === true ? (
        <p>{own.save}</p>
      ) : (
        <>
          <p>{own.steps}</p>
          <p>
            <code>{own.command(serverAddress('').replace(/\/$/, ''))}</code>
          </p>
        </>
      )}
      <p>
        <a href={serverAddress('docs/catalog')}>{own.help}</a>
      </p>
    </section>
  );
}
