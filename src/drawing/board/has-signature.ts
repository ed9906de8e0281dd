import type { BoardRole, BoardSection } from './board-data.ts';
import type { Spread } from './spread.ts';

/** Whether the chip of a role has a signature: in the column of its only pillar, it would say what the column says. */
export function hasSignature({ groups }: BoardRole, section: BoardSection['kind'], spread: Spread): boolean {
  return groups.length > 1 || (section !== spread.kind && groups.length > 0);
}
