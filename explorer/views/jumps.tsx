import { words } from '../words/words.ts';

/** A part of a page, by the id of an element of it. */
export interface Jump {
  readonly id: string;
  readonly label: string;
}

/** Links to the parts of a long page, where a window is so narrow that they are below each other. */
export function Jumps({ to }: { readonly to: readonly Jump[] }) {
  if (to.length < 2) return null;
  return (
    <nav class="jumps" aria-label={words.jumps}>
      {to.map(({ id, label }) => (
        <a key={id} href={`#${id}`}>
          {label}
        </a>
      ))}
    </nav>
  );
}
