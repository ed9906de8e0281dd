import { comparedKinds, type ComparedKind } from '../../state/address/overlap-address.ts';
import { Link } from '../../state/link.tsx';
import type { Frame } from '../../state/questions/frame-questions.ts';
import { words } from '../../words/words.ts';

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
          <Link
            key={kind}
            to={{ name: 'OVERLAP', question: { of: [], kind } }}
            class="filter"
            aria-current={kind === shown ? 'true' : undefined}
          >
            {words.overlap.kind[kind]}
          </Link>
        ))}
      <Link
        to={{ name: 'OVERLAP', question: { of: [], kind: 'CHOICE' } }}
        class="filter"
        aria-current={shown === 'CHOICE' ? 'true' : undefined}
      >
        {words.overlap.choice}
      </Link>
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
