import type { Item } from './catalog-items.ts';
import { placeIn, soundText, soundTexts } from './catalog-items.ts';
import { checkRepeats, emptyKey } from './check-names.ts';
import { matchingKey } from '../../text/matching-key.ts';
import { quoted } from '../../text/quoted-text.ts';
import type { Remarks } from './remarks.ts';
import { firstGiven } from './remarks.ts';

/** A Map holds 16.7 million keys; beyond these, further titles are not compared with each other. */
const mostCompared = 10_000_000;

/**
 * Checks the alternate titles: none repeated inside its role, none that cannot be found. Warns of those by which
 * several roles could be meant.
 *
 * @param byTitle the roles by the matching key of their own title.
 */
export function checkAlternateTitles(
  roles: readonly Item[],
  byTitle: ReadonlyMap<string, Item>,
  remarks: Remarks,
): void {
  const firstByKey = new Map<string, { readonly role: Item; readonly at: number }>();
  for (const role of roles) {
    checkRepeats(role, 'alternateTitles', 'line', remarks);
    for (const { text, at } of soundTexts(role, 'alternateTitles', 'line')) {
      const place = placeIn(role, 'alternateTitles', at);
      const key = matchingKey(text);
      if (key === '') {
        remarks.error(place, () => emptyKey(text));
        continue;
      }
      const owner = byTitle.get(key);
      if (owner !== undefined && owner !== role) {
        remarks.warning(
          place,
          () => `${quoted(text)} is the title of the role ${nameOf(owner)}, which is the one that it finds`,
          { what: 'title given', place: placeIn(owner, 'title') },
        );
      }
      const first = firstByKey.get(key);
      if (first !== undefined && first.role !== role) {
        remarks.warning(
          place,
          () => `${quoted(text)} is an alternate title of the role ${nameOf(first.role)} too; looking it up finds both`,
          firstGiven(placeIn(first.role, 'alternateTitles', first.at)),
        );
      } else if (first === undefined && firstByKey.size < mostCompared) {
        firstByKey.set(key, { role, at });
      }
    }
  }
}

function nameOf(role: Item): string {
  return quoted(soundText(role, 'slug', 'slug') ?? soundText(role, 'title', 'line') ?? `roles[${role.index}]`);
}
