import type { ComponentChildren } from 'preact';
import type { OverlapQuestion, OverlapSelection } from '../../state/address/overlap-address.ts';
import { Link } from '../../state/link.tsx';

/** How the parts of pictures say what is chosen. */
export interface Selecting {
  readonly question: OverlapQuestion;
  /** What is listed, whether it was clicked or not. */
  readonly listed: OverlapSelection | null;
  /** Called when something was clicked. */
  readonly onSelect: () => void;
}

interface SelectLinkProps {
  readonly selecting: Selecting;
  readonly selection: OverlapSelection;
  /** Where it is among those between which the arrow keys move. */
  readonly row: number;
  readonly column: number;
  /** What it is called; a link in a picture has a title instead. */
  readonly label?: string;
  readonly class?: string;
  readonly children: ComponentChildren;
}

/** A link that fills the list. Only a click or Enter does so: whoever reads the list may move the pointer without losing it. */
export function SelectLink({ selecting, selection, row, column, label, children, ...attributes }: SelectLinkProps) {
  const { question, listed, onSelect } = selecting;
  return (
    <Link
      {...attributes}
      to={{ name: 'OVERLAP', question: { ...question, selected: selection } }}
      onFollow={onSelect}
      aria-label={label}
      aria-current={listed !== null && isSame(selection, listed) ? 'true' : undefined}
      data-row={row}
      data-column={column}
    >
      {children}
    </Link>
  );
}

/** Whether two lead to the same roles or lines, but for whether exactly these groups are meant. */
export function isSame(a: OverlapSelection, b: OverlapSelection): boolean {
  return a.role === b.role && a.groups.length === b.groups.length && a.groups.every((id) => b.groups.includes(id));
}
