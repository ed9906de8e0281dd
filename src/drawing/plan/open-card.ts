import type { Steps } from '../../scheduling/steps.ts';
import { grouped } from '../../text/quoted-text.ts';
import type { TextStyle } from '../scene/scene.ts';
import { Card, type CardPlace } from './card.ts';
import type { PlanData } from './plan-data.ts';
import { itemsInWords, nameOfItem } from './plan-sentences.ts';

/** How many names each list has. */
const mostListed = 15;

const introStyle: TextStyle = { size: 12, color: 'MUTED' };
const nameStyle: TextStyle = { size: 13 };
const indent = 12;

/** What nobody invited covers or does; undefined where that is nothing. */
export function* openCard({ items, unit, uncoveredDuties }: PlanData, place: CardPlace): Steps<Card | undefined> {
  const uncovered = items.filter(({ by }) => by.length === 0);
  const duties = unit === 'RESPONSIBILITY' ? [] : uncoveredDuties;
  if (uncovered.length + duties.length === 0) return undefined;
  const card = new Card('What remains open', place);
  if (uncovered.length > 0) {
    card.write(`Nobody invited covers ${itemsInWords(uncovered.length, unit)}:`, introStyle);
    yield* writeNames(card, uncovered.map(nameOfItem));
  }
  if (uncovered.length > 0 && duties.length > 0) card.y += 10;
  if (duties.length > 0) {
    card.write(`Nobody invited does ${itemsInWords(duties.length, 'RESPONSIBILITY')}:`, introStyle);
    yield* writeNames(card, duties);
  }
  return card;
}

function* writeNames(card: Card, names: readonly string[]): Steps<void> {
  for (const name of names.slice(0, mostListed)) {
    card.y += 3;
    card.add({ type: 'circle', x: card.x + 3, y: card.y + 9, radius: 2, fill: 'MUTED' });
    card.write(name, nameStyle, indent);
    yield;
  }
  const more = names.length - mostListed;
  if (more <= 0) return;
  card.y += 3;
  card.write(`and ${grouped(more)} more`, introStyle, indent);
}
