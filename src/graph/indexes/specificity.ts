import { listAt, listLength } from '../../collections/lists.ts';
import { roleCount, roundScore, type Traits } from '../structure/overlap-arithmetic.ts';

/**
 * How special each role is, 0..1, rounded to 6 decimals: the mean information of its traits (responsibilities, categories,
 * pillars, organization types), as a part of the most that a trait can have. A trait that n of the N roles have has
 * -ln(n / N), the self-information of Shannon (1948), which as a weight of terms is the inverse document frequency of
 * Spärck Jones (1972); the most is ln N, of a trait that one role alone has.
 *
 * 0 is a role all of whose traits every role has, 1 one that shares none; 0 also for a role without traits and for the
 * only role there is. The mean and not the sum: a role is not special by being listed often.
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
