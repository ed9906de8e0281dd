import { SignatureCells } from '../../pictures/signature-cells.tsx';
import { Link } from '../../state/link.tsx';
import { useOurs } from '../../state/ours.ts';
import type { Frame } from '../../state/questions/frame-questions.ts';
import type { RoleInList } from '../../state/questions/role-in-list.ts';
import { signatureIn } from '../../state/signatures.ts';
import { list } from '../../words/format.ts';

interface RoleItemsProps {
  readonly roles: readonly RoleInList[];
  readonly frame: Frame | undefined;
}

/** Roles with their signatures and who of our team has them, each of which leads to its page. */
export function RoleItems({ roles, frame }: RoleItemsProps) {
  const ours = useOurs();
  return (
    <ul class="chips">
      {roles.map((role) => (
        <li key={role.id}>
          <Link to={{ name: 'ROLE', slug: role.slug }} class="chip">
            <span>
              {role.label}
              {ours(role.id).length > 0 && <span class="ours"> {list(ours(role.id))}</span>}
            </span>
            {frame !== undefined && <SignatureCells {...signatureIn(frame, role.pillars)} />}
          </Link>
        </li>
      ))}
    </ul>
  );
}
