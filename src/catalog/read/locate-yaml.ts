import type { DocumentPath } from '../document-path.ts';

/** Offsets of the entries of a list or mapping; kept in place of the parsed tree, which is much larger. */
export interface YamlOffsets {
  /** The keys of a mapping, in the order of `offsets`; undefined for a list. */
  readonly keys: readonly string[] | undefined;
  readonly offsets: readonly number[];
  /** The offsets inside the entries that are lists or mappings, at the same index. */
  readonly below: readonly (YamlOffsets | undefined)[];
}

/**
 * Finds the offset of each path: that of its key or entry, or of the nearest ancestor that exists. The values of an alias
 * have the offset of the alias.
 */
export function locateInYaml(root: YamlOffsets | undefined, paths: readonly DocumentPath[]): number[] {
  return paths.map((path) => {
    let offsets = root;
    let offset = root?.offsets[0] ?? 0;
    for (const step of path) {
      const index =
        typeof step === 'number' && offsets?.keys === undefined ? step : offsets?.keys?.indexOf(String(step));
      const found = index === undefined ? undefined : offsets?.offsets[index];
      if (index === undefined || found === undefined) break;
      offset = found;
      offsets = offsets?.below[index];
    }
    return offset;
  });
}
