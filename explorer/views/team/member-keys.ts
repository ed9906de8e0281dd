import { useRef } from 'preact/hooks';
import type { Member } from '../../state/team.ts';

interface Keyed {
  readonly name: string;
  readonly key: number;
}

/** A key for each person of a team, which stays when the person gets another name: what is open stays open, with the focus in it. */
export function useMemberKeys(team: readonly Member[]): readonly number[] {
  const last = useRef<readonly Keyed[]>([]);
  const next = useRef(0);
  const before = last.current;
  const keys = new Map(before.map(({ name, key }) => [name, key]));
  const names = new Set(team.map(({ name }) => name));
  last.current = team.map(({ name }, index) => {
    const there = before[index];
    // Whoever is new at the place of somebody who is gone is the same person, if as many are there.
    const isRenamed = there !== undefined && !names.has(there.name) && before.length === team.length;
    return { name, key: keys.get(name) ?? (isRenamed ? there.key : next.current++) };
  });
  return last.current.map(({ key }) => key);
}
