import { type Item, namedResponsibilities, type NamedResponsibility, ownValue, positionIn } from './catalog-items.ts';
import { addUnique, checkRepeats } from './check-names.ts';
import { itemKey, placedEntry } from './item-key.ts';
import { bracketKeys, matchingKey } from '../../text/matching-key.ts';
import { suggestion } from '../../text/nearest-text.ts';
import { quoted } from '../../text/quoted-text.ts';
import { type Place, placeInWords } from '../place.ts';
import { firstGiven, type FindingCollector } from './finding-collector.ts';

/**
 * Checks that each appearance names its role exactly by titles that the role has, repeats nothing, and is given only once:
 * no two of a role and category share source and line; without a line, source, row and anchor; without these, their titles.
 */
export function checkAppearances(
  appearances: readonly Item[],
  roles: ReadonlyMap<string, Item>,
  findings: FindingCollector,
): void {
  const titlesOf = new Map([...roles.values()].map((role) => [role, allTitles(role)]));
  const seen = new Map<string, Item>();
  for (const item of appearances) {
    checkRepeats(item, 'titles', findings);
    checkRepeatedResponsibilities(item, findings);
    const { role: slug, category } = item.fields;
    const role = slug === undefined ? undefined : roles.get(slug);
    const titles = role && titlesOf.get(role);
    if (role !== undefined && titles !== undefined) checkTitles(item, role, titles, findings);

    const placed = placedEntry(item);
    const key = itemKey(item);
    if (key === undefined || placed === undefined || slug === undefined || category === undefined) continue;
    addUnique(
      seen,
      key,
      item,
      [],
      findings,
      () => `the role ${quoted(slug)} appears twice in ${quoted(category)} ${sharedPlace(placed.source)}`,
    );
  }
}

/** Reports responsibilities that the appearance names more than once, in whatever form. */
function checkRepeatedResponsibilities(item: Item, findings: FindingCollector): void {
  const first = new Map<string, NamedResponsibility>();
  for (const named of namedResponsibilities(item)) {
    const earlier = first.get(named.slug);
    if (earlier === undefined) first.set(named.slug, named);
    else {
      const isPlain = earlier.isPlain && named.isPlain;
      findings.error(
        positionIn(item, ...named.path),
        () =>
          `${quoted(named.slug)} is given twice here; ${isPlain ? 'remove one' : 'make it one entry, with every kind of its involvement'}`,
        firstGiven(positionIn(item, ...earlier.path)),
      );
    }
  }
}

function sharedPlace(place: Place | undefined): string {
  if (place === undefined) return 'by the same titles and without a source; merge the two, or say where each stands';
  const { source, line, row, anchor } = place;
  if (line !== undefined) return `on line ${line} of source ${quoted(source)}; merge the two`;
  if (row !== undefined || anchor !== undefined) return `at one place (${placeInWords(place)}); merge the two`;
  return `by the same titles in source ${quoted(source)}; merge the two, or give each its line, row or anchor`;
}

function checkTitles(item: Item, role: Item, titles: ReadonlySet<string>, findings: FindingCollector): void {
  for (const [index, text] of (item.fields.titles ?? []).entries()) {
    if (text === undefined || titles.has(text)) continue;
    const isHidden = role.fields.hiddenTitles?.includes(text) === true;
    findings.error(
      positionIn(item, 'titles', index),
      () =>
        `${quoted(text)} is ${isHidden ? 'a hidden title' : 'none of the titles'} of the role${meantTitle(text, titles)}; expected its title or an alternate title, letter for letter; correct it, or ${isHidden ? 'move it from hiddenTitles to' : "add it to the role's"} alternateTitles`,
      { what: 'role given', position: positionIn(role) },
    );
  }
}

/** A suggestion: the title with the same matching key, with or without what the text has in brackets, or else the nearest. */
function meantTitle(text: string, titles: ReadonlySet<string>): string {
  const keys = [matchingKey(text), bracketKeys(text)?.outside];
  const same = [...titles].find((title) => keys.includes(matchingKey(title)));
  return same === undefined ? suggestion(text, titles) : ` (did you mean ${quoted(same)}?)`;
}

/** All titles of a role; undefined if a field has the wrong shape, so that they are not all known. */
function allTitles(role: Item): ReadonlySet<string> | undefined {
  const alternates = ownValue(role.written, 'alternateTitles') ?? [];
  if (!Array.isArray(alternates)) return undefined;
  const titles: unknown[] = [ownValue(role.written, 'title')].concat(alternates);
  return titles.every((title) => typeof title === 'string') ? new Set(titles) : undefined;
}
