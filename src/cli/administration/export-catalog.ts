import { catalogDocument } from '../../catalog/canonical-catalog.ts';
import { readConfig } from '../../config/config.ts';
import { catalogOfGraph } from '../../graph/structure/catalog-of-graph.ts';
import { exitCodes, type ExitCode } from '../exit-codes.ts';
import { openStore } from '../../store/open-store.ts';
import { writeFileParts } from '../output/write-file.ts';
import type { Terminal } from '../output/terminal.ts';

interface ExportOptions {
  /** The file to write, instead of standard output. */
  readonly output?: string;
}

/** `rolegraph export-catalog`: writes the current catalog as the one document that import takes. */
export async function exportCatalog(terminal: Terminal, { output }: ExportOptions): Promise<ExitCode> {
  const store = await openStore(readConfig(terminal.env), 'COMMAND');
  try {
    const document = catalogDocument(catalogOfGraph(await (await store.current()).data()));
    await writeFileParts(terminal, 'the current catalog', output, [document]);
    return exitCodes.done;
  } finally {
    await store.close();
  }
}
