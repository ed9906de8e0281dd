import { useState } from 'preact/hooks';
import type { TeamQuestion } from '../../state/address/team-address.ts';
import { useLabels } from '../../state/labels.ts';
import { Link } from '../../state/link.tsx';
import { openView } from '../../state/location.ts';
import type { Frame } from '../../state/questions/frame-questions.ts';
import { list } from '../../words/format.ts';
import { words } from '../../words/words.ts';
import { groupKinds } from '../../state/questions/search-questions.ts';
import { Finder } from '../search/finder.tsx';
import { teamView } from './team-head.tsx';

/** With more groups than this, chips are no overview any more, and groups are looked for. */
const mostChips = 12;

interface GroupChipsProps {
  readonly question: TeamQuestion;
  readonly frame: Frame | undefined;
  /** Whether the whole catalog can be asked about. */
  readonly hasEverything: boolean;
}

/** What a team is to cover, as chips that are links, and a field for groups that have no chip. */
export function GroupChips({ question, frame, hasEverything }: GroupChipsProps) {
  const labelOf = useLabels(question.of, frame);
  const groups = frame === undefined ? [] : [...frame.pillars, ...frame.organizationTypes];
  const shown = groups.length > mostChips ? [] : groups;
  const others = question.of.filter((id) => !shown.some((group) => group.id === id || group.name === id));
  const withGroups = (of: readonly string[]) => teamView(question, { of, who: null });
  const [isNarrow] = useState(() => window.matchMedia(narrow).matches);
  const chips = (
    <div class="filters group-chips" role="group" aria-label={words.team.groups}>
      {hasEverything && (
        <Link class="filter" to={withGroups([])} aria-current={question.of.length === 0 ? 'true' : undefined}>
          {words.team.everything}
        </Link>
      )}
      {shown.map(({ id, name }) => {
        const isOn = question.of.includes(id) || question.of.includes(name);
        const rest = question.of.filter((each) => each !== id && each !== name);
        return (
          <Link
            key={id}
            class="filter"
            to={withGroups(isOn ? rest : [...question.of, id])}
            aria-current={isOn ? 'true' : undefined}
          >
            {name}
          </Link>
        );
      })}
      {others.map((id) => (
        <Link
          key={id}
          class="filter"
          to={withGroups(question.of.filter((each) => each !== id))}
          aria-current="true"
          aria-label={words.team.removeGroup(labelOf(id))}
        >
          {labelOf(id)}
          <span aria-hidden="true"> ×</span>
        </Link>
      ))}
      <Finder
        isSmall
        label={words.team.addGroup}
        placeholder={words.team.addGroupPlaceholder}
        kinds={groupKinds}
        without={question.of}
        onChoose={({ node: { id } }) => {
          openView(withGroups([...question.of, id]));
        }}
      />
    </div>
  );
  if (!isNarrow) return chips;
  return (
    <details class="opens" open={question.of.length === 0 && !hasEverything}>
      <summary>
        {words.team.chosenGroups(
          question.of.length === 0
            ? hasEverything
              ? words.team.everything
              : words.team.nothingChosen
            : list(question.of.map(labelOf)),
        )}
      </summary>
      {chips}
    </details>
  );
}

/** Chips would fill narrower windows. */
const narrow = '(width < 600px)';
