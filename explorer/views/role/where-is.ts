import type { RoleLine } from '../../state/questions/role-questions.ts';
import { list } from '../../words/format.ts';

/** The pillar or the organization types of a line, by name. */
export function whereIs({ pillar, organizationTypes }: RoleLine): string {
  return pillar?.name ?? list(organizationTypes.map(({ name }) => name));
}
