import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import { useFolding } from '../folding.ts';

interface PlanMenuProps {
  readonly label: string;
  /** Gets a function that folds the menu. */
  readonly children: (fold: () => void) => ComponentChildren;
}

/** A chip that unfolds what can be chosen, and folds when something is chosen, by Escape, and by a click elsewhere. */
export function PlanMenu({ label, children }: PlanMenuProps) {
  const menu = useRef<HTMLDetailsElement>(null);
  useFolding(menu);
  return (
    <details class="menu" name="plan" ref={menu}>
      <summary class="filter">
        {label}
        <span class="sign" aria-hidden="true">
          ▾
        </span>
      </summary>
      <div class="menu-content">
        {children(() => {
          if (menu.current !== null) menu.current.open = false;
        })}
      </div>
    </details>
  );
}
