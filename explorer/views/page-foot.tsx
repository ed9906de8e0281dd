import { serverAddress } from '../state/location.ts';
import { isOffered } from '../state/offers.ts';
import type { Frame } from '../state/questions.ts';
import { words } from '../words/words.ts';

const shownRevision = 8;

/** Which catalog is shown, and what is less often looked for. */
export function PageFoot({ frame }: { readonly frame: Frame | undefined }) {
  return (
    <footer class="page-foot">
      {frame !== undefined && (
        <p>
          {words.catalog(frame.catalog.name, frame.catalog.version, frame.catalog.revision.slice(0, shownRevision))}
        </p>
      )}
      <ul class="foot-links">
        {isOffered('schema') && (
          <li>
            <a href={serverAddress('schema.graphql')}>{words.schema}</a>
          </li>
        )}
        {isOffered('examples') && (
          <li>
            <a href={serverAddress('examples/')}>{words.examples}</a>
          </li>
        )}
      </ul>
    </footer>
  );
}
