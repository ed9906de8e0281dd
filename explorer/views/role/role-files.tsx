import { useAnswer } from '../../state/answers.ts';
import { serverAddress } from '../../state/location.ts';
import { filesAnswers } from '../../state/questions/role-questions.ts';
import { words } from '../../words/words.ts';
import { FailureNote } from '../failure-note.tsx';
import { Folded } from '../folded.tsx';

/** A role and its neighbours in the forms that other tools read. */
export function RoleFiles({ id }: { readonly id: string }) {
  return (
    <Folded class="card files" summary={<h2>{words.role.files}</h2>}>
      <FileList id={id} />
    </Folded>
  );
}

function FileList({ id }: { readonly id: string }) {
  const asked = useAnswer(filesAnswers, id);
  if (asked.status === 'FAILED') return <FailureNote failure={asked.failure} retry={asked.retry} />;
  if (asked.data === undefined) return <p aria-busy="true">{words.states.loading}</p>;
  if (asked.data.length === 0) return <p>{words.role.noFiles}</p>;
  return (
    <ul>
      {asked.data.map(({ format, name, readers, url }) => (
        <li key={format}>
          {/* The address begins with a slash, and the server may be under a path of a proxy. */}
          <a href={serverAddress(url.replace(/^\//, ''))}>{name}</a>{' '}
          <span class="fine">{words.role.readBy(readers)}</span>
        </li>
      ))}
    </ul>
  );
}
