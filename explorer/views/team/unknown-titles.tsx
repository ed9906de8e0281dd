import { hasLetterOrDigit } from '../../../src/graph/search/searchable-text.ts';
import { useAnswer } from '../../state/answers.ts';
import { closeRoleAnswers } from '../../state/questions/title-questions.ts';
import { keepTeam, type Member } from '../../state/team.ts';
import { list } from '../../words/format.ts';
import { words } from '../../words/words.ts';
import { roleKind } from '../../state/questions/search-questions.ts';
import { Finder } from '../search/finder.tsx';

const { unknown: text } = words.team;

const headingId = 'unknown';

/** Leads to the question what unknown titles mean: on a phone, it is far above what was just done. */
export function showUnknownTitles(): void {
  const heading = document.getElementById(headingId);
  heading?.focus({ preventScroll: true });
  heading?.scrollIntoView({ block: 'start' });
}

/** Titles that the catalog does not have, each with the roles that come closest, to choose from. */
export function UnknownTitles({ team }: { readonly team: readonly Member[] }) {
  const titles = new Map<string, string[]>();
  for (const { name, unknown = [] } of team) {
    for (const title of unknown) titles.set(title, [...(titles.get(title) ?? []), name]);
  }
  if (titles.size === 0) return null;
  return (
    <section class="card unknown" aria-labelledby={headingId}>
      <h2 id={headingId} tabIndex={-1}>
        {text.title(titles.size)}
      </h2>
      <ul>
        {[...titles].map(([title, names]) => (
          <li key={title}>
            <p>
              <strong>{title}</strong> <span class="fine">{text.of(list(names))}</span>
            </p>
            <Meanings title={title} team={team} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Meanings({ title, team }: { readonly title: string; readonly team: readonly Member[] }) {
  const isText = hasLetterOrDigit(title);
  const asked = useAnswer(closeRoleAnswers, isText ? title : null);
  const close = isText && asked.status === 'READY' ? asked.data : [];
  const decide = (role: string | null) => {
    keepTeam(team.map((member) => decided(member, title, role)));
  };
  return (
    <div class="filters">
      {isText && asked.status === 'READY' && close.length === 0 && <span class="fine">{text.nothingClose}</span>}
      {close.map(({ id, label }) => (
        <button
          key={id}
          type="button"
          class="filter"
          aria-label={text.choose(title, label)}
          onClick={() => {
            decide(id);
          }}
        >
          {label}
        </button>
      ))}
      <Finder
        isSmall
        label={text.choose(title, text.other)}
        placeholder={text.other}
        kinds={roleKind}
        onChoose={({ node: { id } }) => {
          decide(id);
        }}
      />
      <button
        type="button"
        class="filter"
        aria-label={text.leaveOutTitle(title)}
        onClick={() => {
          decide(null);
        }}
      >
        {text.leaveOut}
      </button>
    </div>
  );
}

/** Somebody with a role in place of a title, or without the title. */
function decided(member: Member, title: string, role: string | null): Member {
  const { roles, unknown = [] } = member;
  if (!unknown.includes(title)) return member;
  return {
    ...member,
    roles: role === null ? roles : [...roles, role],
    unknown: unknown.filter((each) => each !== title),
  };
}
