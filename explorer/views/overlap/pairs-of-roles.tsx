import { HelpLink } from '../help-link.tsx';
import { sharedTraits } from '../role/overlap-arithmetic.ts';
import { Share } from '../role/share.tsx';
import { Link } from '../../state/link.tsx';
import type { ComparedRoles, PairOfRoles } from '../../state/questions/side-by-side-questions.ts';
import { decimal, list, number } from '../../words/format.ts';
import { words } from '../../words/words.ts';
import { namedFirst } from './side-sentences.ts';

const { side, computed } = words.overlap;

/** How much every two of some roles share, most first; and of two, the arithmetic. */
export function PairsOfRoles({ data }: { readonly data: ComparedRoles }) {
  const labels = new Map(data.roles.map(({ id, label }) => [id, label]));
  const pairs = data.overlaps.toSorted((a, b) => b.score - a.score);
  return (
    <>
      <ol class="pairs">
        {pairs.map((pair) => {
          const ids = pair.roles.map(({ id }) => id);
          const names = list(ids.map((id) => labels.get(id) ?? id));
          return (
            <li key={ids.join(' ')}>
              <div class="pair">
                {pairs.length > 1 && <Link to={{ name: 'OVERLAP', question: { of: ids } }}>{names}</Link>}
                <Share score={pair.score} />
              </div>
              <p class="fine">{sharedInWords(pair)}</p>
            </li>
          );
        })}
      </ol>
      <p class="fine">{words.role.barsExplained}</p>
      <details class="computed">
        <summary>{computed.title}</summary>
        {pairs.map((pair) => (
          <Arithmetic key={pair.roles.map(({ id }) => id).join(' ')} pair={pair} roleCount={data.roleCount} />
        ))}
        <p class="fine">
          <HelpLink about="ROLE_OVERLAP" isAlone />
        </p>
      </details>
    </>
  );
}

function sharedInWords({ sharedResponsibilities, sharedCategories, sharedPillars }: PairOfRoles): string {
  if (sharedResponsibilities.length > 0) return side.pairDo(namedFirst(sharedResponsibilities.map(({ name }) => name)));
  const groups = sharedCategories.length > 0 ? sharedCategories.map(({ label }) => label) : namesOf(sharedPillars);
  return groups.length > 0 ? side.pairStand(namedFirst(groups)) : side.pairNothing;
}

function namesOf(nodes: readonly { readonly name: string }[]): readonly string[] {
  return nodes.map(({ name }) => name);
}

interface ArithmeticProps {
  readonly pair: PairOfRoles;
  /** How many roles the catalog has. */
  readonly roleCount: number;
}

/** What both have, with how many roles have it and what it weighs. */
function Arithmetic({ pair, roleCount }: ArithmeticProps) {
  const { score, sharedWeight, totalWeight, overlapCoefficient, lineCount } = pair;
  return (
    <div class="arithmetic">
      <p class="fine">{computed.weight(roleCount)}</p>
      <table>
        <thead>
          <tr>
            <th scope="col">{computed.trait}</th>
            <th scope="col" class="figure">
              {computed.roles}
            </th>
            <th scope="col" class="figure">
              {computed.weighs}
            </th>
          </tr>
        </thead>
        <tbody>
          {sharedTraits(pair, roleCount).map((trait) => (
            <tr key={trait.id}>
              <th scope="row">{trait.name}</th>
              <td class="figure">{number(trait.roleCount)}</td>
              <td class="figure">{decimal(trait.weight)}</td>
            </tr>
          ))}
          <tr>
            <th scope="row">{computed.sum}</th>
            <td />
            <td class="figure">{decimal(sharedWeight)}</td>
          </tr>
        </tbody>
      </table>
      <ul class="duties fine">
        <li>{computed.score(decimal(sharedWeight), decimal(totalWeight), decimal(score))}</li>
        <li>{computed.roleCoefficient(decimal(overlapCoefficient))}</li>
        <li>{computed.lineCount(lineCount)}</li>
      </ul>
    </div>
  );
}
