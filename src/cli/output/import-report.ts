import { formatDiff } from '../../catalog/format-diff.ts';
import type { ImportOutcome, Replacement } from '../../import/import-catalog.ts';
import type { Difference, ImportObserver, ImportStep } from '../../import/import-observer.ts';
import type { ImportProgress } from '../../store/graph-store.ts';
import { counted } from '../../text/in-words.ts';
import { partLines } from '../catalog-locations.ts';
import { exitCodes, type ExitCode } from '../exit-codes.ts';
import { failurePages, seePage } from '../help-pages.ts';
import { writeConversion } from './conversion-report.ts';
import { findingCounts, writeFindings } from './findings-report.ts';
import { withProgress } from './progress.ts';
import { styled, type Terminal } from './terminal.ts';

/** How many added, changed and removed entries a summary lists. */
const mostListed = 40;

/** Shows the steps of an import on stderr while they run, and writes what they found. */
export function importObserver(
  location: string,
  dryRun: boolean,
  { stdout, stderr }: Pick<Terminal, 'stdout' | 'stderr'>,
): ImportObserver {
  const titles: Readonly<Record<ImportStep, string>> = {
    READING: `Reading and checking ${location}`,
    COMPARING: 'Comparing it with the current catalog',
    WRITING: 'Writing',
  };
  return {
    run: ({ step, work, ...task }) =>
      withProgress(
        {
          title: titles[step],
          work: (report) =>
            work((progress) => {
              report(progressText(progress));
            }),
          ...task,
        },
        stderr,
      ),
    converted: (conversion) => {
      writeConversion(conversion, stderr, false);
    },
    checked: (reading) => {
      writeFindings(reading, stderr);
    },
    compared: (difference) => {
      stdout.write(`${differenceText(difference, dryRun)}\n`);
    },
  };
}

/** What is written of how an import ended. */
type WrittenOutcome = Extract<ImportOutcome, { readonly kind: 'INVALID' }> | Pick<Replacement, 'kind' | 'catalog'>;

/**
 * Writes how an import ended.
 *
 * @param next what is said about a catalog that was imported: a sentence, or nothing.
 */
export function writeOutcome(
  outcome: WrittenOutcome,
  location: string,
  { stdout, stderr }: Pick<Terminal, 'stdout' | 'stderr'>,
  next = 'Running servers open it within a second.',
): ExitCode {
  if (outcome.kind === 'INVALID') {
    const { errors } = findingCounts(outcome.reading);
    const message = `Nothing was imported: ${counted(errors, 'error')} in ${location}.`;
    stderr.write(`${styled('bad', message, stderr)}\n${seePage(failurePages.catalog)}`);
    return exitCodes.refused;
  }
  const { name, version, roles, appearances } = outcome.catalog;
  const messages = {
    UNCHANGED: `Nothing to change: ${name} ${version} is the current catalog already.`,
    NOT_WRITTEN: 'Nothing was written: this was a dry run.',
    IMPORTED:
      `${styled('good', 'Imported', stdout)} ${name} ${version}: ${counted(roles.length, 'role')}, ` +
      `${counted(appearances.length, 'appearance')}.${next === '' ? '' : ` ${next}`}`,
  };
  const parts = outcome.kind === 'IMPORTED' ? partLines(outcome.catalog) : '';
  stdout.write(`${messages[outcome.kind]}\n${parts}`);
  return exitCodes.done;
}

function differenceText(difference: Difference, isDryRun: boolean): string {
  if (difference.kind === 'CHANGED') return formatDiff(difference.diff, { most: mostListed });
  if (difference.reason === 'MISSING')
    return `There is no current catalog to compare with; this one ${isDryRun ? 'would be' : 'is'} stored whole.`;
  const problem = difference.reason === 'OLDER_VERSION' ? 'was stored by an older version of Rolegraph' : 'is damaged';
  return `The current catalog ${problem} and cannot be compared; it ${isDryRun ? 'would be' : 'is'} replaced whole.`;
}

/** "12,000 of 48,000 rows (25%)". */
export function progressText({ written, total }: ImportProgress): string {
  const percent = total === 0 ? 100 : Math.floor((100 * written) / total);
  return `${written.toLocaleString('en-US')} of ${counted(total, 'row')} (${percent}%)`;
}
