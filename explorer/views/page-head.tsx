import { noFilter, type View } from '../state/address.ts';
import { serverAddress } from '../state/location.ts';
import { isOffered } from '../state/offers.ts';
import type { Frame } from '../state/questions.ts';
import { words } from '../words/words.ts';
import { Link } from '../state/link.tsx';
import { SearchField } from './search/search-field.tsx';

const board: View = { name: 'BOARD', filter: noFilter };

/** The name of the product, the views, other ways to ask, and the search. */
export function PageHead({ view, frame }: { readonly view: View; readonly frame: Frame | undefined }) {
  return (
    <header class="page-head">
      <Link to={board} class="brand">
        {words.product}
      </Link>
      <nav aria-label={words.navigation.label}>
        <ul class="tabs">
          <li>
            <Link to={board} aria-current={view.name === 'BOARD' ? 'page' : undefined}>
              {words.navigation.board}
            </Link>
          </li>
          <li>
            <a href={serverAddress('picture')}>{words.navigation.pictures}</a>
          </li>
          <li>
            <a href={serverAddress('graph')}>{words.navigation.files}</a>
          </li>
          {isOffered('graphiql') && (
            <li>
              <a href={serverAddress('graphql')}>{words.navigation.graphiql}</a>
            </li>
          )}
          <li>
            <a href={serverAddress('about')}>{words.navigation.about}</a>
          </li>
        </ul>
      </nav>
      <SearchField frame={frame} />
    </header>
  );
}
