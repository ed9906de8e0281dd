import { columnOf } from './team-rows.ts';

/** What separates the columns, as spreadsheets write it in different countries. */
const delimiters = [',', ';', '\t'] as const;

/** The columns of a first line that is the header of a table of people; undefined for any other line. */
export function headerOf(
  line: string,
): { readonly delimiter: string; readonly headings: readonly string[] } | undefined {
  for (const delimiter of delimiters) {
    const headings = line.split(delimiter).map((heading) => heading.trim().replace(/^"(.*)"$/, '$1'));
    const columns = headings.map(columnOf);
    if (columns.includes('name') && headings.length > 1) return { delimiter, headings };
  }
  return undefined;
}

/** Whether a text is a table of people, by its first line. */
export function isTableOfPeople(text: string): boolean {
  return headerOf(firstLineOf(text)) !== undefined;
}

/** The first line that is not blank. */
export function firstLineOf(text: string): string {
  return text.split(/\r\n|\n|\r/).find((line) => line.trim() !== '') ?? '';
}
