import { grouped } from '../../text/quoted-text.ts';
import { mostYamlBytes } from '../document-limits.ts';

/**
 * Why a text cannot be one file of YAML, as a sentence; undefined if it can. What to do about it depends on where it was to be written.
 *
 * @param what has the text, as the beginning of the sentence, e.g. "The catalog".
 */
export function yamlSizeProblem(what: string, text: string): string | undefined {
  const size = Buffer.byteLength(text);
  if (size <= mostYamlBytes) return undefined;
  return `${what} has ${grouped(size)} bytes as YAML, more than the 8 MB that one YAML file may have.`;
}
