import { matchingKey } from '../../text/matching-key.ts';
import type { Node } from '../../graph/nodes/node.ts';

/** Separates the parts of a path; no matching key contains it. */
export const separator = '/';

/** The matching keys of the parts of an id, or of a category with its owner. */
export function pathKey(text: string): string {
  return text
    .split(/[:/]/)
    .map((part) => matchingKey(part))
    .join(separator);
}

/** The keys of the slug of a node; for a category also those with each owner. */
export function slugKeys(node: Node): readonly string[] {
  if (node.kind === 'APPEARANCE') return [];
  const slug = matchingKey(node.slug);
  if (node.kind !== 'CATEGORY') return [slug];
  const paths = node.owners.flatMap((owner) => [
    [matchingKey(owner.slug), slug],
    [matchingKey(owner.name), matchingKey(node.name)],
  ]);
  return [slug, ...paths.map((parts) => parts.join(separator))];
}

export function alternateTitlesOf(node: Node): readonly string[] {
  return node.kind === 'ROLE' ? node.alternateTitles : [];
}

/** Whether each part of a key starts with the corresponding part of a path. */
export function beginsInParts(key: string, parts: readonly string[]): boolean {
  const whole = key.split(separator);
  return whole.length === parts.length && parts.every((part, index) => whole[index]?.startsWith(part) === true);
}
