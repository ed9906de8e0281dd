import type { HeatmapData, HeatmapPair } from '../../../src/drawing/heatmap/heatmap-data.ts';

/** Among more groups than these, most pairs share nothing, and zeros would hide the others. */
const mostWithZeros = 8;

/** Whether the number of roles that a pair of groups shares is shown. */
export function hasCount({ groups }: HeatmapData, { sharedRoleCount }: HeatmapPair): boolean {
  return sharedRoleCount > 0 || groups.length <= mostWithZeros;
}
