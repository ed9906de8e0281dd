import type { PathsQuestion } from '../../state/address/paths-address.ts';
import type { Frame } from '../../state/questions/frame-questions.ts';
import { words } from '../../words/words.ts';
import { usePageTitle } from '../page-title.ts';

interface PathsViewProps {
  readonly question: PathsQuestion;
  readonly frame: Frame | undefined;
}

/** What connects two things. */
export function PathsView(_: PathsViewProps) {
  usePageTitle(words.paths.title);
  return <h1>{words.paths.title}</h1>;
}
