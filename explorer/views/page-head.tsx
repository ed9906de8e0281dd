import type { View } from '../state/address/address.ts';
import { noFilter } from '../state/address/board-address.ts';
import { noGroups } from '../state/address/overlap-address.ts';
import { noEnds } from '../state/address/paths-address.ts';
import { nothingToCover } from '../state/address/plan-address.ts';
import { wholeCatalog } from '../state/address/team-address.ts';
import { Link } from '../state/link.tsx';
import type { Frame } from '../state/questions/frame-questions.ts';
import { words } from '../words/words.ts';
import { SearchField } from './search/search-field.tsx';

const board: View = { name: 'BOARD', filter: noFilter };

/** The views that the head leads to, as they look when nothing is asked of them yet. */
const tabs: readonly (readonly [label: string, view: View])[] = [
  [words.navigation.board, board],
  [words.navigation.overlap, { name: 'OVERLAP', question: noGroups }],
  [words.navigation.plan, { name: 'PLAN', question: nothingToCover }],
  [words.navigation.team, { name: 'TEAM', question: wholeCatalog }],
  [words.navigation.paths, { name: 'PATHS', question: noEnds }],
  [words.navigation.catalog, { name: 'CATALOG' }],
];

/** The name of the product, the views, and the search. */
export function PageHead({ view, frame }: { readonly view: View; readonly frame: Frame | undefined }) {
  return (
    <header class="page-head">
      <Link to={board} class="brand">
        {words.product}
      </Link>
      <nav aria-label={words.navigation.label}>
        <ul class="tabs">
          {tabs.map(([label, to]) => (
            <li key={to.name}>
              <Link to={to} aria-current={view.name === to.name ? 'page' : undefined}>
                {label}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <SearchField frame={frame} />
    </header>
  );
}
