import type { View } from './address/address.ts';
import { noFilter } from './address/board-address.ts';

/** Where the id of a node leads: to the page of a role, or to the board of the roles that are in a group or have a duty. */
export function viewOfNode(id: string): View {
  const [kind, slug = ''] = parts(id);
  switch (kind) {
    case 'role':
      return { name: 'ROLE', slug };
    case 'responsibility':
    case 'topic':
      return { name: 'BOARD', filter: { ...noFilter, performsAll: [id] } };
    default:
      return { name: 'BOARD', filter: { ...noFilter, inAll: [id] } };
  }
}

/** Ids are a kind and a slug, e.g. "role:devops-engineer". */
function parts(id: string): readonly [kind: string, slug?: string] {
  const colon = id.indexOf(':');
  return colon === -1 ? [id] : [id.slice(0, colon), id.slice(colon + 1)];
}
