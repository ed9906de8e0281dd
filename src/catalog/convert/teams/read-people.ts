import type { Conversion, GivenFile } from '../conversion.ts';
import type { StructuredData } from '../structured-data.ts';
import { backstageTeam } from './backstage.ts';
import { codeOwners } from './codeowners.ts';
import { owners, ownersAliases } from './owners-aliases.ts';

/**
 * Reads who is in which group from files of other tools, by their content; undefined for any other.
 *
 * @param data what the files hold as JSON or YAML.
 */
export function readPeople(files: readonly GivenFile[], data: readonly StructuredData[]): Conversion | undefined {
  const [file, ...others] = files;
  const owned = file !== undefined && others.length === 0 ? codeOwners(file) : undefined;
  if (owned !== undefined) return owned;
  if (data.includes(undefined)) return undefined;
  const documents = data.flatMap((each) => each ?? []);
  return backstageTeam(documents) ?? ownersAliases(documents) ?? owners(documents);
}
