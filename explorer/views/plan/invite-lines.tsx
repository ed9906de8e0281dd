import { Link } from '../../state/link.tsx';
import { viewOfNode } from '../../state/node-view.ts';
import type { InviteLine } from '../../state/questions/plan-questions.ts';
import { words } from '../../words/words.ts';
import { placeOf } from './plan-facts.ts';

interface InviteLinesProps {
  readonly lines: readonly InviteLine[];
  /** The ids of the duties that nobody else invited does. */
  readonly only: readonly string[];
}

/** The lines that say what a role does: its duties, where it says so, and in which words. */
export function InviteLines({ lines, only }: InviteLinesProps) {
  return (
    <ul class="invite-lines">
      {lines.map((line) => (
        <li key={line.id}>
          <h4>{line.category.name}</h4>
          {line.responsibilities.length === 0 && <p class="fine">{words.plan.noDuties}</p>}
          <ul class="duties">
            {line.responsibilities.map(({ id, name }) => (
              <li key={id} class={only.includes(id) ? 'only' : undefined}>
                <Link to={viewOfNode(id)}>{name}</Link>
              </li>
            ))}
          </ul>
          <Source line={line} />
        </li>
      ))}
    </ul>
  );
}

function Source({ line }: { readonly line: InviteLine }) {
  const place = placeOf(line);
  const { source } = line;
  if (place === null || source === null) return <p class="fine">{words.evidence.none}</p>;
  return (
    <p class="fine source">
      {source.url === null ? (
        <span title={source.source.title}>{place}</span>
      ) : (
        <a href={source.url} title={source.source.title} rel="noreferrer">
          {place}
        </a>
      )}
      {source.quote !== null && <q>{source.quote}</q>}
    </p>
  );
}
