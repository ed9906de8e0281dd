import { comparedKinds, type ComparedKind } from '../../state/address/overlap-address.ts';
import type { Frame } from '../../state/questions/frame-questions.ts';
import { words } from '../../words/words.ts';
import { ChipLink } from '../chip-link.tsx';

interface KindChipsProps {
  /** What is compared; null while that is not known. */
  readonly shown: ComparedKind | 'CHOICE' | null;
  readonly frame: Frame | undefined;
}

/** What can be compared, as links. */
export function KindChips({ shown, frame }: KindChipsProps) {
  return (
    <nav class="filters" aria-label={words.overlap.kinds}>
      {comparedKinds
        .filter((kind) => kind === shown || hasSeveral(kind, frame))
        .map((kind) => (
          <ChipLink key={kind} to={{ name: 'OVERLAP', question: { of: [], kind } }} isOn={kind === shown}>
            {words.overlap.kind[kind]}
          </ChipLink>
        ))}
      <ChipLink to={{ name: 'OVERLAP', question: { of: [], kind: 'CHOICE' } }} isOn={shown === 'CHOICE'}>
        {words.overlap.choice}
      </ChipLink>
    </nav>
  );
}

/** Whether there may be two of a kind to be compared. */
function hasSeveral(kind: ComparedKind, frame: Frame | undefined): boolean {
  if (frame === undefined) return true;
  switch (kind) {
    case 'PILLAR':
      return frame.pillars.length > 1;
    case 'ORGANIZATION_TYPE':
      return frame.organizationTypes.length > 1;
    case 'TOPIC':
      return frame.topics.length > 1;
    case 'CATEGORY':
      return true;
  }
}
