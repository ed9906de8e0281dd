import type { ComponentChildren } from 'preact';

interface FirstAndRestProps<Item> {
  readonly items: readonly Item[];
  /** The most items that are shown before somebody asks for the others. */
  readonly most: number;
  /** Says how many others there are. */
  readonly more: (count: number) => string;
  /** Whether all are printed, or only the first ones. */
  readonly isPrinted?: boolean;
  readonly children: (items: readonly Item[]) => ComponentChildren;
}

/** A list of which the first items are shown, and the others unfold below them. */
export function FirstAndRest<Item>({ items, most, more, isPrinted = false, children }: FirstAndRestProps<Item>) {
  const rest = items.slice(most);
  return (
    <>
      {children(items.slice(0, most))}
      {rest.length > 0 && (
        <details class={isPrinted ? 'more' : 'rest'}>
          <summary>{more(rest.length)}</summary>
          {children(rest)}
        </details>
      )}
    </>
  );
}
