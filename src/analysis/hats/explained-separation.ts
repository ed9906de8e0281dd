import type { Role } from '../../graph/nodes/role.ts';
import { inWords, numberOf } from '../../text/in-words.ts';
import { itemAt } from '../../collections/item-at.ts';
import type { KeptApart } from './held-role.ts';
import type { Separation } from './keep-apart.ts';

/** What is kept apart, and who holds it. */
export interface ExplainedSeparation {
  /** In the order of the roles' titles; a role that several people hold stands there for each. */
  readonly roles: readonly KeptApart[];
  readonly from: readonly KeptApart[];
  /** E.g. `Compliance Officer (person 1) is kept apart from the 7 roles of Engineering, which persons 2 and 3 hold.` */
  readonly sentence: string;
}

/** How many roles are named with their persons; of more, the groups or duties that they were named by. */
const mostNamed = 3;

/** People as far as they matter here. */
interface WithRoles {
  readonly number: number;
  readonly roles: readonly { readonly role: Role }[];
}

/** @param names what sentences call each person. */
export function explainedSeparation(
  separation: Separation,
  persons: readonly WithRoles[],
  names: readonly string[],
): ExplainedSeparation {
  const { named, withoutEffect } = separation;
  const holdersOf = (roles: readonly Role[]): readonly KeptApart[] =>
    roles.flatMap((role) =>
      persons
        .filter((person) => person.roles.some((held) => held.role === role))
        .map(({ number }) => ({ role, person: number })),
    );
  const [roles, from] = [holdersOf(separation.roles), holdersOf(separation.from)];
  const side = (held: readonly KeptApart[], nodes: readonly { readonly label: string }[]): string => {
    const called = ({ role, person }: KeptApart) => `${role.label} (${itemAt(names, person - 1)})`;
    if (held.length <= mostNamed) return inWords(held.map(called));
    const numbers = [...new Set(held.map(({ person }) => person))].sort((a, b) => a - b);
    const holders = inWords(numbers.map((person) => itemAt(names, person - 1)));
    return `${numberOf(held.length, 'role', 'roles')} of ${inWords(nodes.map(({ label }) => label))} (${holders})`;
  };
  const verb = roles.length === 1 ? 'is' : 'are';
  const sentences = [`${side(roles, named.roles)} ${verb} kept apart from ${side(from, named.from)}.`];
  if (withoutEffect.length > 0) {
    const labels = inWords(withoutEffect.map(({ label }) => label));
    sentences.push(`None of the roles to assign is meant by ${labels}.`);
  }
  return { roles, from, sentence: sentences.join(' ') };
}
