import type { AuthenticatorObserver } from '../../src/access/authenticator.ts';

/** An observer that keeps what it is told. */
export function observed(): AuthenticatorObserver & { readonly problems: string[]; readonly reloads: string[] } {
  const problems: string[] = [];
  const reloads: string[] = [];
  return {
    problems,
    reloads,
    onProblem: (message) => {
      problems.push(message);
    },
    onReloaded: (message) => {
      reloads.push(message);
    },
  };
}
