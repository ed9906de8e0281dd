import type { View } from '../../state/address/address.ts';
import { type BoardFilter, noFilter } from '../../state/address/board-address.ts';
import { Link } from '../../state/link.tsx';
import type { CatalogFacts } from '../../state/questions/catalog-questions.ts';
import type { Frame } from '../../state/questions/frame-questions.ts';
import { noun, number } from '../../words/format.ts';
import { words } from '../../words/words.ts';

const own = words.catalogPage.counts;

interface CountsProps {
  readonly facts: CatalogFacts;
  readonly frame: Frame | undefined;
}

/** How much there is of everything, and the roles of each group: what the board can show leads there. */
export function Counts({ facts: { catalog, categories, inSeveral }, frame }: CountsProps) {
  const groups = [
    { forms: words.groups.PILLAR, list: frame?.pillars ?? [] },
    { forms: words.groups.ORGANIZATION_TYPE, list: frame?.organizationTypes ?? [] },
  ].filter(({ list }) => list.length > 0);
  return (
    <section class="card catalog-counts" aria-labelledby="counts">
      <h2 id="counts">{own.title}</h2>
      <ul class="counts">
        <Count count={catalog.roleCount} label={noun(catalog.roleCount, own.roles)} to={board({})} />
        {inSeveral.totalCount > 0 && (
          <Count count={inSeveral.totalCount} label={own.inSeveral} to={board({ spread: 'SEVERAL' })} />
        )}
        {groups.map(({ forms, list }) => (
          <Count key={forms.one} count={list.length} label={noun(list.length, forms)} />
        ))}
        <Count count={categories.length} label={noun(categories.length, own.categories)} />
        <Count count={catalog.responsibilityCount} label={noun(catalog.responsibilityCount, own.duties)} />
        <Count count={frame?.topics.length ?? 0} label={noun(frame?.topics.length ?? 0, own.topics)} />
        <Count count={catalog.appearanceCount} label={noun(catalog.appearanceCount, own.places)} />
      </ul>
      {groups.length > 0 && (
        <>
          <h3>{own.perGroup}</h3>
          {groups.map(({ forms, list }) => (
            <ul key={forms.one} class="group-counts">
              {list.map(({ id, name, roleCount }) => (
                <li key={id}>
                  <Link to={board({ inAll: [id] })} class="filter">
                    {name} <span class="count">{number(roleCount)}</span>
                  </Link>
                </li>
              ))}
            </ul>
          ))}
        </>
      )}
    </section>
  );
}

function board(filter: Partial<BoardFilter>): View {
  return { name: 'BOARD', filter: { ...noFilter, ...filter } };
}

function Count({ count, label, to }: { readonly count: number; readonly label: string; readonly to?: View }) {
  const content = (
    <>
      <span class="big">{number(count)}</span> {label}
    </>
  );
  return <li>{to === undefined ? content : <Link to={to}>{content}</Link>}</li>;
}
