import { combinationInWords } from '../../../src/drawing/upset/upset-answer.ts';
import type { UpsetData } from '../../../src/drawing/upset/upset-data.ts';
import type { OverlapSelection } from '../../state/address/overlap-address.ts';
import { Link } from '../../state/link.tsx';
import { capitalized, number } from '../../words/format.ts';
import { words } from '../../words/words.ts';
import type { Selecting } from './select-link.tsx';
import { groupsOf, selectionOf } from './upset-selection.ts';

interface CombinationsTableProps {
  readonly data: UpsetData;
  readonly selecting: Selecting;
}

/** All combinations, those for which the plot has no room included. */
export function CombinationsTable({ data, selecting }: CombinationsTableProps) {
  const { combinations, kind } = data;
  return (
    <details class="as-table">
      <summary>{words.overlap.asTable}</summary>
      <table>
        <thead>
          <tr>
            <th scope="col">{capitalized(words.groups[kind].other)}</th>
            <th scope="col" class="figure">
              {words.overlap.columns.exactly}
            </th>
            <th scope="col" class="figure">
              {words.overlap.columns.atLeast}
            </th>
          </tr>
        </thead>
        <tbody>
          {combinations.map((combination) => {
            const groups = groupsOf(data, combination);
            const where = capitalized(combinationInWords(data, combination.groups));
            const { exclusiveRoleCount, sharedRoleCount } = combination;
            return (
              <tr key={groups.join(' ')}>
                <th scope="row">{where}</th>
                <td class="figure">
                  <TableLink
                    selecting={selecting}
                    selection={selectionOf(groups, true)}
                    count={exclusiveRoleCount}
                    label={words.overlap.exactlyIn(where, exclusiveRoleCount)}
                  />
                </td>
                <td class="figure">
                  <TableLink
                    selecting={selecting}
                    selection={selectionOf(groups, false)}
                    count={sharedRoleCount}
                    label={words.overlap.atLeastIn(where, sharedRoleCount)}
                  />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </details>
  );
}

interface TableLinkProps {
  readonly selecting: Selecting;
  readonly selection: OverlapSelection;
  readonly count: number;
  readonly label: string;
}

function TableLink({ selecting: { question, onSelect }, selection, count, label }: TableLinkProps) {
  return (
    <Link
      to={{ name: 'OVERLAP', question: { ...question, selected: selection } }}
      onFollow={onSelect}
      aria-label={label}
      class="number-link"
    >
      {number(count)}
    </Link>
  );
}
