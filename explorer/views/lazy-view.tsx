import type { ComponentChild } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { whyNotLoaded } from '../state/ask.ts';
import type { Failure } from '../state/failure.ts';
import { words } from '../words/words.ts';
import { FailureNote } from './failure-note.tsx';
import { usePageTitle } from './page-title.ts';

type Component<Props> = (props: Props) => ComponentChild;

/**
 * A view that is loaded when it is first opened, so that the first view of the explorer stays small.
 *
 * @param title what its heading says until then.
 */
export function lazyView<Props extends object>(title: string, load: () => Promise<Component<Props>>): Component<Props> {
  let loaded: Component<Props> | undefined;
  return function LazyView(props) {
    const [View, setView] = useState(() => loaded);
    const [failure, setFailure] = useState<Failure | undefined>(undefined);
    useEffect(() => {
      if (loaded !== undefined) return;
      load()
        .then((component) => {
          loaded = component;
          setView(() => component);
        })
        .catch(async () => {
          setFailure(await whyNotLoaded());
        });
    }, []);
    return View === undefined ? <Loading title={title} failure={failure} /> : <View {...props} />;
  };
}

function Loading({ title, failure }: { readonly title: string; readonly failure: Failure | undefined }) {
  usePageTitle(title);
  return (
    <>
      <h1>{title}</h1>
      {failure !== undefined ? (
        <FailureNote
          failure={failure}
          retry={() => {
            // Browsers remember that a file could not be loaded, and a newer server has files of other names.
            window.location.reload();
          }}
        />
      ) : (
        <p class="lead" aria-busy="true">
          {words.states.loading}
        </p>
      )}
    </>
  );
}
