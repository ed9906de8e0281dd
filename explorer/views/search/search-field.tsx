import { useCombobox } from 'downshift';
import { useEffect, useRef, useState } from 'preact/hooks';
import { SignatureCells } from '../../pictures/signature-cells.tsx';
import type { View } from '../../state/address/address.ts';
import { noFilter } from '../../state/address/board-address.ts';
import type { Frame } from '../../state/questions/frame-questions.ts';
import { type Found, type FoundNode, searchAnswers } from '../../state/questions/search-questions.ts';
import { useAnswer, type Asked } from '../../state/answers.ts';
import { openView } from '../../state/location.ts';
import { signatureIn } from '../../state/signatures.ts';
import { words } from '../../words/words.ts';

/** How long nobody types before a search begins, in milliseconds. */
const pause = 120;

/** Finds roles, groups, topics and duties while somebody types. The key / leads to it from everywhere. */
export function SearchField({ frame }: { readonly frame: Frame | undefined }) {
  const [text, setText] = useState('');
  const query = useSettled(text.trim());
  const items = useFound(query);
  const input = useRef<HTMLInputElement>(null);
  useShortcut(input);
  const { isOpen, highlightedIndex, getLabelProps, getInputProps, getMenuProps, getItemProps } = useCombobox({
    items: [...items.nodes],
    selectedItem: null,
    defaultHighlightedIndex: 0,
    itemToString: (item) => item?.label ?? '',
    stateReducer: (state, { type, changes }) => {
      // Whoever leaves the field has chosen nothing.
      if (type === useCombobox.stateChangeTypes.InputBlur) {
        return { ...changes, selectedItem: null, inputValue: state.inputValue };
      }
      return changes.selectedItem == null ? changes : { ...changes, inputValue: '' };
    },
    onInputValueChange: ({ inputValue }) => {
      setText(inputValue);
    },
    onSelectedItemChange: ({ selectedItem }) => {
      if (selectedItem === null) return;
      input.current?.blur();
      openView(viewOf(selectedItem));
    },
  });
  const isShown = isOpen && query !== '';
  return (
    <search class="search">
      <label {...getLabelProps()} class="unseen">
        {words.search.label}
      </label>
      <input {...getInputProps({ ref: input })} inputMode="search" placeholder={words.search.placeholder} />
      <div class="search-results" hidden={!isShown}>
        <ul {...getMenuProps({ 'aria-label': words.search.results })}>
          {isShown &&
            items.nodes.map((item, index) => (
              <li
                key={item.node.id}
                {...getItemProps({ item, index })}
                class={highlightedIndex === index ? 'highlighted' : undefined}
              >
                <FoundItem item={item} frame={frame} />
              </li>
            ))}
        </ul>
        <p class="fine" role="status">
          {isShown ? items.status : ''}
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
  /** How many there are, or why there are none. */
  readonly status: string;
}

const nothingYet: Asked<Found> = { status: 'LOADING', data: undefined };

function useFound(query: string): FoundItems {
  // A search needs at least one letter or digit.
  const isText = /[\p{L}\p{N}]/u.test(query);
  const answer = useAnswer(searchAnswers, isText ? query : null);
  const asked = isText ? answer : nothingYet;
  if (asked.status === 'FAILED') return { nodes: [], status: words.search.failed };
  if (!isText || asked.data === undefined) return { nodes: [], status: words.search.searching };
  const { edges, totalCount, relaxed } = asked.data;
  if (edges.length === 0) {
    return { nodes: [], status: asked.status === 'LOADING' ? words.search.searching : words.search.nothing(query) };
  }
  const isPartial = relaxed.includes('WORDS_LEFT_OUT');
  return {
    nodes: edges,
    status: [words.search.found(edges.length, totalCount), ...(isPartial ? [words.search.relaxed] : [])].join(' · '),
  };
}

/** A value when it has not changed for a while. */
export function useSettled(value: string): string {
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
