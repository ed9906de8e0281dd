import { SignatureCells } from '../../pictures/signature-cells.tsx';
import { useAnswer } from '../../state/answers.ts';
import { Link } from '../../state/link.tsx';
import { viewOfNode } from '../../state/node-view.ts';
import type { Frame } from '../../state/questions/frame-questions.ts';
import { type AloneRole, type AloneRoles, aloneAnswers } from '../../state/questions/plan-questions.ts';
import { signatureIn } from '../../state/signatures.ts';
import { list } from '../../words/format.ts';
import { words } from '../../words/words.ts';
import { nameOfDuty } from './plan-facts.ts';
import { FailureNote } from '../failure-note.tsx';
import { useFirstOf } from '../first-of.ts';
import { aloneAnchor } from '../plan-anchors.ts';
import { useScrolledTo } from '../scrolled-to.ts';
import { ShowMore } from '../show-more.tsx';

/** How many roles are shown at first, and how many duties of each. */
const mostAtFirst = 8;
const mostDuties = 3;

interface AloneCardProps {
  /** The ids of the groups; the whole catalog if there are none. */
  readonly groups: readonly string[];
  readonly labels: readonly string[];
  readonly frame: Frame | undefined;
  /** The ids of the roles that are invited. */
  readonly invited: readonly string[];
}

/** Which roles alone do something in the chosen groups: what hangs on one. */
export function AloneCard({ groups, labels, frame, invited }: AloneCardProps) {
  const asked = useAnswer(aloneAnswers, groups);
  const heading = useScrolledTo(aloneAnchor, asked.status !== 'LOADING' && frame !== undefined);
  return (
    <section class="card alone" aria-labelledby={aloneAnchor}>
      <h2 id={aloneAnchor} ref={heading} tabIndex={-1}>
        {words.plan.alone.title}
      </h2>
      {asked.status === 'FAILED' ? (
        <FailureNote failure={asked.failure} retry={asked.retry} />
      ) : asked.data === undefined ? (
        <p aria-busy="true">{words.states.loading}</p>
      ) : (
        <Roles roles={asked.data} labels={labels} frame={frame} invited={invited} />
      )}
    </section>
  );
}

interface RolesProps extends Omit<AloneCardProps, 'groups'> {
  readonly roles: AloneRoles;
}

function Roles({ roles: { totalCount, nodes }, labels, frame, invited }: RolesProps) {
  const { shown, more, showAll } = useFirstOf(nodes, nodes.slice(0, mostAtFirst));
  return (
    <>
      <p>{sentence(totalCount, labels)}</p>
      <ul class="covered">
        {shown.map((node) => (
          <Alone key={node.roles[0]?.id} alone={node} labels={labels} frame={frame} invited={invited} />
        ))}
      </ul>
      {more > 0 && <ShowMore label={words.plan.showAll(more)} show={showAll} />}
      {more === 0 && totalCount > nodes.length && (
        <p class="fine">{words.plan.moreStandIns(totalCount - nodes.length)}</p>
      )}
      {totalCount > 0 && <p class="fine">{words.plan.alone.note}</p>}
    </>
  );
}

function sentence(count: number, labels: readonly string[]): string {
  const { none, noneAtAll, some, someAtAll } = words.plan.alone;
  if (labels.length === 0) return count === 0 ? noneAtAll : someAtAll(count);
  return count === 0 ? none(list(labels)) : some(count, list(labels));
}

interface AloneProps extends Omit<AloneCardProps, 'groups'> {
  readonly alone: AloneRole;
}

function Alone({ alone: { roles, items }, labels, frame, invited }: AloneProps) {
  // A catalog without duties has only headings.
  const hasDuties = items.responsibilities.totalCount > 0;
  const { edges, totalCount } = hasDuties ? items.responsibilities : items.categories;
  const { shown, more, showAll } = useFirstOf(edges, edges.slice(0, mostDuties));
  const [role] = roles;
  if (role === undefined) return null;
  return (
    <li>
      <div class="covered-item">
        <span>
          <Link to={{ name: 'ROLE', slug: role.slug }} data-node={role.id}>
            {role.label}
          </Link>{' '}
          {frame !== undefined && <SignatureCells {...signatureIn(frame, role.pillars)} />}
        </span>
        <span class="fine alone-count">
          {invited.includes(role.id) && `${words.plan.alone.invited} · `}
          {hasDuties ? words.plan.alone.count(totalCount) : words.plan.alone.countHeadings(totalCount)}
        </span>
      </div>
      <p class="fine">
        {shown.map(({ label, group, node }, index) => (
          <span key={`${node.id} ${index}`}>
            {index > 0 && '; '}
            <Link to={viewOfNode(node.id)}>
              {nameOfDuty({ label, group: node.id.startsWith('category:') ? null : group }, { groups: labels })}
            </Link>
          </span>
        ))}
        {more > 0 && (
          <>
            {'; '}
            <ShowMore isInText label={words.plan.more(totalCount - shown.length)} show={showAll} />
          </>
        )}
      </p>
    </li>
  );
}
