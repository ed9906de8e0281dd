import { ArgumentError } from '../graph/argument-error.ts';
import { quoted } from '../text/quoted-text.ts';
import type { AddressParameters } from './address-values.ts';

/** What an address of a file consists of. */
export interface AddressParts {
  /** The last segment of its path, which names the file. */
  readonly last: string;
  readonly parameters: AddressParameters;
}

/**
 * Splits an address. Parameters in its path and in its query count alike: /graph/depth=2/graph.gexf means the same as
 * /graph.gexf?depth=2, for tools that look at the end of an address.
 *
 * @param path percent-encoded, as it was sent.
 * @param example an address with a parameter in its path, for the message about a path that is wrong.
 * @throws ArgumentError for a segment that is not "name=value".
 */
export function addressParts(path: string, query: string, example: string): AddressParts {
  const segments = path.split('/').slice(1);
  const parameters = new Map<string, string[]>();
  const add = (name: string, value: string) => {
    const before = parameters.get(name);
    if (before === undefined) parameters.set(name, [value]);
    else before.push(value);
  };
  for (const segment of segments.slice(1, -1)) {
    const text = decodedSegment(segment);
    const end = text.indexOf('=');
    if (end <= 0) {
      throw new ArgumentError(
        'path',
        `The path has the part ${quoted(text)}; each part must be a parameter with a value, e.g. ${example}.`,
      );
    }
    add(text.slice(0, end), text.slice(end + 1));
  }
  for (const [name, value] of new URLSearchParams(query)) add(name, value);
  return { last: segments.at(-1) ?? '', parameters };
}

function decodedSegment(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    const message = `The path has the part ${quoted(segment)}, which is not encoded correctly; write a percent sign as %25.`;
    throw new ArgumentError('path', message);
  }
}

/** A value, encoded as far as a query needs it: the characters of ids and lists stay as people read them (RFC 3986, 3.4). */
export function inQuery(value: string): string {
  return encodeURIComponent(value).replace(/%(3A|2C|2F)/g, (encoded) => decodeURIComponent(encoded));
}
