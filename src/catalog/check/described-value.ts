import { quoted } from '../../text/quoted-text.ts';

/** Describes the value that was found where another one was expected. */
export function describedValue(value: unknown): string {
  if (value === null) return 'nothing (null)';
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : 'a list';
  if (typeof value === 'string') return `the text ${quoted(value)}`;
  if (typeof value === 'number') return `the number ${value}`;
  if (typeof value === 'boolean') return value ? 'true' : 'false';
  return value === undefined ? 'nothing' : 'a mapping';
}

/** Advice for a value that YAML or JSON reads as something other than text. */
export function typeHint(value: unknown): string {
  if (typeof value === 'number' || typeof value === 'boolean') {
    return '; put quotes around it, with all that was written (e.g. "001"), to make it text';
  }
  return value === null ? '; give a value, or leave out the key if it is optional' : '';
}
