import { itemAt } from '../../collections/item-at.ts';
import type { PictureTable } from '../picture.ts';
import type { PlanData } from './plan-data.ts';
import { planTitle } from './plan-sentences.ts';
import type { PlacedItem } from './planned-invite.ts';

/** A plan as a table: a row for each item to cover and each invite that covers it, and one for each item that nobody covers. */
export function planTable(plan: PlanData): PictureTable {
  const { items, invites } = plan;
  const covering = new Set(items.flatMap(({ by }) => by));
  const cellsOf = (position: number) => {
    const { label, id, seat, onlyOneWith, standIns } = itemAt(invites, position);
    return [position + 1, label, seat.toLowerCase(), id, listed(onlyOneWith), standIns.join('; ')];
  };
  const alone = [...invites.keys()].filter((position) => !covering.has(position));
  return {
    title: planTitle(plan),
    columns: ['To cover', 'Of', 'Number', 'Invite', 'Seat', 'Id', 'Nobody else does', 'Could stand in'],
    rows: [
      ...items.flatMap(({ label, group, by }) =>
        by.length === 0
          ? [[label, group, '', 'nobody', '', '', '', '']]
          : by.map((position) => [label, group, ...cellsOf(position)]),
      ),
      ...alone.map((position) => ['', '', ...cellsOf(position)]),
    ],
  };
}

function listed(items: readonly PlacedItem[]): string {
  return items.map(({ label, place }) => (place === '' ? label : `${label} (${place})`)).join('; ');
}
