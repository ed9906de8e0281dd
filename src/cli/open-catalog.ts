import { readConfig } from '../config.ts';
import { Membership } from '../membership/membership.ts';
import { OpenGeneration } from '../store/open-generation.ts';
import { Asking } from './ask.ts';
import { CatalogNames } from './catalog-names.ts';
import { openStore } from './open-store.ts';
import type { Terminal } from './terminal.ts';

/** The catalog that is current when a command begins. */
export interface OpenCatalog {
  readonly names: CatalogNames;
  readonly asking: Asking;
}

/** Has a command answer from the current catalog, wherever the settings say that it is kept. */
export async function withCatalog<T>(
  { env, stderr }: Pick<Terminal, 'env' | 'stderr'>,
  answer: (catalog: OpenCatalog) => Promise<T>,
): Promise<T> {
  const store = await openStore(readConfig(env), 'COMMAND');
  try {
    const generation = await store.current();
    const { structure, derived } = await store.opened(generation);
    const membership = await Membership.inTurns(structure, derived);
    const open = new OpenGeneration(store, generation, membership);
    return await answer({ names: new CatalogNames(membership, stderr), asking: new Asking(open) });
  } finally {
    await store.close();
  }
}
