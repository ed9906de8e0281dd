import { useCombobox } from 'downshift';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Frame } from '../../state/questions/frame-questions.ts';
import { type FoundKind, type FoundNode, soughtKinds } from '../../state/questions/search-questions.ts';
import { words } from '../../words/words.ts';
import { FoundItem } from './found-item.tsx';
import { useFound } from './use-found.ts';

/** What chooses from a list, or moves in it. */
const choosing: ReadonlySet<unknown> = new Set([
  useCombobox.stateChangeTypes.InputKeyDownEnter,
  useCombobox.stateChangeTypes.InputKeyDownArrowDown,
  useCombobox.stateChangeTypes.InputKeyDownArrowUp,
  useCombobox.stateChangeTypes.ItemClick,
]);

interface FinderProps {
  readonly label: string;
  /** Whether people see the label, too. */
  readonly isLabelShown?: boolean;
  readonly placeholder: string;
  /** For a field among other controls. */
  readonly isSmall?: boolean;
  /** What is chosen: the field has its name until somebody types. Empty for a field that every choice leaves empty. */
  readonly chosen?: string;
  readonly kinds?: readonly FoundKind[];
  /** Ids of what is not offered, because it is chosen already. */
  readonly without?: readonly string[];
  readonly frame?: Frame | undefined;
  readonly onChoose: (found: FoundNode) => void;
  /** The field itself, for whoever moves the focus. */
  readonly field?: { current: HTMLInputElement | null };
}

/** A field that finds roles, groups, topics and duties, or only some kinds of them, while somebody types. */
export function Finder({
  label,
  isLabelShown = false,
  isSmall = false,
  placeholder,
  chosen = '',
  kinds = soughtKinds,
  without = [],
  frame,
  onChoose,
  field,
}: FinderProps) {
  const [text, setText] = useState(chosen);
  useEffect(() => {
    setText(chosen);
  }, [chosen]);
  // Nobody looks for what is chosen.
  const wanted = text === chosen ? '' : text.trim();
  const found = useFound(wanted, kinds, without);
  const own = useRef<HTMLInputElement>(null);
  const choose = (item: FoundNode) => {
    setText(chosen);
    onChoose(item);
  };
  const [isHurried, setHurried] = useState(false);
  useEffect(() => {
    if (!isHurried || !found.isCurrent) return;
    setHurried(false);
    const [best] = found.nodes;
    if (best !== undefined) choose(best);
  }, [isHurried, found.isCurrent]);
  const { isOpen, highlightedIndex, getLabelProps, getInputProps, getMenuProps, getItemProps } = useCombobox({
    items: [...found.nodes],
    selectedItem: null,
    // The text of the field itself, and no copy of it that comes later.
    inputValue: text,
    defaultHighlightedIndex: 0,
    itemToString: (item) => item?.label ?? '',
    stateReducer: (state, { type, changes }) => {
      // What is found for an earlier text stays until the new results come, but nobody chooses from it.
      if (!found.isCurrent && choosing.has(type)) return state;
      // Whoever leaves the field has chosen nothing.
      return type === useCombobox.stateChangeTypes.InputBlur ? { ...changes, selectedItem: null } : changes;
    },
    onSelectedItemChange: ({ selectedItem }) => {
      if (selectedItem !== null) choose(selectedItem);
    },
  });
  const isShown = isOpen && wanted !== '';
  return (
    <div class={isSmall ? 'finder small' : 'finder'}>
      <label {...getLabelProps()} class={isLabelShown ? undefined : 'unseen'}>
        {label}
      </label>
      <input
        {...getInputProps({
          ref: field ?? own,
          onInput: ({ currentTarget }) => {
            setText(currentTarget.value);
            setHurried(false);
          },
          onKeyDown: ({ key }) => {
            // Whoever presses Enter before the results are there gets the best of them.
            if (key === 'Enter') setHurried(isShown && !found.isCurrent);
            if (key === 'Escape' && !isOpen) setText(chosen);
          },
          onFocus: ({ currentTarget }) => {
            currentTarget.select();
          },
          onBlur: () => {
            setHurried(false);
            if (chosen !== '') setText(chosen);
          },
        })}
        class="field"
        inputMode="search"
        placeholder={placeholder}
      />
      <div class="search-results" hidden={!isShown}>
        <ul
          {...getMenuProps({ 'aria-label': words.search.results })}
          class={found.isCurrent ? undefined : 'waiting'}
          aria-busy={isShown && !found.isCurrent}
        >
          {isShown &&
            found.nodes.map((item, index) => (
              <li
                key={item.node.id}
                {...getItemProps({ item, index })}
                class={found.isCurrent && highlightedIndex === index ? 'highlighted' : undefined}
              >
                <FoundItem item={item} frame={frame} />
              </li>
            ))}
        </ul>
        <p class="fine" role="status">
          {isShown ? found.status : ''}
        </p>
      </div>
    </div>
  );
}
