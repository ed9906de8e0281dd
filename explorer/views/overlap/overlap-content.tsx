import type { OverlapQuestion } from '../../state/address/overlap-address.ts';
import type { Frame } from '../../state/questions/frame-questions.ts';
import { KindView } from './kind-view.tsx';
import { SideBySideView } from './side-by-side-view.tsx';

interface OverlapContentProps {
  readonly question: OverlapQuestion;
  readonly frame: Frame | undefined;
}

/** All groups of a kind, or two to six groups or roles side by side. */
export function OverlapContent({ question, frame }: OverlapContentProps) {
  return question.of.length > 0 || question.kind === 'CHOICE' ? (
    <SideBySideView question={question} frame={frame} />
  ) : (
    <KindView question={question} frame={frame} />
  );
}
