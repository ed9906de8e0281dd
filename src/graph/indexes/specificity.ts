import { listAt, listLength } from '../../collections/lists.ts';
import { roleCount, roundScore, type Traits } from '../structure/overlap-arithmetic.ts';

/**
 * How specific each role is, 0..1, rounded to 6 decimals: the mean information of its traits (responsibilities, categories,
 * pillars, organization types), divided by the greatest information that a trait can have. The information of a trait that
 * n of the N roles have is -ln(n / N), the self-information of Shannon (1948). As a weight of terms it is known as the
 * inverse document frequency of Spärck Jones (1972). The greatest is ln N, of a trait that a single role has.
 *
 * A role has 0 if every role has all its traits, and 1 if it shares none of them. A role without traits has 0, and so has
 * the only role of a catalog. It is the mean and not the sum, so that a role is not specific because it is listed often.
 */
export function specificitiesOf(traits: Traits): Float64Array {
  const roles = roleCount(traits);
  const informations = Float64Array.from(traits.weights, (_, trait) =>
    Math.log(roles / Math.max(1, listLength(traits.holders, trait))),
  );
  return Float64Array.from({ length: roles }, (_, role) => {
    const own = listAt(traits.ofRole, role);
    const most = own.length * Math.log(roles);
    return most === 0 ? 0 : roundScore(own.reduce((sum, trait) => sum + (informations[trait] ?? 0), 0) / most);
  });
}
