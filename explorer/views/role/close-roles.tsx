import { SignatureCells } from '../../pictures/signature-cells.tsx';
import { Link } from '../../state/link.tsx';
import type { Frame } from '../../state/questions/frame-questions.ts';
import type { CloseRole } from '../../state/questions/role-questions.ts';
import { signatureIn } from '../../state/signatures.ts';
import { list, percent } from '../../words/format.ts';
import { words } from '../../words/words.ts';

/** The most names that a line lists. */
const mostNamed = 3;

interface CloseRolesProps {
  readonly roles: readonly CloseRole[];
  readonly frame: Frame | undefined;
}

/** The roles that share most with a role, each with what it is. */
export function CloseRoles({ roles, frame }: CloseRolesProps) {
  if (roles.length === 0) return <p>{words.role.noneClose}</p>;
  return (
    <>
      <ol class="close-roles">
        {roles.map((role) => (
          <li key={role.node.id}>
            <div class="close-role">
              <Link to={{ name: 'ROLE', slug: role.node.slug }}>{role.node.label}</Link>
              {frame !== undefined && <SignatureCells {...signatureIn(frame, role.node.pillars)} />}
              <meter
                class="bar"
                value={role.overlap.score}
                aria-label={words.role.shared(percent(role.overlap.score))}
              />
            </div>
            <p class="fine">{sharedInWords(role)}</p>
          </li>
        ))}
      </ol>
      <p class="fine">{words.role.barsExplained}</p>
    </>
  );
}

function sharedInWords({ overlap: { sharedResponsibilities, sharedCategories } }: CloseRole): string {
  const named = (nodes: readonly { readonly name: string }[]) => {
    const names = nodes.slice(0, mostNamed).map(({ name }) => name);
    return list(nodes.length > mostNamed ? [...names, words.role.others(nodes.length - mostNamed)] : names);
  };
  if (sharedResponsibilities.length > 0) return words.role.bothDo(named(sharedResponsibilities));
  return words.role.bothStandIn(named(sharedCategories));
}
