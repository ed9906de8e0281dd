import { readCatalog } from '../../catalog/read/read-catalog.ts';
import { exitCodes, type ExitCode } from '../exit-codes.ts';
import { findingCounts, writeFindings } from '../output/findings-report.ts';
import { styled, counted, type Terminal } from '../output/terminal.ts';

export interface ValidateOptions {
  readonly json?: true;
}

/** `rolegraph validate`: reads and checks a catalog; the findings are its result. */
export async function validate({ stdout }: Terminal, location: string, { json }: ValidateOptions): Promise<ExitCode> {
  const reading = await readCatalog(location);
  const { catalog, findings, omitted } = reading;
  if (json === true) {
    stdout.write(`${JSON.stringify({ valid: catalog !== undefined, findings, omitted }, undefined, 2)}\n`);
  } else {
    writeFindings(reading, stdout);
    const { errors, warnings } = findingCounts(reading);
    const remarked = warnings > 0 ? `, with ${counted(warnings, 'warning')}` : '';
    const verdict =
      catalog === undefined
        ? styled('bad', `Not valid: ${counted(errors, 'error')}${remarked}.`, stdout)
        : `${styled('good', 'Valid', stdout)}${remarked}: ${catalog.name} ${catalog.version}, ` +
          `${counted(catalog.roles.length, 'role')}, ${counted(catalog.appearances.length, 'appearance')}.`;
    stdout.write(`${verdict}\n`);
  }
  return catalog === undefined ? exitCodes.refused : exitCodes.done;
}
