import { useAnswer } from '../../state/answers.ts';
import { Link } from '../../state/link.tsx';
import { viewOfNode } from '../../state/node-view.ts';
import { type Related, relatedAnswers } from '../../state/questions/role-questions.ts';
import { curly } from '../../words/curly.ts';
import { words } from '../../words/words.ts';
import { FailureNote } from '../failure-note.tsx';
import { FirstAndRest } from '../first-and-rest.tsx';

/** How many of a list are shown before it is unfolded. */
const mostShown = 8;

/** What the duties of a role are about, and what is often found with it, each with the reason. */
export function RelatedNodes({ id }: { readonly id: string }) {
  const asked = useAnswer(relatedAnswers, id);
  if (asked.status === 'FAILED') return <FailureNote failure={asked.failure} retry={asked.retry} />;
  const nodes = asked.data;
  const topics = nodes?.filter(({ relation }) => relation === 'TOPIC');
  const others = nodes?.filter(({ relation }) => relation === 'ASSOCIATION');
  return (
    <>
      {topics?.length !== 0 && (
        <section class="card" aria-labelledby="topics" aria-busy={topics === undefined}>
          <h2 id="topics">{words.role.topics}</h2>
          <RelatedList nodes={topics} hasKinds={false} />
        </section>
      )}
      <section class="card" aria-labelledby="together" aria-busy={others === undefined}>
        <h2 id="together">{words.role.together}</h2>
        {others?.length === 0 ? (
          <p>{words.role.noneRelated}</p>
        ) : (
          <>
            <RelatedList nodes={others} hasKinds />
            <p class="fine">{words.role.togetherExplained}</p>
          </>
        )}
      </section>
    </>
  );
}

interface RelatedListProps {
  /** Undefined while they are on their way. */
  readonly nodes: readonly Related[] | undefined;
  /** Whether they are of several kinds, which are then named. */
  readonly hasKinds: boolean;
}

function RelatedList({ nodes, hasKinds }: RelatedListProps) {
  if (nodes === undefined) return <p>{words.states.loading}</p>;
  return (
    <FirstAndRest items={nodes} most={mostShown} more={words.role.andMore}>
      {(some) => <RelatedItems nodes={some} hasKinds={hasKinds} />}
    </FirstAndRest>
  );
}

function RelatedItems({ nodes, hasKinds }: { readonly nodes: readonly Related[]; readonly hasKinds: boolean }) {
  return (
    <ul class="related">
      {nodes.map(({ kind, label, reason, node }) => (
        <li key={node.id} data-node={node.id}>
          <Link to={viewOfNode(node.id)}>{label}</Link>
          {hasKinds && <span class="count">{words.kinds[kind]}</span>}
          <details>
            <summary aria-label={words.role.reasonOf(label)}>{words.role.reason}</summary>
            <p class="fine">{curly(reason)}</p>
          </details>
        </li>
      ))}
    </ul>
  );
}
