import type { Signature } from '../../src/drawing/signature/signature.ts';
import { hueAt } from '../../src/drawing/scene/scene.ts';
import { colorClass } from '../../src/drawing/svg/color-rules.ts';
import { number } from '../words/format.ts';
import { words } from '../words/words.ts';

const gap = 2;
const cellWidth = 5;
const cellHeight = 10;

/** In which pillars a role stands: a cell for each, always in the same order; with more than eight pillars, their number. */
export function SignatureCells({ filled, count, pillarCount, names }: Signature) {
  if (pillarCount === 0) return null;
  const text = words.board.inGroups(names);
  if (filled === null) {
    return (
      <span class="signature-count" title={text}>
        {number(count)}
      </span>
    );
  }
  const width = filled.length * (cellWidth + gap) - gap;
  return (
    <svg class="signature" width={width} height={cellHeight} viewBox={`0 0 ${width} ${cellHeight}`} role="img">
      <title>{text}</title>
      {filled.map((isFilled, position) => (
        <rect
          key={position}
          x={position * (cellWidth + gap)}
          width={cellWidth}
          height={cellHeight}
          rx={1}
          class={colorClass({ property: 'fill', color: isFilled ? hueAt(position) : 'EMPTY_CELL' })}
        />
      ))}
    </svg>
  );
}
