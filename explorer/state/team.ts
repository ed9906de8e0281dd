import { useEffect, useState } from 'preact/hooks';

/*
 * The team of whoever looks. It stays in this browser: it is no part of an address, and the server gets the ids of roles, and numbers in
 * place of names (asked-team.ts).
 */

/** Somebody of a team. */
export interface Member {
  readonly name: string;
  /** Their ids, e.g. "role:devops-engineer". */
  readonly roles: readonly string[];
  /** Titles that the catalog does not have, until somebody says which roles they mean. */
  readonly unknown?: readonly string[];
  /** The working time as a share of a full-time person, above 0 and at most 1, which it is if it is not given. */
  readonly share?: number;
  /** Whether they are absent for now. */
  readonly isAbsent?: boolean;
  /** Their last day, e.g. "2027-03-31". */
  readonly until?: string;
}

const storageKey = 'rolegraph-team';
const changed = new EventTarget();
/** What the browser could not keep, which is there until the page is closed; null where it could. */
let unstored: readonly Member[] | null = null;

/** A team before a change, which can be undone until the next one. */
export interface TeamChange {
  /** What was done, as a sentence. */
  readonly what: string;
  readonly before: readonly Member[];
}

let lastChange: TeamChange | null = null;

/** The team of this browser; empty if none was given. */
export function useTeam(): readonly Member[] {
  return useStored(storedTeam);
}

/** The last change that can be undone; null if there is none. */
export function useTeamChange(): TeamChange | null {
  return useStored(() => lastChange);
}

function useStored<Value>(read: () => Value): Value {
  const [value, setValue] = useState(read);
  useEffect(() => {
    const update = () => {
      setValue(read);
    };
    const onStorage = ({ key }: StorageEvent) => {
      if (key !== storageKey && key !== null) return;
      // Another window of the same browser has changed it, which an undo here would undo, too.
      lastChange = null;
      update();
    };
    changed.addEventListener('change', update);
    window.addEventListener('storage', onStorage);
    return () => {
      changed.removeEventListener('change', update);
      window.removeEventListener('storage', onStorage);
    };
  }, []);
  return value;
}

/**
 * Keeps a team in this browser, in place of the one before.
 *
 * @param what says what was done, for something that people may want to undo.
 */
export function keepTeam(team: readonly Member[], what?: string): void {
  lastChange = what === undefined ? null : { what, before: storedTeam() };
  const kept = membersIn(team);
  try {
    window.localStorage.setItem(storageKey, JSON.stringify(kept));
    unstored = null;
  } catch {
    // Storage is full, and has the team of before; or the browser has none for this page.
    unstored = kept;
  }
  changed.dispatchEvent(new Event('change'));
}

/** The team as it is kept now. */
export function storedTeam(): readonly Member[] {
  if (unstored !== null) return unstored;
  try {
    const text = window.localStorage.getItem(storageKey);
    return text === null ? [] : membersIn(JSON.parse(text));
  } catch {
    return [];
  }
}

/** The people in a value that may come from elsewhere: each with what is not usual only. What is nobody of a team is left out. */
export function membersIn(value: unknown): readonly Member[] {
  if (!Array.isArray(value)) return [];
  const given: readonly unknown[] = value;
  return given.flatMap((each) => memberIn(each) ?? []);
}

function memberIn(value: unknown): Member | undefined {
  if (typeof value !== 'object' || value === null || !('name' in value) || typeof value.name !== 'string') {
    return undefined;
  }
  const { share, isAbsent, until, roles, unknown }: Readonly<Record<string, unknown>> = { ...value };
  const titles = textsIn(unknown);
  return {
    name: value.name,
    roles: textsIn(roles),
    ...(titles.length > 0 && { unknown: titles }),
    ...(typeof share === 'number' && share > 0 && share < 1 && { share }),
    ...(isAbsent === true && { isAbsent }),
    ...(typeof until === 'string' && /^\d{4}-\d\d-\d\d$/.test(until) && { until }),
  };
}

function textsIn(value: unknown): readonly string[] {
  if (!Array.isArray(value)) return [];
  const given: readonly unknown[] = value;
  return [...new Set(given.filter((each) => typeof each === 'string'))];
}
