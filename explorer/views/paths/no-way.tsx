import { mostSteps } from '../../state/address/paths-address.ts';
import { useAnswer } from '../../state/answers.ts';
import { Link } from '../../state/link.tsx';
import { viewOfNode } from '../../state/node-view.ts';
import type { NamedNode } from '../../state/questions/name-questions.ts';
import { type PathsAnswer, nearestAnswers } from '../../state/questions/paths-questions.ts';
import { curly } from '../../words/curly.ts';
import { words } from '../../words/words.ts';

interface NoWayProps {
  readonly answer: PathsAnswer;
  readonly ends: readonly [from: NamedNode, to: NamedNode];
}

/** For two ends without a way that can be shown: why, and what is nearest to each of them. */
export function NoWay({ answer: { evidence, picture }, ends }: NoWayProps) {
  const { lengthThroughAny } = evidence;
  return (
    <div class="note">
      {lengthThroughAny !== null && lengthThroughAny > mostSteps && (
        <p>{words.paths.tooLong(lengthThroughAny, mostSteps)}</p>
      )}
      {lengthThroughAny === null && !picture.isGivenUp && <p>{words.paths.nothingConnects}</p>}
      {ends.map((end) => (
        <Nearest key={end.id} end={end} />
      ))}
    </div>
  );
}

function Nearest({ end: { id, label } }: { readonly end: NamedNode }) {
  const asked = useAnswer(nearestAnswers, id);
  if (asked.status === 'FAILED') return null;
  return (
    <div class="nearest" aria-busy={asked.data === undefined}>
      <h2>{words.paths.nearest(label)}</h2>
      {asked.data?.length === 0 && <p>{words.paths.nothingNear}</p>}
      <ul>
        {asked.data?.map((near) => (
          <li key={near.id}>
            <Link to={viewOfNode(near.id)}>{near.label}</Link>
            <p class="fine">{curly(near.reason)}</p>
          </li>
        ))}
      </ul>
    </div>
  );
}
