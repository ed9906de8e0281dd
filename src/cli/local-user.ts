import { userInfo } from 'node:os';

/** The name of the user who runs this process; null where the system knows none, as in a container with a foreign user id. */
export function localUser(): string | null {
  try {
    return userInfo().username;
  } catch {
    return null;
  }
}
