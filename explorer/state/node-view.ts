import type { View } from './address/address.ts';
import { noFilter } from './address/board-address.ts';
import { kindOf, slugOf } from './slugs.ts';

/** Where the id of a node leads: to the page of a role, or to the board of the roles that are in a group or have a duty. */
export function viewOfNode(id: string): View {
  switch (kindOf(id)) {
    case 'ROLE':
      return { name: 'ROLE', slug: slugOf(id) };
    case 'RESPONSIBILITY':
    case 'TOPIC':
      return { name: 'BOARD', filter: { ...noFilter, performsAll: [id] } };
    default:
      return { name: 'BOARD', filter: { ...noFilter, inAll: [id] } };
  }
}
