import { noFilter } from '../../state/address/board-address.ts';
import { Link } from '../../state/link.tsx';
import type { CatalogFacts, RaciCheck, RaciRow } from '../../state/questions/catalog-questions.ts';
import type { EvidenceLine } from '../../state/questions/evidence-fields.ts';
import { list } from '../../words/format.ts';
import { words } from '../../words/words.ts';
import { LineWords } from '../evidence/line-words.tsx';
import { HelpLink } from '../help-link.tsx';
import { type RaciFindings, raciFindings } from './raci-findings.ts';

const own = words.catalogPage.raci;

/** Who does what and who answers for it: each check with the duties that it has found, their roles and their lines. */
export function RaciChecks({ facts }: { readonly facts: CatalogFacts }) {
  return (
    <section class="card" aria-labelledby="raci">
      <h2 id="raci">{own.title}</h2>
      <p class="fine">{own.explained}</p>
      <ul class="checks">
        {raciFindings(facts.raci).map((findings) => (
          <Check key={findings.check.check} {...findings} unchecked={whyUnchecked(facts, findings.check)} />
        ))}
      </ul>
    </section>
  );
}

interface CheckProps extends RaciFindings {
  /** Why there was nothing to check; undefined if there was. */
  readonly unchecked: string | undefined;
}

function Check({ check, rows, unchecked }: CheckProps) {
  const more = rows.totalCount - rows.nodes.length;
  return (
    <li>
      <h3>
        {own.checks[check.check]}{' '}
        <span class={rows.totalCount > 0 ? 'verdict to-decide' : 'verdict'}>{verdict(check, unchecked)}</span>
      </h3>
      <p class="fine">{unchecked ?? check.message}</p>
      {!check.isChecked && (
        <details class="explained">
          <summary>{own.howToAdd}</summary>
          <p class="fine">
            {own.add} <code>{own.addition}</code>
          </p>
          <p class="fine">
            <HelpLink about="RACI" isAlone />
          </p>
        </details>
      )}
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

/** A check of who is accountable finds nothing wrong where nobody is: that is not the same as that nothing is wrong. */
function whyUnchecked({ catalog, raci }: CatalogFacts, { check }: RaciCheck): string | undefined {
  if (catalog.responsibilityCount === 0) return own.noDuties;
  const isNobodyAccountable = raci.checks.some(
    ({ check: each, isChecked }) => each === 'NOBODY_ACCOUNTABLE' && !isChecked,
  );
  return isNobodyAccountable && check !== 'NOBODY_RESPONSIBLE' ? own.nobodyAccountable : undefined;
}

function verdict({ activityCount }: RaciCheck, unchecked: string | undefined): string {
  if (unchecked !== undefined) return own.notChecked;
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
          {lines.map(({ line, role }) => (
            <div key={line.id}>
              <LineWords line={line} role={role} />
            </div>
          ))}
        </details>
      )}
    </li>
  );
}

type Cells = RaciRow['roles']['edges'];

interface LineOfRoles {
  readonly line: EvidenceLine;
  /** What the first role that it names here is called. */
  readonly role: string;
}

/** The lines behind some roles, each once: a row of a sheet often names all of them. */
function linesOf(cells: Cells): readonly LineOfRoles[] {
  const found = cells.flatMap(({ node: { label: role }, lines }) =>
    lines.flatMap(({ appearance: line }) => (line.source === null ? [] : [{ line, role }])),
  );
  return [...new Map(found.map((each) => [keyOf(each.line), each])).values()];
}

function keyOf({ source }: EvidenceLine): string {
  return JSON.stringify([source?.source.slug, source?.line, source?.row, source?.quote]);
}
