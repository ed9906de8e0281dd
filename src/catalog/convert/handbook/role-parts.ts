import { involvementBelow } from '../heading-involvement.ts';
import { headingKind, type HeadingKind } from '../heading-words.ts';
import { hasFormOfTitle, isAbbreviation, isHeadTitle } from '../title-words.ts';
import { labelLevel, type OutlinePart, partsWithin } from './outline.ts';

const prefixed =
  /^(?:role|rolle|position|job title|job|poste|puesto|rol|stelle|title|persona|(?:job|role|position) (?:description|profile)|rollenbeschreibung|stellenbeschreibung|fiche de poste|descripci[oó]n del puesto)\s*(?:\d+\s*)?[:–—-]\s*(?=\S)/i;

/** The title that a heading gives to a role, e.g. of "Role: SRE". */
export function titleOfHeading({ title }: OutlinePart): string {
  return title.replace(prefixed, '');
}

/**
 * The parts that are about a role each. Plain are those of which the heading is a title and below which duties stand; others count
 * where they are built like these.
 */
export function rolePartsOf(root: OutlinePart): ReadonlySet<OutlinePart> {
  const parts = partsWithin(root).filter((part) => part !== root && part.level < labelLevel);
  const siblings = Map.groupBy(parts, ({ parent }) => parent);
  const plain = new Set(parts.filter(isPlainRole));
  const roles = new Set(plain);
  for (const each of siblings.values()) {
    const withDuties = each.filter(hasDuties);
    // "## Grid Whisperer" with duties, next to "## Data Engineer" with duties.
    if (withDuties.filter((part) => roles.has(part)).length * 2 >= withDuties.length)
      for (const part of withDuties) if (canBeRole(part)) roles.add(part);
    const listing = each.filter((part) => hasItems(part) || roles.has(part));
    const titled = listing.filter(isTitled);
    if (titled.length * 2 > listing.length) for (const part of titled) roles.add(part);
    // "## Data Engineer" with a paragraph only.
    if (each.some((part) => roles.has(part))) for (const part of each) if (isTitled(part)) roles.add(part);
  }
  // A heading inside a role is about the role, unless it is plainly about another one.
  return new Set([...roles].filter((part) => plain.has(part) || !isWithin(part, roles)));
}

function isPlainRole(part: OutlinePart): boolean {
  if (prefixed.test(part.title) && hasFormOfTitle(titleOfHeading(part))) return true;
  if (!canBeRole(part) || !hasDuties(part)) return false;
  return isTitled(part) || jobKinds(part) > 1;
}

function isTitled(part: OutlinePart): boolean {
  return canBeRole(part) && (isHeadTitle(part.title) || isAbbreviation(part.title));
}

function canBeRole({ title, kind }: OutlinePart): boolean {
  return kind === undefined && hasFormOfTitle(title);
}

function hasDuties({ parts, blocks }: OutlinePart): boolean {
  return (
    parts.some(({ kind }) => involvementBelow(kind) !== undefined) ||
    blocks.some(
      ({ kind, lead }) => kind === 'ITEM' && lead !== undefined && involvementBelow(headingKind(lead)) !== undefined,
    )
  );
}

/** Kinds of headings that descriptions of jobs have. */
const kindsOfJobs: ReadonlySet<HeadingKind | undefined> = new Set([
  'duty',
  'manager',
  'qualifications',
  'skills',
  'benefits',
  'measures',
  'department',
  'team',
]);

/** How many kinds of headings of descriptions of jobs it has; all that say what the role does are one. */
function jobKinds({ parts }: OutlinePart): number {
  return new Set(parts.map(({ kind }) => (involvementBelow(kind) === undefined ? kind : 'duty'))).intersection(
    kindsOfJobs,
  ).size;
}

function hasItems({ blocks }: OutlinePart): boolean {
  return blocks.some(({ kind }) => kind === 'ITEM');
}

function isWithin({ parent }: OutlinePart, roles: ReadonlySet<OutlinePart>): boolean {
  for (let above = parent; above !== undefined; above = above.parent) if (roles.has(above)) return true;
  return false;
}
