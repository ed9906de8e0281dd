import { quoted } from '../../text/quoted-text.ts';

/** What was found where something else was expected, in a reader's terms. */
export function describedValue(value: unknown): string {
  if (value === null) return 'nothing (null)';
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : 'a list';
  if (typeof value === 'string') return `the text ${quoted(value)}`;
  if (typeof value === 'number') return `the number ${value}`;
  if (typeof value === 'boolean') return value ? 'true' : 'false';
  return value === undefined ? 'nothing' : 'a mapping';
}

/** What to do where text was expected and YAML or JSON read something else. */
export function typeHint(value: unknown): string {
  if (typeof value === 'number' || typeof value === 'boolean') {
    return '; put quotes around it, with all that was written (e.g. "001"), to make it text';
  }
  return value === null ? '; give a value, or leave out the key if it is optional' : '';
}
