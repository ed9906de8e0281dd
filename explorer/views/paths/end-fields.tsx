import type { PathsQuestion } from '../../state/address/paths-address.ts';
import { Link } from '../../state/link.tsx';
import { openView } from '../../state/location.ts';
import type { Frame } from '../../state/questions/frame-questions.ts';
import { words } from '../../words/words.ts';
import { Finder } from '../search/finder.tsx';

interface EndFieldsProps {
  readonly question: PathsQuestion;
  /** What the ends are called; empty where none is chosen. */
  readonly labels: Readonly<Record<'from' | 'to', string>>;
  readonly frame: Frame | undefined;
}

/** The fields in which the two ends are chosen. */
export function EndFields({ question, labels, frame }: EndFieldsProps) {
  const open = (change: Partial<PathsQuestion>) => {
    openView({ name: 'PATHS', question: { ...question, ...change } });
  };
  return (
    <div class="ends" role="group" aria-label={words.paths.ends}>
      <Finder
        label={words.paths.from}
        isLabelShown
        placeholder={words.paths.placeholder}
        chosen={labels.from}
        frame={frame}
        onChoose={({ node }) => {
          open({ from: node.id });
        }}
      />
      <Link
        class="button swap-ends"
        to={{ name: 'PATHS', question: { ...question, from: question.to, to: question.from } }}
        aria-label={words.paths.swap}
        title={words.paths.swap}
      >
        <span aria-hidden="true">⇄</span>
      </Link>
      <Finder
        label={words.paths.to}
        isLabelShown
        placeholder={words.paths.placeholder}
        chosen={labels.to}
        frame={frame}
        onChoose={({ node }) => {
          open({ to: node.id });
        }}
      />
    </div>
  );
}
