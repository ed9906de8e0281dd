import type { MatrixData, MatrixRow } from '../../../src/drawing/matrix/matrix-data.ts';
import { mostCells } from '../../../src/drawing/signature/signature.ts';
import { itemAt } from '../../../src/collections/item-at.ts';
import { SignatureCells } from '../../pictures/signature-cells.tsx';
import { Link } from '../../state/link.tsx';
import { slugOf } from '../../state/slugs.ts';
import { words } from '../../words/words.ts';
import { Ours } from '../team/ours.tsx';
import { type Selecting, SelectLink } from './select-link.tsx';

interface MatrixListProps {
  readonly data: MatrixData;
  readonly selecting: Selecting;
}

/** The matrix where its cells would be too small for fingers: each role unfolds to the links that its cells are elsewhere. */
export function MatrixList({ data, selecting }: MatrixListProps) {
  return (
    <ul class="matrix-list">
      {data.rows.map((row, index) => (
        <li key={row.id}>
          <Row data={data} row={row} index={index} selecting={selecting} />
        </li>
      ))}
    </ul>
  );
}

interface RowProps extends MatrixListProps {
  readonly row: MatrixRow;
  readonly index: number;
}

function Row({ data: { columns, by }, row, index, selecting }: RowProps) {
  const filled = columns.map((_, position) => row.cells.some(({ column }) => column === position));
  const names = columns.filter((_, position) => filled[position]).map(({ label }) => label);
  return (
    <details open={selecting.question.selected?.role === row.id}>
      <summary>
        <span>{row.label}</span>{' '}
        <SignatureCells
          filled={columns.length > mostCells ? null : filled}
          count={row.cells.length}
          pillarCount={columns.length}
          names={names}
        />
      </summary>
      <Ours role={row.id} />
      <ul>
        {row.cells.map(({ column: position, count }, place) => {
          const column = itemAt(columns, position);
          return (
            <li key={column.id}>
              <SelectLink
                selecting={selecting}
                selection={{ picture: 'MATRIX', groups: [column.id], isExact: false, role: row.id }}
                row={index}
                column={place}
                label={words.overlap.matrixCell(row.label, column.label, count, by === 'TOPIC')}
                class="text-link"
              >
                {words.overlap.cellInList(column.label, count, by === 'TOPIC')}
              </SelectLink>
            </li>
          );
        })}
        <li>
          <Link to={{ name: 'ROLE', slug: slugOf(row.id) }} class="text-link">
            {words.overlap.allLines(row.label)}
          </Link>
        </li>
      </ul>
    </details>
  );
}
