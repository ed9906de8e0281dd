import { useState } from 'preact/hooks';

/** What is shown of a list. */
interface FirstOf<Item> {
  readonly shown: readonly Item[];
  /** How many items are not shown. */
  readonly more: number;
  readonly showAll: () => void;
}

/**
 * A list of which only the first items are shown until somebody asks for all.
 *
 * @param first what is shown at first: the beginning of the list.
 */
export function useFirstOf<Item>(all: readonly Item[], first: readonly Item[]): FirstOf<Item> {
  const [isOpen, setIsOpen] = useState(false);
  const shown = isOpen ? all : first;
  const showAll = () => {
    setIsOpen(true);
  };
  return { shown, more: all.length - shown.length, showAll };
}

/** The first items of a list; all if only one would be left out, because "1 more" is no shorter than a name. */
export function fewOf<Item>(all: readonly Item[], most: number): readonly Item[] {
  return all.length <= most + 1 ? all : all.slice(0, most);
}
