import { useEffect, useRef } from 'preact/hooks';
import { openView } from '../../state/location.ts';
import { viewOfNode } from '../../state/node-view.ts';
import type { Frame } from '../../state/questions/frame-questions.ts';
import { words } from '../../words/words.ts';
import { Finder } from './finder.tsx';

/** Finds roles, groups, topics and duties, and leads there. The key / leads to it from everywhere. */
export function SearchField({ frame }: { readonly frame: Frame | undefined }) {
  const field = useRef<HTMLInputElement>(null);
  useShortcut(field);
  return (
    <search class="search">
      <Finder
        label={words.search.label}
        placeholder={words.search.placeholder}
        frame={frame}
        field={field}
        onChoose={({ node }) => {
          field.current?.blur();
          openView(viewOfNode(node.id));
        }}
      />
    </search>
  );
}

/** The key / focuses the field, unless somebody is typing. */
function useShortcut(input: { readonly current: HTMLInputElement | null }): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const isTyping = event.target instanceof HTMLElement && event.target.matches('input, textarea, select');
      if (event.key !== '/' || isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      input.current?.focus();
    };
    document.addEventListener('keydown', onKey);
    return () => {
      document.removeEventListener('keydown', onKey);
    };
  }, []);
}
