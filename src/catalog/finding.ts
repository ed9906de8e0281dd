import { visibleText } from '../text/quoted-text.ts';

/** An error in a catalog, or a warning to its authors. */
export interface Finding {
  /** A catalog with an error cannot be imported; one with only warnings can. */
  readonly severity: 'error' | 'warning';
  /** The given location, extended by the name of the file inside it. */
  readonly file: string;
  /** The line of the file, from 1. */
  readonly line: number;
  /** The path in the document, e.g. `roles[3].alternateTitles[1]`; '' for the document as a whole. */
  readonly path: string;
  /** What is wrong, what is expected and what to do. */
  readonly message: string;
}

/** The finding as one line for a terminal: `file:line: error: path: message`, without control characters. */
export function formatFinding(finding: Finding): string {
  const { severity, file, line, path, message } = finding;
  return visibleText(`${file}:${line}: ${severity}: ${path === '' ? '' : `${path}: `}${message}`);
}
