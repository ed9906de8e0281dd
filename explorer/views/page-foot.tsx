import { serverAddress } from '../state/location.ts';
import { isOffered, type Offer } from '../state/offers.ts';
import type { Frame } from '../state/questions/frame-questions.ts';
import { signOut, useHasSessionEnded } from '../state/session.ts';
import { shortRevision } from '../words/format.ts';
import { words } from '../words/words.ts';
import { PrintedFrom } from './printed-from.tsx';

/** Other pages of the server: of some it says itself whether it has them. */
const pages: readonly (readonly [label: string, address: string, offer?: Offer])[] = [
  [words.pages.graphiql, 'graphql', 'graphiql'],
  [words.pages.pictures, 'picture'],
  [words.pages.files, 'graph'],
  [words.pages.schema, 'docs/schema', 'schema'],
  [words.pages.examples, 'examples/', 'examples'],
  [words.pages.about, 'about'],
  [words.pages.docs, 'docs/'],
  [words.pages.glossary, 'docs/glossary'],
  [words.pages.privacy, 'docs/privacy'],
];

/** Which catalog is shown, and what is less often looked for. */
export function PageFoot({ frame }: { readonly frame: Frame | undefined }) {
  const hasEnded = useHasSessionEnded();
  return (
    <footer class="page-foot">
      {frame !== undefined && (
        <p>{words.catalog(frame.catalog.name, frame.catalog.version, shortRevision(frame.catalog.revision))}</p>
      )}
      <PrintedFrom />
      <ul class="foot-links">
        {pages
          .filter(([, , offer]) => offer === undefined || isOffered(offer))
          .map(([label, address]) => (
            <li key={address}>
              <a href={serverAddress(address)}>{label}</a>
            </li>
          ))}
        {isOffered('signed-in') && !hasEnded && (
          <li>
            <button type="button" class="button" onClick={() => void signOut().catch(() => undefined)}>
              {words.pages.signOut}
            </button>
          </li>
        )}
      </ul>
    </footer>
  );
}
