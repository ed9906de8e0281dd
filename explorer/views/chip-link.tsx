import type { ComponentChildren } from 'preact';
import type { View } from '../state/address/address.ts';
import { Link } from '../state/link.tsx';

interface ChipLinkProps {
  readonly to: View;
  readonly isOn: boolean;
  readonly children: ComponentChildren;
}

/** One of several choices, as a chip that is a link to the view with it. */
export function ChipLink({ to, isOn, children }: ChipLinkProps) {
  return (
    <Link to={to} class="filter" aria-current={isOn ? 'true' : undefined}>
      {children}
    </Link>
  );
}
