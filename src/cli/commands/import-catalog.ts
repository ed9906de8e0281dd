import { readCatalog } from '../../catalog/read/read-catalog.ts';
import { readConfig } from '../../config/config.ts';
import { exitCodes, type ExitCode } from '../exit-codes.ts';
import { findingCounts, writeFindings } from '../output/findings-report.ts';
import { openStore } from '../open-store.ts';
import { replaceCurrent } from '../replace-current.ts';
import { runStep } from '../output/step.ts';
import { coloured, counted, type Terminal } from '../output/terminal.ts';

export interface ImportOptions {
  readonly dryRun?: true;
}

/** `rolegraph import`: checks a catalog, tells what it changes, and keeps it in place of the current one. */
export async function importCatalog(location: string, options: ImportOptions, terminal: Terminal): Promise<ExitCode> {
  const { stderr } = terminal;
  const config = readConfig(terminal.env);
  const reading = await runStep(
    {
      title: `Reading and checking ${location}`,
      work: () => readCatalog(location),
      isRefused: ({ catalog }) => catalog === undefined,
    },
    stderr,
  );
  writeFindings(reading, stderr);
  if (reading.catalog === undefined) {
    const { errors } = findingCounts(reading);
    const message = `Nothing was imported: ${location} has ${counted(errors, 'error')}.`;
    stderr.write(`${coloured('bad', message, stderr)}\n`);
    return exitCodes.refused;
  }
  const store = await openStore(config, 'COMMAND');
  try {
    await replaceCurrent(store, reading.catalog, options, terminal);
    return exitCodes.done;
  } finally {
    await store.close();
  }
}
