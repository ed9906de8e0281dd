import { number } from '../../words/format.ts';
import { words } from '../../words/words.ts';
import { useFocusAfter } from '../focus-after.ts';
import { InviteItem } from './invite-item.tsx';
import type { ShownPlan } from './plan-answer.tsx';
import { peopleOnSeveral } from './plan-facts.ts';

/** Who is invited, in the order of the plan. */
export function InvitesCard({ shown }: { readonly shown: ShownPlan }) {
  const { plan, details, team } = shown;
  const { edges } = details.invites;
  const more = plan.invites.length - edges.length;
  useFocusAfter('invites', details);
  return (
    <section class="card" aria-labelledby="invites">
      <div class="card-head">
        <h2 id="invites" tabIndex={-1}>
          {words.plan.invites}
        </h2>
        {edges.length > 0 && (
          <button
            type="button"
            class="button main-button"
            onClick={() => {
              window.print();
            }}
          >
            {words.plan.agenda.print}
          </button>
        )}
      </div>
      {edges.length === 0 && <p>{words.plan.nobody}</p>}
      {peopleOnSeveral(team, plan).map(({ name, seats }) => (
        <p key={name} class="fine">
          {words.plan.team.several(name, seats.map(number))}
        </p>
      ))}
      <ol class="invites">
        {edges.map((invite, position) => (
          <InviteItem key={invite.node.id} invite={invite} position={position} shown={shown} />
        ))}
      </ol>
      {more > 0 && <p class="fine">{words.plan.moreInvites(more)}</p>}
    </section>
  );
}
