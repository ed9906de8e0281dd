import { noFilter } from '../../state/address/board-address.ts';
import { Link } from '../../state/link.tsx';
import type { CatalogFacts, RaciCheck, RaciRow } from '../../state/questions/catalog-questions.ts';
import { list } from '../../words/format.ts';
import { words } from '../../words/words.ts';
import { SourcePlace } from '../evidence/source-place.tsx';
import { type RaciFindings, raciFindings } from './raci-findings.ts';

const own = words.catalogPage.raci;

/** Who does what and who answers for it: each check with the duties that it has found, their roles and their lines. */
export function RaciChecks({ raci }: { readonly raci: CatalogFacts['raci'] }) {
  return (
    <section class="card" aria-labelledby="raci">
      <h2 id="raci">{own.title}</h2>
      <p class="fine">{own.explained}</p>
      <ul class="checks">
        {raciFindings(raci).map((findings) => (
          <Check key={findings.check.check} {...findings} />
        ))}
      </ul>
    </section>
  );
}

function Check({ check, rows }: RaciFindings) {
  const more = rows.totalCount - rows.nodes.length;
  return (
    <li>
      <h3>
        {own.checks[check.check]}{' '}
        <span class={rows.totalCount > 0 ? 'verdict to-decide' : 'verdict'}>{verdict(check)}</span>
      </h3>
      <p class="fine">{check.message}</p>
      {rows.nodes.length > 0 && (
        <ul class="found-duties">
          {rows.nodes.map((row) => (
            <Duty key={row.responsibility.id} row={row} />
          ))}
        </ul>
      )}
      {more > 0 && <p class="fine">{own.moreDuties(more)}</p>}
    </li>
  );
}

function verdict({ isChecked, activityCount }: RaciCheck): string {
  if (!isChecked) return own.notChecked;
  return activityCount === 0 ? own.fine : own.toDecide(activityCount);
}

function Duty({ row: { responsibility, roles } }: { readonly row: RaciRow }) {
  const more = roles.totalCount - roles.edges.length;
  const lines = linesOf(roles.edges);
  return (
    <li>
      <h4>
        <Link to={{ name: 'BOARD', filter: { ...noFilter, performsAll: [responsibility.id] } }}>
          {responsibility.name}
        </Link>
      </h4>
      {roles.totalCount === 0 && <p class="fine">{own.noRole}</p>}
      <ul class="involved">
        {roles.edges.map(({ node, involvement }) => (
          <li key={node.slug}>
            <Link to={{ name: 'ROLE', slug: node.slug }}>{node.label}</Link>{' '}
            {list(involvement.map((each) => own.involvement[each]))}
          </li>
        ))}
        {more > 0 && <li>{own.moreRoles(more)}</li>}
      </ul>
      {lines.length > 0 && (
        <details class="more">
          <summary>{own.lines(lines.length)}</summary>
          {lines.map((source) => (
            <div key={keyOf(source)} class="fine source">
              <SourcePlace of={source} />
            </div>
          ))}
        </details>
      )}
    </li>
  );
}

type Cells = RaciRow['roles']['edges'];
type Source = NonNullable<Cells[number]['lines'][number]['appearance']['source']>;

/** The lines behind some roles, each once: a row of a sheet often names all of them. */
function linesOf(cells: Cells): readonly Source[] {
  const sources = cells.flatMap(({ lines }) => lines.flatMap(({ appearance: { source } }) => source ?? []));
  return [...new Map(sources.map((source) => [keyOf(source), source])).values()];
}

function keyOf({ source, line, row, quote }: Source): string {
  return JSON.stringify([source.slug, line, row, quote]);
}
