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

/** Writes the findings, one per line, and how many more there are. */
export function writeFindings({ findings, omitted }: CatalogReading, stream: Writable): void {
  for (const finding of findings) {
    const meaning = finding.severity === 'error' ? 'bad' : 'doubtful';
    stream.write(`${styled(meaning, formatFinding(finding), stream)}\n`);
  }
  if (omitted.errors > 0) stream.write(`… and ${counted(omitted.errors, 'more error')}\n`);
  if (omitted.warnings > 0) stream.write(`… and ${counted(omitted.warnings, 'more warning')}\n`);
}
