import { readFileSync } from 'node:fs';
import { findPackageJSON } from 'node:module';
import { dirname } from 'node:path';

/** The file package.json of Rolegraph itself, above this module's sources and above its compiled form alike. */
function packageFile(): string {
  const path = findPackageJSON(import.meta.url);
  if (path === undefined) throw new Error(`there is no package.json above ${import.meta.url}`);
  return path;
}

/** The folder that Rolegraph is installed in: the one with seed/, cypher/ and pages/. */
export function packageFolder(): string {
  return dirname(packageFile());
}

export function packageVersion(): string {
  const content: unknown = JSON.parse(readFileSync(packageFile(), 'utf8'));
  if (typeof content === 'object' && content !== null && 'version' in content && typeof content.version === 'string') {
    return content.version;
  }
  throw new Error(`${packageFile()} gives no version`);
}
