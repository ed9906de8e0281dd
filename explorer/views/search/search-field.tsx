import { useCombobox } from 'downshift';
import { useEffect, useRef, useState } from 'preact/hooks';
import { SignatureCells } from '../../pictures/signature-cells.tsx';
import type { View } from '../../state/address/address.ts';
import { noFilter } from '../../state/address/board-address.ts';
import type { Frame } from '../../state/questions/frame-questions.ts';
import { type FoundNode, searchAnswers } from '../../state/questions/search-questions.ts';
import { useAnswer } from '../../state/answers.ts';
import { openView } from '../../state/location.ts';
import { signatureIn } from '../../state/signatures.ts';
import { words } from '../../words/words.ts';

/** How long nobody types before a search begins, in milliseconds. */
const pause = 120;

/** What chooses from a list, or moves in it. */
const choosing: ReadonlySet<unknown> = new Set([
  useCombobox.stateChangeTypes.InputKeyDownEnter,
  useCombobox.stateChangeTypes.InputKeyDownArrowDown,
  useCombobox.stateChangeTypes.InputKeyDownArrowUp,
  useCombobox.stateChangeTypes.ItemClick,
]);

/** Finds roles, groups, topics and duties while somebody types. The key / leads to it from everywhere. */
export function SearchField({ frame }: { readonly frame: Frame | undefined }) {
  const [text, setText] = useState('');
  const found = useFound(text.trim());
  const input = useRef<HTMLInputElement>(null);
  useShortcut(input);
  const choose = (item: FoundNode) => {
    setText('');
    input.current?.blur();
    openView(viewOf(item));
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
  const isShown = isOpen && text.trim() !== '';
  return (
    <search class="search">
      <label {...getLabelProps()} class="unseen">
        {words.search.label}
      </label>
      <input
        {...getInputProps({
          ref: input,
          onInput: ({ currentTarget }) => {
            setText(currentTarget.value);
            setHurried(false);
          },
          onKeyDown: ({ key }) => {
            // Whoever presses Enter before the results are there gets the best of them.
            if (key === 'Enter') setHurried(isShown && !found.isCurrent);
            if (key === 'Escape' && !isOpen) setText('');
          },
          onBlur: () => {
            setHurried(false);
          },
        })}
        inputMode="search"
        placeholder={words.search.placeholder}
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
    </search>
  );
}

function FoundItem({ item, frame }: { readonly item: FoundNode; readonly frame: Frame | undefined }) {
  const { kind, label, matched, hidden, node } = item;
  return (
    <>
      <span class="found-label">{label}</span>
      {frame !== undefined && 'pillars' in node && <SignatureCells {...signatureIn(frame, node.pillars)} />}
      <span class="found-kind">{words.kinds[kind]}</span>
      {matched !== label && !hidden && <span class="found-match">{words.search.matched(matched)}</span>}
    </>
  );
}

/** Where a match leads: to the page of a role, or to the board of the roles that are in it or do it. */
function viewOf({ kind, node }: FoundNode): View {
  if ('slug' in node) return { name: 'ROLE', slug: node.slug };
  const isDuty = kind === 'TOPIC' || kind === 'RESPONSIBILITY';
  const filter = isDuty ? { ...noFilter, performsAll: [node.id] } : { ...noFilter, inAll: [node.id] };
  return { name: 'BOARD', filter };
}

interface FoundItems {
  readonly nodes: readonly FoundNode[];
  /** Whether the nodes are what is found for the text; otherwise they are from a text before it. */
  readonly isCurrent: boolean;
  /** How many there are, or why there are none. */
  readonly status: string;
}

/** What is found for a text, when nobody has typed for a while. */
function useFound(text: string): FoundItems {
  const query = useSettled(text);
  // A search needs at least one letter or digit.
  const isText = /[\p{L}\p{N}]/u.test(query);
  const asked = useAnswer(searchAnswers, isText ? query : null);
  const isCurrent = query === text && (!isText || asked.status !== 'LOADING');
  if (asked.status === 'FAILED') return { nodes: [], isCurrent, status: words.search.failed };
  const nodes = asked.data?.edges ?? [];
  if (!isCurrent) return { nodes, isCurrent, status: words.search.searching };
  if (asked.data === undefined || nodes.length === 0) return { nodes, isCurrent, status: words.search.nothing(query) };
  const { totalCount, relaxed } = asked.data;
  const isPartial = relaxed.includes('WORDS_LEFT_OUT');
  return {
    nodes,
    isCurrent,
    status: [words.search.found(nodes.length, totalCount), ...(isPartial ? [words.search.relaxed] : [])].join(' · '),
  };
}

/** A value when it has not changed for a while. */
function useSettled(value: string): string {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => {
      setSettled(value);
    }, pause);
    return () => {
      clearTimeout(timer);
    };
  }, [value]);
  return settled;
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
