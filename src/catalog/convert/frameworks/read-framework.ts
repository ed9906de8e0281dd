import type { Conversion, GivenFile } from '../conversion.ts';
import type { StructuredData } from '../structured-data.ts';
import { esco } from './esco.ts';
import { niceFramework } from './nice.ts';
import { onet } from './onet.ts';
import { profileList } from './profiles.ts';

/**
 * Reads the files of a framework of roles, by their content; undefined for any other.
 *
 * @param data what the files hold as JSON or YAML.
 */
export function readFramework(files: readonly GivenFile[], data: readonly StructuredData[]): Conversion | undefined {
  const folder = esco(files) ?? onet(files);
  if (folder !== undefined) return folder;
  const [file, ...others] = files;
  if (file === undefined || others.length > 0) return undefined;
  const [documents] = data;
  if (documents === undefined) return undefined;
  return niceFramework(file, documents[0]) ?? profileList(file, documents);
}
