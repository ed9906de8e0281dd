import { formatFinding } from '../../catalog/finding.ts';
import { catalogDocument } from '../../catalog/canonical-catalog.ts';
import type { Catalog } from '../../catalog/catalog.ts';
import { readClientToken } from '../../config/client-token.ts';
import type { ImportStage } from '../../import/catalog-importer.ts';
import { visibleText } from '../../text/quoted-text.ts';
import { exitCodes, type ExitCode } from '../exit-codes.ts';
import { withProgress } from '../output/progress.ts';
import { styled, type Terminal } from '../output/terminal.ts';
import { progressText, writeOutcome } from '../output/import-report.ts';
import type { RemoteResult } from './remote-answers.ts';
import { fasterImport, shown } from './remote-failure.ts';
import { importRemotely, remoteCatalogOf, type RemoteServer } from './remote-import.ts';
import { serverAddress } from './server-address.ts';

/** Options of `rolegraph import` that only make sense with a server. */
export interface RemoteOptions {
  readonly to?: string;
  readonly tokenFile?: string;
  readonly allowHttp?: boolean;
}

/**
 * The server that the options of a command name.
 *
 * @throws UsageError; ConfigError if its token cannot be read.
 */
export function remoteServerOf(
  to: string,
  { tokenFile, allowHttp = false }: RemoteOptions,
  env: Terminal['env'],
): RemoteServer {
  return { address: serverAddress(to, allowHttp), token: readClientToken(env, tokenFile) };
}

/**
 * Sends a catalog that was checked to a server, which compares and imports it, and writes what the server says.
 *
 * @param expectedSequence the one that is to be replaced; if not given, the one that is current now.
 * @throws CommandError
 */
export async function importTo(
  server: RemoteServer,
  catalog: Catalog,
  { dryRun, expectedSequence }: { readonly dryRun: boolean; readonly expectedSequence: number | undefined },
  terminal: Pick<Terminal, 'stdout' | 'stderr'>,
): Promise<ExitCode> {
  const { stdout, stderr } = terminal;
  const name = shown(server.address);
  const current = await withProgress(
    { title: `Asking ${name} for its catalog`, work: () => remoteCatalogOf(server) },
    stderr,
  );
  const seen = current?.sequence ?? 0;
  if (expectedSequence !== undefined && expectedSequence !== seen) {
    throw fasterImport(
      expectedSequence,
      { ...current, sequence: seen },
      { server: server.address, hasToken: server.token !== undefined },
    );
  }
  const result = await withProgress(
    {
      title: `Importing at ${name}`,
      work: (report) => {
        report('sending');
        return importRemotely(server, {
          document: catalogDocument(catalog),
          dryRun,
          expectedSequence: seen,
          onStage: (stage) => {
            report(stageText(stage));
          },
        });
      },
      isRefused: ({ status }) => status === 'INVALID',
    },
    stderr,
  );
  return writeResult(result, catalog, name, terminal);

  function writeResult(
    { status, diff, findings, omitted, sequence, previous }: RemoteResult,
    sent: Catalog,
    file: string,
    streams: Pick<Terminal, 'stdout' | 'stderr'>,
  ): ExitCode {
    if (status === 'INVALID') {
      for (const finding of findings) stderr.write(`${formatFinding({ ...finding, file })}\n`);
      const more = omitted.errors + omitted.warnings;
      const message =
        `Nothing was imported: ${file} finds errors that this version of Rolegraph does not${more > 0 ? `, ${more} more than listed` : ''}. ` +
        'Use its own version of this command, or change the catalog.';
      stderr.write(`${styled('bad', message, stderr)}\n`);
      return exitCodes.refused;
    }
    const replaced = previous === null ? '' : ` It replaces sequence ${previous.sequence}.`;
    if (diff.length > 0) stdout.write(`${diff.map(visibleText).join('\n')}\n`);
    else if (status !== 'UNCHANGED') stdout.write(`${file} has no catalog to compare with.\n`);
    return writeOutcome(
      { kind: status, catalog: sent },
      file,
      streams,
      `It is sequence ${sequence ?? 'unknown'} at ${file}.${replaced}`,
    );
  }
}

function stageText({ step, progress }: ImportStage): string {
  const texts = { READING: 'reading and checking', COMPARING: 'comparing', WRITING: 'writing' } as const;
  return progress === undefined ? texts[step] : `${texts[step]} ${progressText(progress)}`;
}
