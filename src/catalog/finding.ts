import { visibleText } from '../text/quoted-text.ts';

/** Something that is wrong in a catalog, or that its authors may want to know. */
export interface Finding {
  /** An error keeps the catalog from being read; a warning does not. */
  readonly severity: 'error' | 'warning';
  /** The file or folder as the user would name it: the location that was given, and the file inside it. */
  readonly file: string;
  /** The line of the file, from 1. */
  readonly line: number;
  /** Where in the file's document, e.g. `roles[3].alternateTitles[1]`; '' for the document as a whole. */
  readonly path: string;
  /** What is wrong, what was expected and what to do. */
  readonly message: string;
}

/** The finding as one line for a terminal: `file:line: error: path: message`, without control characters. */
export function formatFinding(finding: Finding): string {
  const { severity, file, line, path, message } = finding;
  return visibleText(`${file}:${line}: ${severity}: ${path === '' ? '' : `${path}: `}${message}`);
}
