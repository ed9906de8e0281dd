import { groupKinds } from '../../state/questions/search-questions.ts';
import { words } from '../../words/words.ts';
import { Finder } from '../search/finder.tsx';

interface GroupFinderProps {
  /** Gets the id of the group. */
  readonly onChoose: (id: string) => void;
}

/** A field that finds what a plan can cover. */
export function GroupFinder({ onChoose }: GroupFinderProps) {
  return (
    <Finder
      isSmall
      isLabelShown
      label={words.plan.pickGroup}
      placeholder={words.plan.pickGroupHint}
      kinds={groupKinds}
      onChoose={({ node }) => {
        onChoose(node.id);
      }}
    />
  );
}
