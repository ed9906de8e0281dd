import type { DocumentPath } from '../document-path.ts';
import type { ParsedText } from './parsed-text.ts';

/** A path that is looked for, and those that continue it. */
interface SoughtPath {
  offset: number | undefined;
  readonly below: Map<string | number, SoughtPath>;
}

/** A list or mapping that is not closed yet, with the sought paths in it and the index of its next entry. */
interface OpenCollection {
  readonly sought: SoughtPath | undefined;
  index: number | undefined;
  key: SoughtPath | undefined;
}

/**
 * Finds the offset of each path in a text, in one walk: that of its key or entry, or of the nearest ancestor that exists.
 * Of a key given twice the last counts, as for its value. The values of an alias have the offset of the alias.
 */
export function locatePaths({ walk }: ParsedText, paths: readonly DocumentPath[]): number[] {
  const root: SoughtPath = { offset: 0, below: new Map() };
  const chains = paths.map((path) => {
    const chain = [root];
    let sought = root;
    for (const step of path) {
      const below = sought.below.get(step) ?? { offset: undefined, below: new Map() };
      sought.below.set(step, below);
      chain.push(below);
      sought = below;
    }
    return chain;
  });

  const opened: OpenCollection[] = [];
  const begin = (offset: number): SoughtPath | undefined => {
    const parent = opened.at(-1);
    if (parent?.index === undefined) {
      if (parent === undefined) root.offset = offset;
      return parent === undefined ? root : parent.key;
    }
    const entry = parent.sought?.below.get(parent.index);
    if (entry !== undefined) entry.offset = offset;
    parent.index++;
    return entry;
  };
  walk({
    opened: (offset, isMapping) => {
      opened.push({ sought: begin(offset), index: isMapping ? undefined : 0, key: undefined });
    },
    closed: () => opened.pop(),
    scalar: begin,
    key: (key, offset) => {
      const mapping = opened.at(-1);
      if (mapping === undefined) return;
      mapping.key = mapping.sought?.below.get(key);
      if (mapping.key !== undefined) mapping.key.offset = offset;
    },
  });
  return chains.map((chain) => chain.findLast(({ offset }) => offset !== undefined)?.offset ?? 0);
}
