import { withNames } from '../../state/asked-team.ts';
import type { Leaving } from '../../state/questions/leave-questions.ts';
import type { Member } from '../../state/team.ts';
import { words } from '../../words/words.ts';
import { Additions } from './additions.tsx';
import { FoldedDuties } from './folded-duties.tsx';
import { closestPeople } from './leave-lists.ts';

const { leaves } = words.team;

/** Who is closest to most, which roles would help, and what else changes. */
export function LeavesSide({ data, team }: { readonly data: Leaving; readonly team: readonly Member[] }) {
  const { hires, lost, newlySingle } = data;
  const closest = closestPeople(data, team);
  return (
    <div class="team-side">
      {closest.length > 0 && (
        <section class="card" aria-labelledby="closest">
          <h2 id="closest">{leaves.byPerson}</h2>
          <ul class="rows">
            {closest.map(({ name, duties }) => (
              <li key={name}>
                <span>{name}</span>
                <FoldedDuties summary={words.team.duty(duties.length)} duties={duties} />
              </li>
            ))}
          </ul>
        </section>
      )}
      <Additions
        id="hires"
        title={leaves.hires}
        none={leaves.noHires}
        additions={hires.nodes}
        summary={words.team.duty}
      />
      {lost.categories.nodes.length > 0 && (
        <section class="card" aria-labelledby="lost-headings">
          <h2 id="lost-headings">{leaves.headings}</h2>
          <ul class="rows">
            {lost.categories.nodes.map(({ label }) => (
              <li key={label}>{label}</li>
            ))}
          </ul>
        </section>
      )}
      {newlySingle.responsibilities.totalCount > 0 && (
        <section class="card" aria-labelledby="newly-single">
          <h2 id="newly-single">{leaves.newlySingle}</h2>
          <ul class="rows">
            {newlySingle.responsibilities.edges.map(({ label, people, node }) => (
              <li key={node.id}>
                <span>{label}</span>
                <span class="fine">{people.map(({ name }) => withNames(name, team)).join(', ')}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
