import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';

interface FoldedProps {
  readonly class: string;
  readonly summary: ComponentChildren;
  /** What it is called for those who do not see where it stands. */
  readonly label?: string;
  readonly children: ComponentChildren;
}

/** Something that is made when it is unfolded. */
export function Folded({ class: className, summary, label, children }: FoldedProps) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <details
      class={className}
      onToggle={({ currentTarget }) => {
        setIsOpen(currentTarget.open);
      }}
    >
      <summary aria-label={label}>{summary}</summary>
      {isOpen && children}
    </details>
  );
}
