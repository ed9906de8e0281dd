import type { CloseRole } from '../../state/questions/role-questions.ts';
import { number, percent, weight } from '../../words/format.ts';
import { words } from '../../words/words.ts';
import { Folded } from '../folded.tsx';
import { HelpLink } from '../help-link.tsx';
import { sharedTraits } from './overlap-arithmetic.ts';

const { arithmetic } = words.role;

interface ArithmeticProps {
  readonly role: CloseRole;
  /** The number of roles of the catalog. */
  readonly roleCount: number;
}

/** How the share of a close role is computed, by the numbers of this pair. */
export function Arithmetic({ role, roleCount }: ArithmeticProps) {
  // Large catalogs have many close roles with many traits, so that a table is made when it is looked at.
  return (
    <Folded class="sum-of-pair" summary={arithmetic.title} label={arithmetic.titleOf(role.node.label)}>
      <Sum role={role} roleCount={roleCount} />
    </Folded>
  );
}

function Sum({ role: { overlap }, roleCount }: ArithmeticProps) {
  const { sharedWeight, totalWeight, score, lineCount, neverToldApart } = overlap;
  return (
    <>
      <table>
        <thead>
          <tr>
            <th scope="col">{arithmetic.trait}</th>
            <th scope="col">{arithmetic.roles}</th>
            <th scope="col">{arithmetic.weight}</th>
          </tr>
        </thead>
        <tbody>
          {sharedTraits(overlap, roleCount).map((trait) => (
            <tr key={trait.id}>
              <th scope="row">
                {trait.name} <span class="count">{words.kinds[trait.kind]}</span>
              </th>
              <td>{number(trait.roleCount)}</td>
              <td>{weight(trait.weight)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{arithmetic.sum}</th>
            <td />
            <td>{weight(sharedWeight)}</td>
          </tr>
        </tfoot>
      </table>
      <p class="fine">{arithmetic.quotient(weight(sharedWeight), weight(totalWeight), percent(score))}</p>
      <p class="fine">
        {arithmetic.weighed(roleCount)} {neverToldApart ? arithmetic.neverToldApart : arithmetic.lines(lineCount)}{' '}
        <HelpLink about="ROLE_OVERLAP" />
      </p>
    </>
  );
}
