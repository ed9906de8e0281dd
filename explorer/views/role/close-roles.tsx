import { SignatureCells } from '../../pictures/signature-cells.tsx';
import { Link } from '../../state/link.tsx';
import { useOurs } from '../../state/ours.ts';
import type { Frame } from '../../state/questions/frame-questions.ts';
import { type CloseRole, mostCloseRoles, type RoleDetails } from '../../state/questions/role-questions.ts';
import { signatureIn } from '../../state/signatures.ts';
import { list } from '../../words/format.ts';
import { words } from '../../words/words.ts';
import { fewOf } from '../first-of.ts';
import { HelpLink } from '../help-link.tsx';
import { ShowMore } from '../show-more.tsx';
import { Arithmetic } from './arithmetic.tsx';
import { Share } from './share.tsx';

/** The most names that a line lists, if there are at least two more. */
const mostNamed = 3;

interface CloseRolesProps {
  readonly role: RoleDetails;
  readonly frame: Frame | undefined;
  /** Shows more of them; not given if more are not shown. */
  readonly showMore: (() => void) | undefined;
}

/** The roles that share most with a role, each with what it is and how it is counted. */
export function CloseRoles({ role, frame, showMore }: CloseRolesProps) {
  const ours = useOurs();
  const { edges, totalCount } = role.overlaps;
  if (edges.length === 0) {
    return (
      <p>
        {words.role.noneClose} <HelpLink about="NO_OVERLAP" />
      </p>
    );
  }
  const rest = totalCount - edges.length;
  return (
    <>
      <ol class="close-roles">
        {edges.map((close) => (
          <li key={close.node.id} data-node={close.node.id}>
            <div class="close-role">
              <Link to={{ name: 'ROLE', slug: close.node.slug }}>{close.node.label}</Link>
              {frame !== undefined && <SignatureCells {...signatureIn(frame, close.node.pillars)} />}
              <Share score={close.overlap.score} />
            </div>
            {ours(close.node.id).length > 0 && <p class="ours">{list(ours(close.node.id))}</p>}
            <p class="fine">{sharedInWords(close)}</p>
            <div class="of-pair">
              <Link
                to={{ name: 'OVERLAP', question: { of: [role.id, close.node.id] } }}
                aria-label={words.role.whyOf(role.label, close.node.label)}
              >
                {words.role.why}
              </Link>
              <Arithmetic role={close} roleCount={role.roleCount} />
            </div>
          </li>
        ))}
      </ol>
      {showMore !== undefined && rest > 0 && (
        <ShowMore label={words.role.showMore(Math.min(rest, mostCloseRoles - edges.length))} show={showMore} />
      )}
      {showMore === undefined && rest > 0 && <p class="fine">{words.role.shareLess(rest)}</p>}
      <p class="fine">{words.role.barsExplained}</p>
    </>
  );
}

function sharedInWords({ overlap: { sharedResponsibilities, sharedCategories } }: CloseRole): string {
  const named = (names: readonly string[]) => {
    const few = fewOf(names, mostNamed);
    const others = names.length - few.length;
    return list(others > 0 ? [...few, words.role.others(others)] : names);
  };
  if (sharedResponsibilities.length > 0)
    return words.role.bothDo(named(sharedResponsibilities.map(({ name }) => name)));
  return words.role.bothStandIn(named(sharedCategories.map(({ label }) => label)));
}
