import { join } from 'node:path';
import { packageFolder } from './package-folder.ts';

/**
 * Goes to the folder where the user stands, which is what paths on the command line are relative to. npm runs a script in the
 * folder of its package, and says in INIT_CWD where it was called (https://docs.npmjs.com/cli/commands/npm-run). Imported
 * catalogs stay in the data folder of the package, so that every folder has the same.
 */
export function goToUsersFolder(env: NodeJS.ProcessEnv = process.env): void {
  const { INIT_CWD: folder = '' } = env;
  const isScript = env['npm_lifecycle_event'] !== undefined && process.cwd() === packageFolder();
  if (!isScript || folder === '' || folder === process.cwd()) return;
  env['ROLEGRAPH_DATA'] ??= join(packageFolder(), 'data');
  process.chdir(folder);
}
