import { noFilter } from '../../state/address/board-address.ts';
import type { TeamQuestion } from '../../state/address/team-address.ts';
import { Link } from '../../state/link.tsx';
import type { Cover } from '../../state/questions/cover-questions.ts';
import type { Member } from '../../state/team.ts';
import { words } from '../../words/words.ts';
import { Additions } from './additions.tsx';
import { hangingOn, namesOf } from './cover-lists.ts';
import { teamView } from './team-head.tsx';

const { covers } = words.team;

interface CoversSideProps {
  readonly question: TeamQuestion;
  readonly cover: Cover;
  readonly team: readonly Member[];
}

/** What hangs on whom, who would add most, and how much of each group is done. */
export function CoversSide({ question, cover, team }: CoversSideProps) {
  const hanging = hangingOn(cover);
  return (
    <div class="team-side">
      <section class="card" aria-labelledby="hanging">
        <h2 id="hanging">{covers.hangs}</h2>
        {hanging.length === 0 ? (
          <p>{covers.hangsNone}</p>
        ) : (
          <ol class="rows">
            {hanging.map(({ person, count }) => {
              const [name = ''] = namesOf([person], team);
              return (
                <li key={person}>
                  <span>
                    <Link
                      to={teamView(question, { list: 'ONE', who: person + 1 })}
                      aria-current={question.who === person + 1 ? 'true' : undefined}
                    >
                      {name}
                    </Link>{' '}
                    <span class="fine">{covers.alone(count)}</span>
                  </span>
                  <Link class="fine" to={teamView(question, { part: 'LEAVES', leave: [person + 1] })}>
                    {covers.without(name)}
                  </Link>
                </li>
              );
            })}
          </ol>
        )}
      </section>
      <Additions
        id="additions"
        title={covers.adds}
        none={covers.addsNone}
        additions={cover.additions}
        summary={covers.add}
      />
      <GroupShares question={question} cover={cover} />
      {cover.headings.length > 0 && (
        <section class="card" aria-labelledby="headings">
          <h2 id="headings">{covers.headings(cover.headings.length)}</h2>
          <ul class="rows">
            {cover.headings.map(({ id, label }) => (
              <li key={id}>
                <Link to={{ name: 'BOARD', filter: { ...noFilter, inAll: [id] } }}>{label}</Link>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

/** A bar for each group: how many of its duties somebody does. */
function GroupShares({ question, cover: { groups } }: Omit<CoversSideProps, 'team'>) {
  if (groups.length < 2) return null;
  return (
    <section class="card" aria-labelledby="shares">
      <h2 id="shares">{covers.groups}</h2>
      <ul class="rows">
        {groups.map(({ group, covered, uncovered }) => {
          const done = covered.responsibilities.totalCount;
          const all = done + uncovered.responsibilities.totalCount;
          return (
            <li key={group.id}>
              <Link to={teamView(question, { of: [group.id], who: null })}>{group.label}</Link>
              <span class="group-share">
                <meter class="bar" value={all === 0 ? 0 : done / all} aria-label={group.label} />
                <span class="fine">{covers.groupShare(done, all)}</span>
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
