import { hueAt } from '../../src/drawing/scene/scene.ts';
import { colorClass } from '../../src/drawing/svg/color-rules.ts';
import { words } from '../words/words.ts';

const gap = 2;
const size = { width: 9, height: 12 };
/** How many cells are in a row, which a phone has room for. */
const perRow = 28;

interface AllPillarCellsProps {
  readonly pillars: readonly { readonly id: string; readonly name: string }[];
  /** Those in which the role stands. */
  readonly own: readonly { readonly id: string; readonly name: string }[];
}

/** A cell for each of many pillars, filled where a role stands, in rows. Each says its name. */
export function AllPillarCells({ pillars, own }: AllPillarCellsProps) {
  if (pillars.length === 0) return null;
  const ids = new Set(own.map(({ id }) => id));
  const columns = Math.min(perRow, pillars.length);
  const width = columns * (size.width + gap) - gap;
  const height = Math.ceil(pillars.length / perRow) * (size.height + gap) - gap;
  return (
    <svg
      class="signature"
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={words.board.inGroups(own.map(({ name }) => name))}
    >
      {pillars.map(({ id, name }, position) => (
        <rect
          key={id}
          x={(position % perRow) * (size.width + gap)}
          y={Math.floor(position / perRow) * (size.height + gap)}
          width={size.width}
          height={size.height}
          rx={1}
          class={colorClass({ property: 'fill', color: ids.has(id) ? hueAt(position) : 'EMPTY_CELL' })}
        >
          <title>{name}</title>
        </rect>
      ))}
    </svg>
  );
}
