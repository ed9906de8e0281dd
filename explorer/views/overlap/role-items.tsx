import { SignatureCells } from '../../pictures/signature-cells.tsx';
import { Link } from '../../state/link.tsx';
import type { Frame } from '../../state/questions/frame-questions.ts';
import type { RoleInList } from '../../state/questions/overlap-questions.ts';
import { signatureIn } from '../../state/signatures.ts';

interface RoleItemsProps {
  readonly roles: readonly RoleInList[];
  readonly frame: Frame | undefined;
}

/** Roles with their signatures, each of which leads to its page. */
export function RoleItems({ roles, frame }: RoleItemsProps) {
  return (
    <ul class="chips">
      {roles.map((role) => (
        <li key={role.id}>
          <Link to={{ name: 'ROLE', slug: role.slug }} class="chip">
            <span>{role.label}</span>
            {frame !== undefined && <SignatureCells {...signatureIn(frame, role.pillars)} />}
          </Link>
        </li>
      ))}
    </ul>
  );
}
