import type { NodeKind } from '../../graph/nodes/node-kind.ts';
import type { Node } from '../../graph/nodes/node.ts';
import { forEachInSteps, type Steps } from '../../scheduling/steps.ts';
import { cleanText } from '../../text/clean-text.ts';

/** The folder of each kind of node that has notes. */
export const noteFolders: Partial<Readonly<Record<NodeKind, string>>> = {
  ROLE: 'Roles',
  PILLAR: 'Pillars',
  CATEGORY: 'Categories',
  ORGANIZATION_TYPE: 'Organization types',
  TOPIC: 'Topics',
};

/**
 * The path of the note of each node that has one, without its extension, e.g. "Roles/DevOps Engineer". No two are equal where
 * case does not count, as on Windows and macOS.
 */
export function* notePathsOf(nodes: readonly Node[]): Steps<ReadonlyMap<Node, string>> {
  const byKey = new Map<string, { readonly node: Node; readonly path: string }[]>();
  yield* forEachInSteps(nodes, (node) => {
    const folder = noteFolders[node.kind];
    if (folder === undefined) return;
    const path = `${folder}/${fileNameOf(node.label)}`;
    const equal = byKey.get(path.toLowerCase());
    if (equal === undefined) byKey.set(path.toLowerCase(), [{ node, path }]);
    else equal.push({ node, path });
  });
  const paths = new Map<Node, string>();
  yield* forEachInSteps([...byKey.values()], (equal) => {
    // The part of the id after the kind is unique, and all of it may be in a file name but for the slash.
    for (const { node, path } of equal) {
      const key = node.id.slice(node.id.indexOf(':') + 1).replaceAll('/', '-');
      paths.set(node, equal.length === 1 ? path : `${path} {${key}}`);
    }
  });
  return paths;
}

/** What Windows or wiki links cannot have in a file name; braces, which tell equal names apart. */
const forbidden = /[\\/:*?"<>|#^[\]{}%\ufffd]/g;
/** Names that Windows takes for devices, whatever follows a dot. */
const devices = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?=\.|$)/i;
/** Most bytes of a name: file systems have 255, and the key and extension follow. */
const mostBytes = 150;

/** A name of a file that Windows, macOS and Linux take, as near to a text as possible. */
export function fileNameOf(text: string): string {
  const plain = cleanText(text)
    .normalize('NFC')
    .replaceAll(forbidden, '-')
    .replaceAll(/[\s\u2028\u2029]+/g, ' ');
  // A dot at the beginning hides a file, and Windows drops those at the end.
  const trimmed = shortened(plain).replaceAll(/^[. ]+|[. ]+$/g, '');
  return trimmed === '' ? '-' : trimmed.replace(devices, '$&-');
}

function shortened(text: string): string {
  if (Buffer.byteLength(text) <= mostBytes) return text;
  let short = '';
  for (const character of text) {
    if (Buffer.byteLength(short + character) > mostBytes) break;
    short += character;
  }
  return short;
}
