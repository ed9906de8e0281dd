import type { TableReading } from '../../../src/catalog/convert/conversion.ts';
import type { GivenTable } from '../../../src/catalog/convert/given-table.ts';

/** A sheet of the given cells; rows without text are left out, as readers of files leave them out. */
export function sheetOf(rows: readonly (readonly string[])[], bold: readonly number[] = []): GivenTable {
  return {
    name: 'the sheet Roles',
    headings: [],
    counts: 'row',
    rows: rows
      .map((cells, index) => ({ number: index + 1, cells, isBold: bold.includes(index + 1) }))
      .filter(({ cells }) => cells.some((cell) => cell !== '')),
  };
}

/** What a reading says, one line a statement: "place group / section / role: duties". */
export function linesOf(reading: TableReading | undefined): readonly string[] {
  return (reading?.statements ?? []).map(({ place, group, section, role, duties }) => {
    const names = duties.map(({ name, involvement }) =>
      involvement.join() === 'RESPONSIBLE' ? name : `${name} (${involvement.join(', ')})`,
    );
    const where = [group, section].map((name) => name ?? '-').join(' / ');
    return `${String(place.row ?? place.line)} ${where} / ${role}: ${names.join('; ')}`;
  });
}

/** What a reading leaves out, one line each: "number text: why". */
export function leftOutOf(reading: TableReading | undefined): readonly string[] {
  return (reading?.leftOut ?? []).map(({ number, text, why }) => `${String(number)} ${text}: ${why}`);
}
