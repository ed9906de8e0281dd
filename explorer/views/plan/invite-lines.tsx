import { Link } from '../../state/link.tsx';
import { viewOfNode } from '../../state/node-view.ts';
import type { InviteLine } from '../../state/questions/plan-questions.ts';
import { words } from '../../words/words.ts';
import { LineWords } from '../evidence/line-words.tsx';

interface InviteLinesProps {
  readonly lines: readonly InviteLine[];
  /** What the role that they name is called. */
  readonly role: string;
  /** The ids of the duties that nobody else invited does. */
  readonly only: readonly string[];
}

/** The lines that say what a role does: its duties, where it says so, and in which words. */
export function InviteLines({ lines, role, only }: InviteLinesProps) {
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
          <LineWords line={line} role={role} />
        </li>
      ))}
    </ul>
  );
}
