import type { HeatmapData } from '../../../src/drawing/heatmap/heatmap-data.ts';
import type { UpsetData } from '../../../src/drawing/upset/upset-data.ts';
import { Picture, type LoadDrawing } from '../../pictures/picture.tsx';
import { overlapKinds, type OverlapKind } from '../../state/address.ts';
import { useAnswer, type Answers } from '../../state/answers.ts';
import { Link } from '../../state/link.tsx';
import { heatmapAnswers, upsetAnswers, type Frame } from '../../state/questions.ts';
import { capitalized } from '../../words/format.ts';
import { words } from '../../words/words.ts';
import { FailureNote } from '../failure-note.tsx';
import { usePageTitle } from '../page-title.ts';

interface OverlapViewProps {
  /** Null for pillars, or what the catalog has in their place. */
  readonly kind: OverlapKind | null;
  readonly frame: Frame | undefined;
}

const loadHeatmap: LoadDrawing<HeatmapData> = async () =>
  (await import('../../../src/drawing/heatmap/heatmap-drawing.ts')).heatmapDrawing;
const loadUpset: LoadDrawing<UpsetData> = async () =>
  (await import('../../../src/drawing/upset/upset-drawing.ts')).upsetDrawing;

/** What groups share: how many roles every two of them have, and which combinations there are. */
export function OverlapView({ kind }: OverlapViewProps) {
  usePageTitle(words.overlap.title);
  return (
    <>
      <h1>{words.overlap.title}</h1>
      <nav class="filters" aria-label={words.overlap.kinds}>
        {overlapKinds.map((each) => (
          <Link
            key={each}
            to={{ name: 'OVERLAP', kind: each }}
            class="filter"
            aria-current={each === kind ? 'true' : undefined}
          >
            {capitalized(words.groups[each].other)}
          </Link>
        ))}
      </nav>
      <AnsweredPicture answers={heatmapAnswers} question={kind ?? ''} load={loadHeatmap} />
      {kind !== 'TOPIC' && <AnsweredPicture answers={upsetAnswers} question={kind ?? ''} load={loadUpset} />}
    </>
  );
}
