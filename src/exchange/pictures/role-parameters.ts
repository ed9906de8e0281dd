import type { CatalogGraph } from '../../graph/catalog-graph.ts';
import type { RoleFilter } from '../../graph/lists/role-filter.ts';
import { groupKinds } from '../../graph/nodes/node-kind.ts';
import type { AddressParameters } from '../address-values.ts';
import { namesParameter, switchParameter, textParameter, type PictureParameter } from './picture-parameter.ts';

/*
 * The parameters of every kind of picture that can be of some roles only. Each is a parameter of its own, with the name that it has
 * in the GraphQL input RoleFilter.
 */

const groups = { kinds: groupKinds, takes: 'pillars, categories and organization types' };
const activities = { kinds: ['RESPONSIBILITY', 'TOPIC'], takes: 'responsibilities and topics' } as const;

const inAll = namesParameter(
  { name: 'inAll', description: 'only roles that are in all of these groups', byDefault: 'all roles' },
  groups,
);
const inAny = namesParameter(
  { name: 'inAny', description: 'only roles that are in at least one of these groups', byDefault: 'all roles' },
  groups,
);
const inNone = namesParameter(
  { name: 'inNone', description: 'only roles that are in none of these groups', byDefault: 'all roles' },
  groups,
);
const performsAll = namesParameter(
  { name: 'performsAll', description: 'only roles that have all of these responsibilities', byDefault: 'all roles' },
  activities,
);
const performsAny = namesParameter(
  {
    name: 'performsAny',
    description: 'only roles that have at least one of these responsibilities',
    byDefault: 'all roles',
  },
  activities,
);
const titleContains = textParameter(
  { name: 'titleContains', description: 'only roles with a title that contains this text', byDefault: 'all roles' },
  'a text',
);
const universal = switchParameter({
  name: 'universal',
  description: 'only roles that are in every pillar',
  byDefault: 'false',
});

/** In the order in which people are shown them. */
export const roleParameters: readonly PictureParameter[] = [
  inAll,
  inAny,
  inNone,
  performsAll,
  performsAny,
  titleContains,
  universal,
];

/** Which roles an address asks for. */
export interface AskedRoles {
  /** Null where no condition is given. */
  readonly filter: RoleFilter | null;
  readonly universal: boolean | undefined;
}

/** @throws ArgumentError for a value that a parameter does not take. */
export function askedRoles(given: AddressParameters, graph: CatalogGraph): AskedRoles {
  const filter = {
    inAll: inAll.read(given, graph),
    inAny: inAny.read(given, graph),
    inNone: inNone.read(given, graph),
    performsAll: performsAll.read(given, graph),
    performsAny: performsAny.read(given, graph),
    titleContains: titleContains.read(given),
  };
  return {
    filter: Object.values(filter).some((value) => value !== undefined) ? filter : null,
    universal: universal.read(given),
  };
}
