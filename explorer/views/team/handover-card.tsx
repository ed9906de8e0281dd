import { noFilter } from '../../state/address/board-address.ts';
import { withNames } from '../../state/asked-team.ts';
import { Link } from '../../state/link.tsx';
import type { HandedOver, Leaving } from '../../state/questions/leave-questions.ts';
import type { Member } from '../../state/team.ts';
import { words } from '../../words/words.ts';
import { FoldedDuties } from './folded-duties.tsx';

const { leaves } = words.team;

/** What is lost, each duty with those who are closest to it. */
export function HandoverCard({ data, team }: { readonly data: Leaving; readonly team: readonly Member[] }) {
  const duties = data.handover.edges.map(({ node }) => node);
  return (
    <section class="card" aria-labelledby="handover">
      <h2 id="handover">{leaves.handover}</h2>
      {duties.length === 0 && <p>{leaves.nothingLost}</p>}
      <ul class="duty-list">
        {duties.map((duty) => (
          <li key={duty.responsibility.id}>
            <p class="duty-name">
              <Link to={{ name: 'BOARD', filter: { ...noFilter, performsAll: [duty.responsibility.id] } }}>
                {duty.responsibility.name}
              </Link>
            </p>
            <Successors duty={duty} team={team} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Who is closest to a duty, and why; the others open. */
function Successors({ duty, team }: { readonly duty: HandedOver; readonly team: readonly Member[] }) {
  const [first, ...others] = duty.successors;
  if (first === undefined) {
    return (
      <p>
        <strong>{leaves.noOne}</strong>
      </p>
    );
  }
  return (
    <>
      <p>{withNames(first.reason, team)}</p>
      {others.length > 0 && (
        <FoldedDuties
          summary={leaves.alsoClose(others.length)}
          duties={others.map(({ reason }) => withNames(reason, team))}
        />
      )}
    </>
  );
}
