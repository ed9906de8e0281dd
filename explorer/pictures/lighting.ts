import { useEffect } from 'preact/hooks';

/**
 * Lights a node everywhere in an element while one of its marks is pointed at or has the focus. Marks have the id of their node as
 * `data-node`; those that are lit have the attribute `data-lit`.
 *
 * @param onChange called with the id of the node that is lit, or null; not given where nothing else follows what is lit.
 */
export function useLighting(
  element: { readonly current: HTMLElement | null },
  onChange?: (node: string | null) => void,
): void {
  useEffect(() => {
    const root = element.current;
    if (root === null) return;
    let pointed: string | null = null;
    let focused: string | null = null;
    let lit: string | null = null;
    const update = () => {
      const next = pointed ?? focused;
      if (next === lit) return;
      for (const mark of root.querySelectorAll('[data-lit]')) mark.removeAttribute('data-lit');
      lit = next;
      if (lit !== null) {
        for (const mark of root.querySelectorAll(`[data-node="${CSS.escape(lit)}"]`)) mark.setAttribute('data-lit', '');
      }
      onChange?.(lit);
    };
    const listen = (type: string, act: (node: string | null) => void) => {
      const listener = ({ target }: Event) => {
        act(nodeAt(target));
        update();
      };
      root.addEventListener(type, listener);
      return () => {
        root.removeEventListener(type, listener);
      };
    };
    const listeners = [
      listen('pointerover', (node) => (pointed = node)),
      listen('pointerleave', () => (pointed = null)),
      listen('focusin', (node) => (focused = node)),
      listen('focusout', () => (focused = null)),
    ];
    return () => {
      for (const end of listeners) end();
    };
  }, []);
}

/** The node that the innermost mark at an element stands for. */
function nodeAt(target: EventTarget | null): string | null {
  return target instanceof Element ? (target.closest('[data-node]')?.getAttribute('data-node') ?? null) : null;
}
