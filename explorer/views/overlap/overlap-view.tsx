import { useEffect, useState } from 'preact/hooks';
import type { OverlapQuestion } from '../../state/address/overlap-address.ts';
import { Failure } from '../../state/failure.ts';
import type { Frame } from '../../state/questions/frame-questions.ts';
import { words } from '../../words/words.ts';
import { FailureNote } from '../failure-note.tsx';
import { usePageTitle } from '../page-title.ts';
import type { OverlapContent } from './overlap-content.tsx';

interface OverlapViewProps {
  readonly question: OverlapQuestion;
  readonly frame: Frame | undefined;
}

let loaded: { readonly OverlapContent: typeof OverlapContent } | undefined;

/** What groups or roles share. Its pictures are loaded when it is opened, so that the first view of the explorer stays small. */
export function OverlapView(props: OverlapViewProps) {
  const { module, hasFailed, retry } = useModule();
  usePageTitle(words.overlap.title);
  if (module !== undefined) return <module.OverlapContent {...props} />;
  return (
    <>
      <h1>{words.overlap.title}</h1>
      {hasFailed ? (
        <FailureNote failure={new Failure('UNREACHABLE', '', null)} retry={retry} />
      ) : (
        <p aria-busy="true">{words.states.loading}</p>
      )}
    </>
  );
}

function useModule() {
  const [module, setModule] = useState(loaded);
  const [attempt, setAttempt] = useState(0);
  const [hasFailed, setHasFailed] = useState(false);
  useEffect(() => {
    if (module !== undefined) return;
    setHasFailed(false);
    import('./overlap-content.tsx')
      .then((imported) => {
        loaded = imported;
        setModule(imported);
      })
      .catch(() => {
        setHasFailed(true);
      });
  }, [attempt]);
  const retry = () => {
    setAttempt((count) => count + 1);
  };
  return { module, hasFailed, retry };
}
