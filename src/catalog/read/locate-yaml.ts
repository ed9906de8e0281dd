import type { DocumentPath } from '../document-path.ts';

/** Where the entries of a list or mapping stand in the text; kept instead of the parsed tree, which is much larger. */
export interface YamlOffsets {
  /** The keys of a mapping, in the order of `offsets`; undefined for a list. */
  readonly keys: readonly string[] | undefined;
  readonly offsets: readonly number[];
  /** What the lists and mappings among the entries hold, at the same index. */
  readonly below: readonly (YamlOffsets | undefined)[];
}

/**
 * Where each path leads: the offset of its key or entry, or of the nearest place above it that there is. What an alias
 * stands for is found at the alias.
 */
export function locateInYaml(root: YamlOffsets | undefined, paths: readonly DocumentPath[]): number[] {
  return paths.map((path) => {
    let places = root;
    let offset = root?.offsets[0] ?? 0;
    for (const step of path) {
      const at = typeof step === 'number' && places?.keys === undefined ? step : places?.keys?.indexOf(String(step));
      const found = at === undefined ? undefined : places?.offsets[at];
      if (at === undefined || found === undefined) break;
      offset = found;
      places = places?.below[at];
    }
    return offset;
  });
}
