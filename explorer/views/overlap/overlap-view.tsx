import type { OverlapQuestion } from '../../state/address/overlap-address.ts';
import type { Frame } from '../../state/questions/frame-questions.ts';
import { words } from '../../words/words.ts';
import { usePageTitle } from '../page-title.ts';

interface OverlapViewProps {
  readonly question: OverlapQuestion;
  readonly frame: Frame | undefined;
}

/** What groups share: which roles stand in two of them, and in which combinations. */
export function OverlapView(_: OverlapViewProps) {
  usePageTitle(words.overlap.title);
  return <h1>{words.overlap.title}</h1>;
}
