import type { ComponentChildren, JSX } from 'preact';
import type { View } from './address/address.ts';
import { openView, viewAddress } from './location.ts';

interface LinkProps extends Omit<JSX.IntrinsicElements['a'], 'href' | 'onClick' | 'role'> {
  readonly to: View;
  /** The id of the part of the view that is meant. */
  readonly part?: string;
  /** Called when the link was followed in this window. */
  readonly onFollow?: () => void;
  readonly children: ComponentChildren;
}

/** A link to a view. It has a real address, so that it can be opened in another window, copied and sent. */
export function Link({ to, part, onFollow, children, ...attributes }: LinkProps) {
  return (
    <a
      {...attributes}
      href={viewAddress(to, part)}
      onClick={(event) => {
        if (!isPlain(event)) return;
        event.preventDefault();
        openView(to, part);
        onFollow?.();
      }}
    >
      {children}
    </a>
  );
}

/** Whether a click means this window: whoever holds a key down wants another one, or the file. */
export function isPlain({ button, metaKey, ctrlKey, shiftKey, altKey }: MouseEvent): boolean {
  return button === 0 && !metaKey && !ctrlKey && !shiftKey && !altKey;
}
