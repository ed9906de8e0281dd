import type { Table } from '../../state/table.ts';
import { words } from '../../words/words.ts';
import { lineCells } from '../evidence/line-cells.ts';
import type { Way } from './path-steps.ts';

const { table } = words.paths;

/** A row for each line behind each step; a step that no line states has one, too. */
export function pathsTables(labels: readonly [from: string, to: string], ways: readonly Way[]): readonly Table[] {
  return [
    {
      title: table.title(...labels),
      columns: [table.path, table.step, table.from, table.how, table.to, table.source, table.line, table.words],
      rows: ways.flatMap(({ steps }, way) =>
        steps.flatMap(({ from, verb, to, lines }, step) => {
          const start = [way + 1, step + 1, from.label, verb, to.label];
          if (lines.length === 0) return [[...start, null, null, null]];
          return lines.map((line) => [...start, ...lineCells(line)]);
        }),
      ),
    },
  ];
}
