import type { DocumentPath } from '../document-path.ts';
import { walkJson } from './walk-json.ts';

/** A place that is looked for, with those below it. */
interface SoughtPath {
  offset: number | undefined;
  readonly below: Map<string | number, SoughtPath>;
}

/** A list or mapping on the way: which of the wanted places are in it, and how far its entries were counted. */
interface OpenCollection {
  readonly wanted: SoughtPath | undefined;
  index: number | undefined;
  key: SoughtPath | undefined;
}

/**
 * Where in a JSON text each path leads, in one walk: the offset of its key or entry, or of the nearest place above it
 * that there is. Of a key given twice the last counts, as for JSON.parse.
 */
export function locateInJson(text: string, paths: readonly DocumentPath[]): number[] {
  const root: SoughtPath = { offset: 0, below: new Map() };
  const targets = paths.map((path) => {
    let wanted = root;
    const chain = [root];
    for (const step of path) {
      const below: SoughtPath = wanted.below.get(step) ?? { offset: undefined, below: new Map() };
      wanted.below.set(step, below);
      chain.push(below);
      wanted = below;
    }
    return chain;
  });

  const opened: OpenCollection[] = [];
  const begin = (offset: number): SoughtPath | undefined => {
    const parent = opened.at(-1);
    if (parent === undefined) return root;
    if (parent.index === undefined) return parent.key;
    const entry = parent.wanted?.below.get(parent.index);
    if (entry !== undefined) entry.offset = offset;
    parent.index += 1;
    return entry;
  };
  walkJson(text, {
    opened: (offset, isMapping) => {
      opened.push({ wanted: begin(offset), index: isMapping ? undefined : 0, key: undefined });
    },
    closed: () => opened.pop(),
    scalar: begin,
    key: (key, offset) => {
      const mapping = opened.at(-1);
      if (mapping === undefined) return;
      mapping.key = mapping.wanted?.below.get(key);
      if (mapping.key !== undefined) mapping.key.offset = offset;
    },
  });
  return targets.map((chain) => chain.findLast(({ offset }) => offset !== undefined)?.offset ?? 0);
}
