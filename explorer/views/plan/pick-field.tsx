import type { FoundKind } from '../../state/questions/search-questions.ts';
import { Finder } from '../search/finder.tsx';

interface PickFieldProps {
  readonly label: string;
  readonly hint: string;
  readonly kinds: readonly FoundKind[];
  /** Called with the id of what was chosen, and what it is called. */
  readonly onPick: (id: string, label: string) => void;
}

/** A field in which somebody types a name and chooses what is found. */
export function PickField({ label, hint, kinds, onPick }: PickFieldProps) {
  return (
    <div class="pick">
      <Finder
        label={label}
        isLabelShown
        placeholder={hint}
        kinds={kinds}
        onChoose={(found) => {
          onPick(found.node.id, found.label);
        }}
      />
    </div>
  );
}
