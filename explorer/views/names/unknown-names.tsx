import type { ComponentChildren } from 'preact';
import { useAnswer } from '../../state/answers.ts';
import { namesOf, withOtherName } from '../../state/address/names.ts';
import { Link } from '../../state/link.tsx';
import { useView } from '../../state/location.ts';
import { unknownNameAnswers } from '../../state/questions/name-questions.ts';
import { words } from '../../words/words.ts';
import { UnknownNameNote } from './unknown-name-note.tsx';

/**
 * For an address that the server refuses: each name in it that the catalog does not have, with those that are probably meant.
 *
 * @param props.children what is shown if all names are known.
 */
export function UnknownNames({ children }: { readonly children: ComponentChildren }) {
  const view = useView();
  const names = namesOf(view);
  const asked = useAnswer(unknownNameAnswers, names.length === 0 ? null : names);
  if (names.length > 0 && asked.status === 'LOADING') return <p aria-busy="true">{words.states.loading}</p>;
  const unknown = asked.status === 'READY' ? asked.data : [];
  if (unknown.length === 0) return <>{children}</>;
  return (
    <>
      {unknown.map((name) => (
        <UnknownNameNote key={name.given} name={name} viewWith={(id) => withOtherName(view, name.given, id)}>
          <p>
            <Link to={withOtherName(view, name.given, null)} class="text-link">
              {words.unknownName.without(name.given)}
            </Link>
          </p>
        </UnknownNameNote>
      ))}
    </>
  );
}
