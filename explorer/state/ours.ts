import { useMemo } from 'preact/hooks';
import { isAway, todayText } from './asked-team.ts';
import { useTeam } from './team.ts';

/** Who of the team has a role, by the id of the role: their names, without those who are absent. */
export function useOurs(): (role: string) => readonly string[] {
  const team = useTeam();
  return useMemo(() => {
    const today = todayText();
    const names = new Map<string, string[]>();
    for (const member of team) {
      if (isAway(member, today)) continue;
      for (const role of member.roles) names.set(role, [...(names.get(role) ?? []), member.name]);
    }
    return (role) => names.get(role) ?? [];
  }, [team]);
}
