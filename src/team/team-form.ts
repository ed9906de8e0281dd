import { isTableOfPeople } from './table-header.ts';

/** A table of people; a list of people in YAML or JSON; roles, one per line. */
export type TeamForm = 'CSV' | 'YAML' | 'LINES';

/**
 * The form of a team: by the end of the file's name or, for any other, by its first line.
 *
 * @param name of the file.
 */
export function teamForm(text: string, name: string): TeamForm {
  if (/\.(?:csv|tsv)$/i.test(name)) return 'CSV';
  if (/\.(?:ya?ml|json)$/i.test(name)) return 'YAML';
  if (isTableOfPeople(text)) return 'CSV';
  return isYamlList(text) ? 'YAML' : 'LINES';
}

/** Whether a text is a list in YAML or JSON, by its first line that has anything but a comment. */
function isYamlList(text: string): boolean {
  const first = text.split(/\r\n|\n|\r/).find((line) => line.trim() !== '' && !/^\s*#/.test(line)) ?? '';
  return /^\s*(?:-\s|-$|\[|---)/.test(first);
}
