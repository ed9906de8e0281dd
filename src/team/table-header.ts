import { columnOf } from './team-rows.ts';

/** What separates the columns, as spreadsheets write it in different countries. */
const delimiters = [',', ';', '\t'] as const;

/** What separates the columns of a first line that is the header of a table of people; undefined for any other line. */
export function delimiterOf(line: string): string | undefined {
  return delimiters.find((delimiter) => {
    const columns = line.split(delimiter).map((heading) => columnOf(heading.trim().replace(/^"(.*)"$/, '$1')));
    return columns.includes('name') && columns.length > 1;
  });
}

/** Whether a text is a table of people, by its first line. */
export function isTableOfPeople(text: string): boolean {
  return delimiterOf(firstLineOf(text)) !== undefined;
}

/** The first line that is not blank. */
export function firstLineOf(text: string): string {
  return text.split(/\r\n|\n|\r/).find((line) => line.trim() !== '') ?? '';
}
