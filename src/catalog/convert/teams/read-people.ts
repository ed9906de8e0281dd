import type { Conversion, GivenFile } from '../conversion.ts';
import { structuredData } from '../structured-data.ts';
import { backstageTeam } from './backstage.ts';
import { codeOwners } from './codeowners.ts';
import { owners, ownersAliases } from './owners-aliases.ts';

/** Reads who is in which group from files of other tools, by their content; undefined for any other. */
export function readPeople(files: readonly GivenFile[]): Conversion | undefined {
  const [file, ...others] = files;
  if (file !== undefined && others.length === 0) {
    const owned = codeOwners(file);
    if (owned !== undefined) return owned;
  }
  const documents: unknown[] = [];
  for (const each of files) {
    const values = structuredData(each);
    if (values === undefined) return undefined;
    documents.push(...values);
  }
  return backstageTeam(documents) ?? ownersAliases(documents) ?? owners(documents);
}
