import type { ComponentChildren } from 'preact';
import { Menu } from '../menu.tsx';

interface PlanMenuProps {
  readonly label: string;
  /** Gets a function that folds the menu. */
  readonly children: (fold: () => void) => ComponentChildren;
}

/** A menu of the plan, which may have a field as well as choices. */
export function PlanMenu({ label, children }: PlanMenuProps) {
  return (
    <Menu name="plan" label={label}>
      {(fold) => <div class="menu-content">{children(fold)}</div>}
    </Menu>
  );
}
