import { useCombobox } from 'downshift';
import { useState } from 'preact/hooks';
import { useAnswer } from '../../state/answers.ts';
import { pickAnswers, type Picked, type PickKind } from '../../state/questions/team-questions.ts';
import { words } from '../../words/words.ts';
import { useSettled } from '../search/use-found.ts';

interface PickFieldProps {
  readonly label: string;
  readonly placeholder: string;
  readonly kinds: readonly PickKind[];
  /** Ids that are chosen already and not offered. */
  readonly without?: readonly string[];
  readonly onPick: (node: { readonly id: string; readonly label: string }) => void;
}

/** A field that finds things of some kinds while somebody types, and is empty again when one is chosen. */
export function PickField({ label, placeholder, kinds, without = [], onPick }: PickFieldProps) {
  const [text, setText] = useState('');
  const query = useSettled(text.trim());
  const isText = /[\p{L}\p{N}]/u.test(query);
  const asked = useAnswer(pickAnswers, isText ? { query, kinds } : null);
  const data = isText && asked.status !== 'FAILED' ? asked.data : undefined;
  const items: readonly Picked[] = (data ?? []).filter(({ node }) => !without.includes(node.id));
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
      if (selectedItem !== null) onPick({ id: selectedItem.node.id, label: selectedItem.label });
    },
  });
  const isShown = isOpen && isText;
  return (
    <div class="search pick">
      <label {...getLabelProps()} class="unseen">
        {label}
      </label>
      <input {...getInputProps()} placeholder={placeholder} autocomplete="off" />
      <div class="search-results" hidden={!isShown}>
        <ul {...getMenuProps({ 'aria-label': label })}>
          {isShown &&
            items.map((item, index) => (
              <li
                key={item.node.id}
                {...getItemProps({ item, index })}
                class={highlightedIndex === index ? 'highlighted' : undefined}
              >
                <span class="found-label">{item.label}</span>
                {kinds.length > 1 && <span class="found-kind">{words.kinds[item.kind]}</span>}
                {item.matched !== item.label && !item.hidden && (
                  <span class="found-match">{words.search.matched(item.matched)}</span>
                )}
              </li>
            ))}
        </ul>
        <p class="fine" role="status">
          {isShown && statusOf(asked.status, data, query)}
        </p>
      </div>
    </div>
  );
}

function statusOf(status: 'LOADING' | 'READY' | 'FAILED', data: readonly Picked[] | undefined, query: string): string {
  if (status === 'FAILED') return words.search.failed;
  if (data === undefined || (status === 'LOADING' && data.length === 0)) return words.search.searching;
  return data.length === 0 ? words.search.nothing(query) : '';
}
