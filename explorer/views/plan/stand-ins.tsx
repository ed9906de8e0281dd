import type { ComponentChildren } from 'preact';
import { Link } from '../../state/link.tsx';
import type { InviteDetails } from '../../state/questions/plan-questions.ts';
import { list } from '../../words/format.ts';
import { words } from '../../words/words.ts';
import type { ShownPlan } from './plan-answer.tsx';
import { nobodyForSeat, purposeOf, standInsOf, unitOf, type StandIn } from './plan-facts.ts';

const own = words.plan.standIns;

interface StandInsProps {
  readonly invite: InviteDetails;
  /** From 0. */
  readonly position: number;
  readonly shown: ShownPlan;
}

/** Who could take a seat: first those with whom nothing is lost, then what others who cover as much do not do. */
export function StandIns({ invite, position, shown }: StandInsProps) {
  const { plan } = shown;
  const standIns = standInsOf(invite);
  if (standIns.length === 0) return <p class="fine">{nobodyText({ invite, position, shown })}</p>;
  const count = invite.exclusiveResponsibilities.totalCount;
  const full = standIns.filter(({ lostCount }) => lostCount === 0);
  const some = standIns.filter(({ lostCount }) => lostCount > 0 && lostCount < count);
  const none = standIns.filter(({ lostCount }) => lostCount > 0 && lostCount === count);
  // The most alike come first, so that those who are not named are like the last ones.
  const more = invite.alternates.totalCount - standIns.length;
  const last = [none, some, full].find(({ length }) => length > 0);
  const moreOf = (group: readonly StandIn[]) => (group === last ? more : 0);
  const items = unitOf(plan, purposeOf(plan, position).length);
  return (
    <>
      <p class="fine">
        {own.withoutLoss}: {full.length === 0 ? own.nobody : <Names standIns={full} more={moreOf(full)} />}
      </p>
      {some.length > 0 && (
        <p class="fine">
          {own.some(some.length + moreOf(some), items, count)}:{' '}
          <Names standIns={some} more={moreOf(some)}>
            {({ lost, lostCount }) => (
              <span title={words.plan.change.lost(list(lost))}> {own.does(count - lostCount, count)}</span>
            )}
          </Names>
        </p>
      )}
      {none.length > 0 && (
        <p class="fine">
          {own.none(none.length + moreOf(none), items, count)}: <Names standIns={none} more={moreOf(none)} />
        </p>
      )}
    </>
  );
}

function nobodyText({ invite, position, shown: { plan, request } }: StandInsProps): string {
  const nobody =
    request.among !== null ? own.ours : request.question.without.length > 0 ? own.anybodyInvitable : own.anybody;
  const seat = nobodyForSeat(plan, position, invite);
  switch (seat.is) {
    case 'FOR_ITEMS':
      return own.noneCovers(nobody, seat.items.length, unitOf(plan, seat.items.length), list(seat.items));
    case 'FOR_DUTIES':
      return own.noneDoes(nobody, seat.count);
    case 'NOT_NEEDED':
      return own.noNeed(seat.count);
  }
}

interface NamesProps {
  readonly standIns: readonly StandIn[];
  /** How many there are besides. */
  readonly more: number;
  /** What stands behind a name. */
  readonly children?: (standIn: StandIn) => ComponentChildren;
}

function Names({ standIns, more, children }: NamesProps) {
  return (
    <>
      {standIns.map((standIn, index) => (
        <span key={standIn.id}>
          {index > 0 && '; '}
          <Link to={{ name: 'ROLE', slug: standIn.slug }}>{standIn.label}</Link>
          {children?.(standIn)}
        </span>
      ))}
      {more > 0 && ` ${words.plan.moreStandIns(more)}`}
    </>
  );
}
