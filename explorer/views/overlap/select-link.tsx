import type { ComponentChildren } from 'preact';
import type { OverlapQuestion, OverlapSelection } from '../../state/address/overlap-address.ts';
import { Link } from '../../state/link.tsx';

/** How the parts of pictures say what is chosen or pointed at. */
export interface Selecting {
  readonly question: OverlapQuestion;
  /** What is listed, whether it was clicked or not. */
  readonly listed: OverlapSelection | null;
  /** Called with what is pointed at or has the focus of the keyboard, and with null when it no longer is. */
  readonly point: (selection: OverlapSelection | null) => void;
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

/** A link that fills the list: with what it leads to when it is clicked, and as a preview while it is pointed at. */
export function SelectLink({ selecting, selection, row, column, label, children, ...attributes }: SelectLinkProps) {
  const { question, listed, point, onSelect } = selecting;
  return (
    <Link
      {...attributes}
      to={{ name: 'OVERLAP', question: { ...question, selected: selection } }}
      onFollow={onSelect}
      aria-label={label}
      aria-current={listed !== null && isSame(selection, listed) ? 'true' : undefined}
      data-row={row}
      data-column={column}
      onPointerEnter={({ pointerType }) => {
        // A finger points at nothing before it clicks.
        if (pointerType === 'mouse') point(selection);
      }}
      onPointerLeave={() => {
        point(null);
      }}
      onFocus={({ currentTarget }) => {
        if (currentTarget.matches(':focus-visible')) point(selection);
      }}
      onBlur={() => {
        point(null);
      }}
    >
      {children}
    </Link>
  );
}

/** Whether two lead to the same roles or lines, but for whether exactly these groups are meant. */
function isSame(a: OverlapSelection, b: OverlapSelection): boolean {
  return a.role === b.role && a.groups.length === b.groups.length && a.groups.every((id) => b.groups.includes(id));
}
