import type { TeamMember } from '../../analysis/coverage/staff.ts';
import { roundScore } from '../../graph/structure/overlap-arithmetic.ts';
import { inWords, numberOf } from '../../text/in-words.ts';
import { titled } from '../node-fields.ts';
import type { NamedTeam } from './named-team.ts';

/** The fields of the GraphQL type TeamMember. */
export function memberFields({ name, share, roles }: TeamMember) {
  return { name, share, roles: roles.map(titled) };
}

/** "The team" of roles, or "The team of 12 people (10.7 full-time)". */
export function teamText(people: readonly { readonly share: number }[]): string {
  if (people.length === 0) return 'The team';
  const fullTime = roundScore(people.reduce((sum, { share }) => sum + share, 0));
  const whole = fullTime === people.length ? '' : ` (${fullTime.toLocaleString('en-US')} full-time)`;
  return `The team of ${numberOf(people.length, 'person', 'people')}${whole}`;
}

/** Lines that say who of the team is not counted, and why; none if everybody is. */
export function notThereLines({ absent, left }: NamedTeam): readonly string[] {
  const lines = left.map(({ name, until }) => `${name} is not counted: the last day was ${until}.`);
  if (absent.length > 0) {
    const names = absent.map(({ name }) => name);
    lines.push(`${inWords(names, Infinity)} ${names.length === 1 ? 'is' : 'are'} absent.`);
  }
  return lines;
}
