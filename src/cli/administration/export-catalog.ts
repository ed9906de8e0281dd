import { writeFile } from 'node:fs/promises';
import { catalogDocument } from '../../catalog/canonical-catalog.ts';
import { readConfig } from '../../config/config.ts';
import { catalogOfGraph } from '../../graph/structure/catalog-of-graph.ts';
import { CommandError } from '../command-error.ts';
import { exitCodes, type ExitCode } from '../exit-codes.ts';
import { openStore } from '../open-store.ts';
import type { Terminal } from '../output/terminal.ts';

interface ExportOptions {
  /** The file to write, instead of standard output. */
  readonly output?: string;
}

/** `rolegraph export-catalog`: writes the current catalog as the one document that import takes. */
export async function exportCatalog({ env, stdout, stderr }: Terminal, { output }: ExportOptions): Promise<ExitCode> {
  const store = await openStore(readConfig(env), 'COMMAND');
  try {
    const document = catalogDocument(catalogOfGraph(await (await store.current()).data()));
    if (output === undefined) {
      stdout.write(document);
    } else {
      await write(output, document);
      stderr.write(`Wrote the current catalog to ${output}.\n`);
    }
    return exitCodes.done;
  } finally {
    await store.close();
  }
}

async function write(path: string, document: string): Promise<void> {
  try {
    await writeFile(path, document);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new CommandError(
      `Cannot write the catalog to ${path}: ${reason}. Give --output a file that you can write to.`,
      { cause: error },
    );
  }
}
