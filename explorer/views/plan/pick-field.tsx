import { useCombobox } from 'downshift';
import { useEffect, useState } from 'preact/hooks';
import { useAnswer } from '../../state/answers.ts';
import { type PickedNode, type PickKind, pickAnswers } from '../../state/questions/plan-questions.ts';
import { words } from '../../words/words.ts';

/** How long nobody types before a search begins, in milliseconds. */
const pause = 120;

interface PickFieldProps {
  readonly label: string;
  readonly hint: string;
  readonly kinds: readonly PickKind[];
  /** Called with the id of what was chosen, and what it is called. */
  readonly onPick: (id: string, label: string) => void;
}

/** A field in which somebody types a name and chooses what is found. */
export function PickField({ label, hint, kinds, onPick }: PickFieldProps) {
  const [text, setText] = useState('');
  const { query, items, status } = useFound(text, kinds);
  const { isOpen, highlightedIndex, getLabelProps, getInputProps, getMenuProps, getItemProps } = useCombobox({
    items: [...items],
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
      if (selectedItem !== null) onPick(selectedItem.node.id, selectedItem.label);
    },
  });
  const isShown = isOpen && query !== '';
  return (
    <div class="search pick">
      <label {...getLabelProps()} class="fine">
        {label}
      </label>
      <input {...getInputProps()} inputMode="search" placeholder={hint} />
      <div class="search-results" hidden={!isShown}>
        <ul {...getMenuProps({ 'aria-label': words.plan.picking.results })}>
          {isShown &&
            items.map((item, index) => (
              <li
                key={item.node.id}
                {...getItemProps({ item, index })}
                class={highlightedIndex === index ? 'highlighted' : undefined}
              >
                <span class="found-label">{item.label}</span>
                <span class="found-kind">{words.kinds[item.kind]}</span>
                {item.matched !== item.label && !item.hidden && (
                  <span class="found-match">{words.search.matched(item.matched)}</span>
                )}
              </li>
            ))}
        </ul>
        <p class="fine" role="status">
          {isShown ? status : ''}
        </p>
      </div>
    </div>
  );
}

interface FoundItems {
  readonly query: string;
  readonly items: readonly PickedNode[];
  /** What is said where there are none. */
  readonly status: string;
}

function useFound(text: string, kinds: readonly PickKind[]): FoundItems {
  const query = useSettled(text.trim());
  // A search needs at least one letter or digit.
  const isText = /[\p{L}\p{N}]/u.test(query);
  const asked = useAnswer(pickAnswers, isText ? { query, kinds } : null);
  const { searching, nothing, failed } = words.plan.picking;
  if (asked.status === 'FAILED') return { query, items: [], status: failed };
  if (!isText || asked.data === undefined) return { query, items: [], status: searching };
  const { edges } = asked.data;
  return { query, items: edges, status: edges.length > 0 ? '' : nothing(query) };
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
