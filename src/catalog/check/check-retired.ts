import { quoted } from '../../text/quoted-text.ts';
import { type RetiredEntry, retiredEntry, retiredKeysOf } from '../retired-entry.ts';
import { retiredKeys } from '../catalog.ts';
import { type Item, kindNames, positionIn } from './catalog-items.ts';
import { addUnique } from './check-names.ts';
import { type KnownEntries, unknownReference } from './check-references.ts';
import { firstGiven, type FindingCollector } from './finding-collector.ts';
import { itemKey } from './item-key.ts';

interface RetiredItem extends RetiredEntry {
  readonly item: Item;
}

/**
 * Checks the slugs that were retired: each says what it was, is given once, and is not used any more; and what replaces it
 * exists or was replaced itself, and never leads back.
 *
 * @param isComplete whether all lists are known; if not, replacements that seem to be missing are not reported.
 */
export function checkRetired(
  items: readonly Item[],
  known: KnownEntries,
  isComplete: boolean,
  findings: FindingCollector,
): void {
  const byKey = new Map<string, Item>();
  const retired = new Map<string, RetiredItem>();
  for (const item of items) {
    const given = retiredKeysOf(item.written);
    if (given.length !== 1) {
      const found = given.length === 0 ? 'does not say what was retired' : `says ${given.join(' and ')}`;
      findings.error(
        positionIn(item),
        () =>
          `${found}; expected exactly one of ${Object.keys(retiredKeys).join(', ')}, e.g. { role: ops-engineer, replacedBy: platform-engineer }`,
      );
      continue;
    }
    const entry = retiredEntry(item.fields);
    const key = itemKey(item);
    if (entry === undefined || key === undefined) continue;
    const { list, slug } = entry;
    const isFirst = addUnique(
      byKey,
      key,
      item,
      [entry.key],
      findings,
      () =>
        `the ${kindNames[list]} ${quoted(slug)} is retired twice; keep one entry, with a list of all that replace it`,
    );
    if (isFirst) retired.set(key, { ...entry, item });
    const existing = known[list].get(slug);
    if (existing === undefined) continue;
    findings.error(
      positionIn(item, entry.key),
      () =>
        `the ${kindNames[list]} ${quoted(slug)} is retired, and there is one with this slug; remove it from \`${list}\`, or remove this entry`,
      { what: 'still given', position: positionIn(existing, 'slug') },
    );
  }
  for (const entry of retired.values()) checkReplacements(entry, retired, known, isComplete, findings);
  checkCircles(retired, findings);
}

function checkReplacements(
  entry: RetiredItem,
  retired: ReadonlyMap<string, RetiredItem>,
  known: KnownEntries,
  isComplete: boolean,
  findings: FindingCollector,
): void {
  const { item, list, replacedBy } = entry;
  const isList = typeof item.fields.replacedBy !== 'string';
  const positionOf = (index: number) => positionIn(item, 'replacedBy', ...(isList ? [index] : []));
  const seen = new Map<string, number>();
  for (const [index, replacement] of replacedBy.entries()) {
    const first = seen.get(replacement);
    if (first === undefined) seen.set(replacement, index);
    else {
      findings.error(
        positionOf(index),
        () => `${quoted(replacement)} is given twice here; remove one`,
        firstGiven(positionOf(first)),
      );
    }
    if (isComplete && !known[list].has(replacement) && !retired.has(`${list}/${replacement}`)) {
      findings.error(positionOf(index), () => unknownReference(list, replacement, known));
    }
  }
}

/** Reports each circle of replacements once: nothing in it is left to lead to. */
function checkCircles(retired: ReadonlyMap<string, RetiredItem>, findings: FindingCollector): void {
  const nextOf = ({ list, replacedBy }: RetiredItem): readonly RetiredItem[] =>
    replacedBy.flatMap((slug) => retired.get(`${list}/${slug}`) ?? []);
  // What does not lead into a circle is left out, from the ends of the chains: the rest leads into one.
  const before = new Map<RetiredItem, RetiredItem[]>();
  const left = new Map<RetiredItem, number>();
  for (const entry of retired.values()) {
    const next = nextOf(entry);
    left.set(entry, next.length);
    for (const each of next) {
      const others = before.get(each);
      if (others === undefined) before.set(each, [entry]);
      else others.push(entry);
    }
  }
  const done = new Set([...retired.values()].filter((entry) => left.get(entry) === 0));
  // A Set yields what is added to it while it is walked.
  for (const entry of done) {
    for (const other of before.get(entry) ?? []) {
      const count = (left.get(other) ?? 0) - 1;
      left.set(other, count);
      if (count === 0) done.add(other);
    }
  }
  for (const start of retired.values()) {
    const walked = new Set<RetiredItem>();
    let entry: RetiredItem | undefined = start;
    while (entry !== undefined && !done.has(entry)) {
      done.add(entry);
      walked.add(entry);
      const next: RetiredItem | undefined = nextOf(entry).find((each) => walked.has(each) || !done.has(each));
      if (next !== undefined && walked.has(next)) reportCircle(next, [...walked], findings);
      entry = next;
    }
  }
}

function reportCircle(first: RetiredItem, walked: readonly RetiredItem[], findings: FindingCollector): void {
  const circle = [...walked.slice(walked.indexOf(first)), first].map(({ slug }) => quoted(slug));
  const { list, item } = first;
  findings.error(
    positionIn(item, 'replacedBy'),
    () =>
      `the ${kindNames[list]} ${circle[0]} is replaced by itself${circle.length > 2 ? `, in a circle: ${shortened(circle).join(' → ')}` : ''}; name what replaces it now, or leave out \`replacedBy\``,
  );
}

/** Most slugs of a circle that a message names. */
const mostNamed = 10;

function shortened(circle: readonly string[]): readonly string[] {
  return circle.length <= mostNamed ? circle : [...circle.slice(0, mostNamed - 1), '…', ...circle.slice(-1)];
}
