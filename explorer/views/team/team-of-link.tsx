import { useEffect, useState } from 'preact/hooks';
import { keepTeam, type Member, storedTeam } from '../../state/team.ts';
import { hasTeam, teamInFragment } from '../../state/team-link.ts';
import { words } from '../../words/words.ts';

const { link, list } = words.team;

type Brought =
  | { readonly status: 'NONE' }
  | { readonly status: 'BAD' }
  /** There is another team, which is not replaced before somebody says so. */
  | { readonly status: 'ASKS'; readonly team: readonly Member[] }
  | { readonly status: 'TAKEN'; readonly team: readonly Member[]; readonly before: readonly Member[] };

/** Takes the team that a link brings in its fragment. It asks first if that would replace another one. */
export function TeamOfLink() {
  const [brought, setBrought] = useState<Brought>({ status: 'NONE' });
  const take = (team: readonly Member[]) => {
    const before = storedTeam();
    keepTeam(team);
    setBrought({ status: 'TAKEN', team, before });
  };
  useEffect(() => {
    const look = async () => {
      const { hash, pathname, search } = window.location;
      if (!hasTeam(hash)) return;
      // The address is of the view alone again, so that it can be sent without the team.
      window.history.replaceState(null, '', pathname + search);
      const team = await teamInFragment(hash);
      const own = storedTeam();
      if (team === null) setBrought({ status: 'BAD' });
      else if (own.length === 0) take(team);
      else if (JSON.stringify(own) !== JSON.stringify(team)) setBrought({ status: 'ASKS', team });
    };
    const lookNow = () => void look();
    lookNow();
    window.addEventListener('hashchange', lookNow);
    return () => {
      window.removeEventListener('hashchange', lookNow);
    };
  }, []);
  if (brought.status === 'NONE') return null;
  if (brought.status === 'BAD') return <p class="notice">{link.bad}</p>;
  const end = () => {
    setBrought({ status: 'NONE' });
  };
  if (brought.status === 'TAKEN') {
    return (
      <p class="notice">
        {link.taken(brought.team.length)}
        <button
          type="button"
          class="button"
          onClick={() => {
            keepTeam(brought.before);
            end();
          }}
        >
          {list.undo}
        </button>
        <button type="button" class="button" onClick={end}>
          {link.close}
        </button>
      </p>
    );
  }
  return (
    <p class="notice">
      {link.ask(brought.team.length, storedTeam().length)}
      <button
        type="button"
        class="button"
        onClick={() => {
          take(brought.team);
        }}
      >
        {link.replace}
      </button>
      <button type="button" class="button" onClick={end}>
        {link.keep}
      </button>
    </p>
  );
}
