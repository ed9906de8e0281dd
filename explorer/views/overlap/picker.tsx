import { useEffect, useRef } from 'preact/hooks';
import { openView } from '../../state/location.ts';
import type { Frame } from '../../state/questions/frame-questions.ts';
import { groupKinds } from '../../state/questions/search-questions.ts';
import { words } from '../../words/words.ts';
import { Finder } from '../search/finder.tsx';

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
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (hasFocus) field.current?.focus();
  }, []);
  const isOfRoles = chosen[0]?.startsWith('role:');
  return (
    <div class="picker">
      <Finder
        label={isOfRoles === undefined ? side.add.ANY : isOfRoles ? side.add.ROLE : side.add.GROUP}
        isLabelShown
        placeholder={side.placeholder}
        kinds={isOfRoles === undefined ? ['ROLE', ...groupKinds] : isOfRoles ? ['ROLE'] : groupKinds}
        without={chosen}
        frame={frame}
        field={field}
        onChoose={({ node }) => {
          onPick();
          openView({ name: 'OVERLAP', question: { of: [...chosen, node.id], kind: 'CHOICE' } });
        }}
      />
    </div>
  );
}
