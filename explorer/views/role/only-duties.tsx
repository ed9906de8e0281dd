import { Link } from '../../state/link.tsx';
import { viewOfNode } from '../../state/node-view.ts';
import { words } from '../../words/words.ts';
import type { Duty } from './role-facts.ts';

/** Lists of duties that are longer than this are folded. */
const mostShown = 12;

/** The duties that nobody else does. */
export function OnlyDuties({ duties }: { readonly duties: readonly Duty[] }) {
  if (duties.length === 0) return null;
  const rest = duties.slice(mostShown);
  return (
    <section class="card" aria-labelledby="only">
      <h2 id="only">{words.role.only(duties.length)}</h2>
      <DutyLinks duties={duties.slice(0, mostShown)} />
      {rest.length > 0 && (
        <details class="rest">
          <summary>{words.role.andMore(rest.length)}</summary>
          <DutyLinks duties={rest} />
        </details>
      )}
      <p class="fine">{words.role.onlyExplained}</p>
    </section>
  );
}

function DutyLinks({ duties }: { readonly duties: readonly Duty[] }) {
  return (
    <ul class="duties">
      {duties.map(({ id, name }) => (
        <li key={id} data-node={id}>
          <Link to={viewOfNode(id)}>{name}</Link>
        </li>
      ))}
    </ul>
  );
}
