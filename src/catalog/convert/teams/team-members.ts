import type { ConvertedPerson } from '../conversion.ts';

/** Who is in which groups: people in the order in which they are first named, each with the roles they have. */
export class TeamMembers {
  readonly #roles = new Map<string, Set<string>>();

  add(person: string, role: string): void {
    const known = this.#roles.get(person);
    if (known === undefined) this.#roles.set(person, new Set([role]));
    else known.add(role);
  }

  people(): readonly ConvertedPerson[] {
    return [...this.#roles].map(([name, roles]) => ({ name, roles: [...roles] }));
  }
}
