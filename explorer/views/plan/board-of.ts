import type { View } from '../../state/address/address.ts';
import { noFilter } from '../../state/address/board-address.ts';

/** The board of the roles that are in a category, or have a duty or a topic, by its id. */
export function boardOf(id: string): View {
  const filter = id.startsWith('category:') ? { ...noFilter, inAll: [id] } : { ...noFilter, performsAll: [id] };
  return { name: 'BOARD', filter };
}
