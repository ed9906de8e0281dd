import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import { useFolding } from './folding.ts';

interface MenuProps {
  readonly label: string;
  /** Of menus with the same name, one is open at a time. */
  readonly name: string;
  /** The element that unfolds. Gets a function that folds the menu. */
  readonly children: (fold: () => void) => ComponentChildren;
}

/** A chip that unfolds what can be chosen, and folds when something is chosen, by Escape, and by a click elsewhere. */
export function Menu({ label, name, children }: MenuProps) {
  const menu = useRef<HTMLDetailsElement>(null);
  useFolding(menu);
  return (
    <details class="menu" name={name} ref={menu}>
      <summary class="filter">
        {label}
        <span aria-hidden="true"> ▾</span>
      </summary>
      {children(() => {
        if (menu.current !== null) menu.current.open = false;
      })}
    </details>
  );
}
