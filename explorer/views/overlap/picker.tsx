import { useCombobox } from 'downshift';
import { useEffect, useRef, useState } from 'preact/hooks';
import { SignatureCells } from '../../pictures/signature-cells.tsx';
import { useAnswer } from '../../state/answers.ts';
import { openView } from '../../state/location.ts';
import type { Frame } from '../../state/questions/frame-questions.ts';
import { type Pickable, pickAnswers, type PickedKind } from '../../state/questions/overlap-questions.ts';
import { signatureIn } from '../../state/signatures.ts';
import { words } from '../../words/words.ts';

/** How long nobody types before a search begins, in milliseconds. */
const pause = 120;
const groupKinds = ['PILLAR', 'ORGANIZATION_TYPE', 'CATEGORY'] as const satisfies readonly PickedKind[];
const { side } = words.overlap;

interface PickerProps {
  readonly chosen: readonly string[];
  /** Whether it has the focus at first: somebody who has chosen one thing goes on typing. */
  readonly hasFocus: boolean;
  /** Called when something was chosen. */
  readonly onPick: () => void;
  readonly frame: Frame | undefined;
}

/** Adds a role or a group by its name: roles to roles, and groups to groups. */
export function Picker({ chosen, hasFocus, onPick, frame }: PickerProps) {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (hasFocus) input.current?.focus();
  }, []);
  const [text, setText] = useState('');
  const [first] = chosen;
  const isOfRoles = first?.startsWith('role:');
  const kinds: readonly PickedKind[] =
    isOfRoles === undefined ? ['ROLE', ...groupKinds] : isOfRoles ? ['ROLE'] : groupKinds;
  const items = usePickable(text.trim(), kinds, chosen);
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
      onPick();
      openView({ name: 'OVERLAP', question: { of: [...chosen, selectedItem.node.id], kind: 'CHOICE' } });
    },
  });
  const isShown = isOpen && text.trim() !== '';
  return (
    <div class="search picker">
      <label {...getLabelProps()}>
        {isOfRoles === undefined ? side.add.ANY : isOfRoles ? side.add.ROLE : side.add.GROUP}
      </label>
      <input {...getInputProps({ ref: input })} inputMode="search" placeholder={side.placeholder} />
      <div class="search-results" hidden={!isShown}>
        <ul {...getMenuProps({ 'aria-label': words.search.results })}>
          {isShown &&
            items.nodes.map((item, index) => (
              <li
                key={item.node.id}
                {...getItemProps({ item, index })}
                class={highlightedIndex === index ? 'highlighted' : undefined}
              >
                <Item item={item} frame={frame} />
              </li>
            ))}
        </ul>
        <p class="fine" role="status">
          {isShown ? items.status : ''}
        </p>
      </div>
    </div>
  );
}

function Item({ item: { kind, label, matched, hidden, node }, frame }: { item: Pickable; frame: Frame | undefined }) {
  return (
    <>
      <span class="found-label">{label}</span>
      {frame !== undefined && 'pillars' in node && <SignatureCells {...signatureIn(frame, node.pillars)} />}
      <span class="found-kind">{words.kinds[kind]}</span>
      {matched !== label && !hidden && <span class="found-match">{words.search.matched(matched)}</span>}
    </>
  );
}

function usePickable(text: string, kinds: readonly PickedKind[], chosen: readonly string[]) {
  const [query, setQuery] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => {
      setQuery(text);
    }, pause);
    return () => {
      clearTimeout(timer);
    };
  }, [text]);
  // A search needs at least one letter or digit.
  const isText = /[\p{L}\p{N}]/u.test(query);
  const asked = useAnswer(pickAnswers, isText ? { query, kinds } : null);
  if (!isText) return { nodes: [], status: words.search.searching };
  if (asked.status === 'FAILED') return { nodes: [], status: words.search.failed };
  const nodes = (asked.data ?? []).filter(({ node }) => !chosen.includes(node.id));
  if (asked.status === 'LOADING') return { nodes, status: words.search.searching };
  return { nodes, status: nodes.length === 0 ? words.search.nothing(query) : side.found(nodes.length) };
}
