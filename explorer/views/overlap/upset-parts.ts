import type { GroupMark, Mark } from '../../../src/drawing/scene/scene.ts';
import type { Combination, UpsetData } from '../../../src/drawing/upset/upset-data.ts';
import { type UpsetLayout, upsetLayout } from '../../../src/drawing/upset/upset-layout.ts';
import { upsetMarks } from '../../../src/drawing/upset/upset-marks.ts';
import { runToCompletion } from '../../../src/scheduling/steps.ts';

/** Some columns side by side, with the rows that they need. */
export interface UpsetPart {
  readonly layout: UpsetLayout;
  /** Those of the rows, some of which are only stripes. */
  readonly rows: readonly Mark[];
  readonly columns: readonly GroupMark[];
  readonly combinations: readonly Combination[];
}

/** What is clicked is at least so wide, in pixels, that fingers and shaking hands meet it. */
const leastPitch = 24;
/** The most parts below each other: on a phone, the rest of very many columns is in the table. */
const mostParts = 6;

/** Where there is no room for all columns side by side, the others stand below them, to the same scale. */
export function partsOf(data: UpsetData, width: number): readonly UpsetPart[] {
  const { combinations } = data;
  const [greatest] = combinations;
  if (greatest === undefined) return [];
  const { left } = runToCompletion(upsetLayout(data, width));
  const fitting = Math.max(1, Math.floor((width - left) / leastPitch));
  const count = Math.ceil(combinations.length / fitting);
  const perPart = Math.ceil(combinations.length / count);
  return Array.from({ length: Math.min(count, mostParts) }, (_, part) => {
    const own = combinations.slice(part * perPart, (part + 1) * perPart);
    const shown = { ...data, combinations: own };
    const layout = scaledTo(runToCompletion(upsetLayout(shown, width)), own, greatest);
    const marks = runToCompletion(upsetMarks(shown, layout, 0, 0));
    return {
      layout,
      rows: marks.slice(0, -layout.columns),
      columns: marks.slice(-layout.columns).filter((mark) => mark.type === 'group'),
      combinations: own,
    };
  });
}

/** Higher than this, in pixels, the rest is folded, so that what comes after it is found. */
const mostHeight = 1200;

/** The first parts that are not too high together, at least one. */
export function firstOf(parts: readonly UpsetPart[]): readonly UpsetPart[] {
  let height = 0;
  const end = parts.findIndex(({ layout }, index) => {
    height += layout.height;
    return index > 0 && height > mostHeight;
  });
  return end === -1 ? parts : parts.slice(0, end);
}

/** How many columns some parts have. */
export function columnsIn(parts: readonly UpsetPart[]): number {
  return parts.reduce((sum, { combinations }) => sum + combinations.length, 0);
}

/** So many roles, or more, fill the height of the bars: where every combination has one, long bars would say nothing. */
const leastScale = 5;

/** The layout in which a bar is as long as it would be next to that of the greatest combination. */
function scaledTo(layout: UpsetLayout, [first]: readonly Combination[], greatest: Combination): UpsetLayout {
  const scale = (first?.exclusiveRoleCount ?? 0) / Math.max(greatest.exclusiveRoleCount, leastScale);
  const saved = layout.barLength * (1 - scale);
  return {
    ...layout,
    barLength: layout.barLength - saved,
    barsHeight: layout.barsHeight - saved,
    height: layout.height - saved,
  };
}
