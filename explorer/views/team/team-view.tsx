import type { TeamQuestion } from '../../state/address/team-address.ts';
import type { Frame } from '../../state/questions/frame-questions.ts';
import { words } from '../../words/words.ts';
import { usePageTitle } from '../page-title.ts';

interface TeamViewProps {
  readonly question: TeamQuestion;
  readonly frame: Frame | undefined;
}

/** The team, what it covers, and what it leaves open. */
export function TeamView(_: TeamViewProps) {
  usePageTitle(words.team.title);
  return <h1>{words.team.title}</h1>;
}
