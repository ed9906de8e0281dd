import { openView } from '../../state/location.ts';
import type { Frame } from '../../state/questions/frame-questions.ts';
import { groupKinds, roleKind } from '../../state/questions/search-questions.ts';
import { words } from '../../words/words.ts';
import { Finder } from '../search/finder.tsx';

const { side } = words.overlap;

interface PickerProps {
  readonly chosen: readonly string[];
  readonly frame: Frame | undefined;
}

/** Adds a role or a group by its name: roles to roles, and groups to groups. */
export function Picker({ chosen, frame }: PickerProps) {
  const [first] = chosen;
  const isOfRoles = first?.startsWith('role:');
  return (
    <Finder
      isSmall
      isLabelShown
      label={isOfRoles === undefined ? side.add.ANY : isOfRoles ? side.add.ROLE : side.add.GROUP}
      placeholder={side.placeholder}
      kinds={isOfRoles === undefined ? [...roleKind, ...groupKinds] : isOfRoles ? roleKind : groupKinds}
      without={chosen}
      frame={frame}
      onChoose={({ node }) => {
        openView({ name: 'OVERLAP', question: { of: [...chosen, node.id], kind: 'CHOICE' } });
      }}
    />
  );
}
