import { words } from '../../words/words.ts';
import { HelpLink } from '../help-link.tsx';
import { usePageTitle } from '../page-title.ts';

const own = words.catalogPage.empty;

/** In place of every view while the catalog has no roles: what to do. */
export function EmptyCatalog() {
  usePageTitle(own.title);
  return (
    <div class="note">
      <h1>{own.title}</h1>
      <p>{own.lead}</p>
      <p>
        <code>{own.own}</code> {own.ownSays}
      </p>
      <p>
        <code>{own.shipped}</code> {own.shippedSays}
      </p>
      <p>
        <HelpLink about="OWN_CATALOG" isAlone />
      </p>
      <p class="fine">{own.then}</p>
    </div>
  );
}
