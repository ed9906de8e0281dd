import type { Writable } from 'node:stream';
import { formatFinding } from '../../catalog/finding.ts';
import type { CatalogReading } from '../../catalog/read/read-catalog.ts';
import { counted } from '../../text/in-words.ts';
import { styled } from './terminal.ts';

/** The number of findings, including those that are not listed. */
export function findingCounts({ findings, omitted }: CatalogReading): {
  readonly errors: number;
  readonly warnings: number;
} {
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  return { errors: errors + omitted.errors, warnings: findings.length - errors + omitted.warnings };
}

/**
 * Writes the findings, one per line, and how many more there are.
 *
 * @param most how many errors, and how many warnings, are written.
 */
export function writeFindings({ findings, omitted }: CatalogReading, stream: Writable, most = Infinity): void {
  for (const severity of ['error', 'warning'] as const) {
    const found = findings.filter((finding) => finding.severity === severity);
    const meaning = severity === 'error' ? 'bad' : 'doubtful';
    for (const finding of found.slice(0, most)) {
      stream.write(`${styled(meaning, formatFinding(finding), stream)}\n`);
    }
    const more = Math.max(0, found.length - most) + omitted[severity === 'error' ? 'errors' : 'warnings'];
    if (more > 0) stream.write(`… and ${counted(more, `more ${severity}`)}\n`);
  }
}
