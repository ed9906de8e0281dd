import type { PlanData } from '../../../src/drawing/plan/plan-data.ts';
import { dutiesSentence, planTitle, qualitySentence, seatsSentence } from '../../../src/drawing/plan/plan-sentences.ts';
import { spelledNumberOf } from '../../../src/text/spelled-number.ts';
import type { Member } from '../../state/team.ts';
import { words } from '../../words/words.ts';
import { fewestPeople } from './plan-facts.ts';

/** The plan as a sentence, e.g. "Security review: six people cover all six headings". */
export function titleOf(plan: PlanData, team: readonly Member[] | null): string {
  if (team === null) return planTitle(plan);
  const needed = fewestPeople(
    team,
    plan.invites.filter(({ seat }) => seat !== 'SPARE'),
  );
  const invited = fewestPeople(team, plan.invites);
  return planTitle(plan, { needed: needed.length, invited: Math.max(needed.length, invited.length) });
}

/**
 * How good the plan is.
 *
 * @param team whose roles alone may be invited; null if any may. Its plan has the fewest roles, which is not the fewest people, where
 *   people have several roles.
 */
export function leadOf(plan: PlanData, team: readonly Member[] | null): string {
  if (plan.invites.length === 0) return '';
  const { roles, fewest } = words.plan.team;
  const quality =
    team === null
      ? [qualitySentence(plan)]
      : [
          plan.size === 0 ? '' : roles(spelledNumberOf(plan.size, 'role', 'roles')),
          plan.size > 0 && plan.optimal && plan.invites.every(({ seat }) => seat !== 'REQUIRED') ? fewest : '',
        ];
  const sentences = [...quality, seatsSentence(plan), dutiesSentence(plan)];
  return sentences.filter((sentence) => sentence !== '').join(' ');
}
