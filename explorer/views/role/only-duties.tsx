import { Link } from '../../state/link.tsx';
import { viewOfNode } from '../../state/node-view.ts';
import { words } from '../../words/words.ts';
import { FirstAndRest } from '../first-and-rest.tsx';
import type { Duty } from './role-facts.ts';

/** Lists of duties that are longer than this are folded. */
const mostShown = 12;

/** The duties that nobody else does. */
export function OnlyDuties({ duties }: { readonly duties: readonly Duty[] }) {
  if (duties.length === 0) return null;
  return (
    <section class="card" aria-labelledby="only">
      <h2 id="only">{words.role.only(duties.length)}</h2>
      <FirstAndRest items={duties} most={mostShown} more={words.role.andMore}>
        {(some) => <DutyLinks duties={some} />}
      </FirstAndRest>
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
