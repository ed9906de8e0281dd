import { type Item, positionIn } from './catalog-items.ts';
import { checkRepeats, searchKey } from './check-names.ts';
import { quoted } from '../../text/quoted-text.ts';
import { firstGiven, type FindingCollector } from './finding-collector.ts';

/** A Map can hold 16.7 million keys. Titles beyond this number are not compared with each other. */
const mostCompared = 10_000_000;

/**
 * Checks the alternate titles: no title may be repeated in its role, and each needs a matching key. Warns about titles
 * that are ambiguous between roles.
 *
 * @param byTitle the roles by the matching key of their own title.
 */
export function checkAlternateTitles(
  roles: readonly Item[],
  byTitle: ReadonlyMap<string, Item>,
  findings: FindingCollector,
): void {
  const firstByKey = new Map<string, { readonly role: Item; readonly index: number }>();
  for (const role of roles) {
    checkRepeats(role, 'alternateTitles', findings);
    for (const [index, text] of (role.fields.alternateTitles ?? []).entries()) {
      if (text === undefined) continue;
      const position = positionIn(role, 'alternateTitles', index);
      const key = searchKey(text, role, ['alternateTitles', index], findings);
      if (key === undefined) continue;
      const owner = byTitle.get(key);
      if (owner !== undefined && owner !== role) {
        findings.warning(
          position,
          () => `${quoted(text)} is the title of the role ${nameOf(owner)}, which is the one that it finds`,
          { what: 'title given', position: positionIn(owner, 'title') },
        );
      }
      const first = firstByKey.get(key);
      if (first !== undefined && first.role !== role) {
        findings.warning(
          position,
          () => `${quoted(text)} is an alternate title of the role ${nameOf(first.role)} too; looking it up finds both`,
          firstGiven(positionIn(first.role, 'alternateTitles', first.index)),
        );
      } else if (first === undefined && firstByKey.size < mostCompared) {
        firstByKey.set(key, { role, index });
      }
    }
  }
}

function nameOf(role: Item): string {
  return quoted(role.fields.slug ?? role.fields.title ?? `roles[${role.index}]`);
}
