import type { DocumentPath } from '../document-path.ts';
import { walkJson } from './walk-json.ts';

/** A path that is looked for, and those that continue it. */
interface SoughtPath {
  offset: number | undefined;
  readonly below: Map<string | number, SoughtPath>;
}

/** A list or mapping that is not closed yet, with the sought paths in it and the index of its next entry. */
interface OpenCollection {
  readonly wanted: SoughtPath | undefined;
  index: number | undefined;
  key: SoughtPath | undefined;
}

/**
 * Finds the offset of each path in a JSON text, in one walk: that of its key or entry, or of the nearest ancestor that
 * exists. Of a key given twice the last counts, as for JSON.parse.
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
