import { useEffect, useState } from 'preact/hooks';

/*
 * The team of whoever looks. It stays in this browser: it is no part of an address, and the server sees it only in the questions that
 * are asked about it, which it does not keep.
 */

/** Somebody of a team, as `TeamMemberInput` has it. */
export interface Member {
  readonly name: string;
  /** Their ids, e.g. "role:devops-engineer". */
  readonly roles: readonly string[];
}

const storageKey = 'rolegraph-team';
const changed = new EventTarget();

/** The team of this browser; empty if none was given. */
export function useTeam(): readonly Member[] {
  const [team, setTeam] = useState(storedTeam);
  useEffect(() => {
    const update = () => {
      setTeam(storedTeam());
    };
    changed.addEventListener('change', update);
    // Another window of the same browser has changed it.
    window.addEventListener('storage', update);
    return () => {
      changed.removeEventListener('change', update);
      window.removeEventListener('storage', update);
    };
  }, []);
  return team;
}

/** Keeps a team in this browser, in place of the one before. */
export function keepTeam(team: readonly Member[]): void {
  window.localStorage.setItem(storageKey, JSON.stringify(team));
  changed.dispatchEvent(new Event('change'));
}

function storedTeam(): readonly Member[] {
  const text = window.localStorage.getItem(storageKey);
  if (text === null) return [];
  const stored: unknown = JSON.parse(text);
  return Array.isArray(stored) ? stored.filter(isMember) : [];
}

function isMember(value: unknown): value is Member {
  return (
    typeof value === 'object' &&
    value !== null &&
    'name' in value &&
    typeof value.name === 'string' &&
    'roles' in value &&
    Array.isArray(value.roles) &&
    value.roles.every((role) => typeof role === 'string')
  );
}
