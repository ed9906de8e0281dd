import { matchingKey } from '../../text/matching-key.ts';
import { isAbbreviation, isPlainTitle } from './title-words.ts';

/** What separates titles of one role. */
const separator = /\s+\/\s+|\s*\|\s*|\s*\n\s*|\s+(?:aka|a\.k\.a\.|also known as|auch bekannt als)\s+/iu;
const closeSlash = /\s*\/\s*/;
const marks = /^[\s*_`•–-]+|[\s*_`:]+$/g;

/**
 * The titles of a text such as "DBA / Database Administrator", the one to call the role by first: of an abbreviation and its
 * words, the words. "Network Architect / Engineer" stays one title, because its second part is none without the first.
 */
export function splitTitles(text: string): readonly string[] {
  const plain = plainTitle(text);
  const parts = partsOf(plain, separator) ?? closeParts(plain);
  if (parts === undefined) return plain === '' ? [] : [plain];
  const whole = parts.find((part) => parts.some((other) => other !== part && abbreviates(other, part)));
  const first = whole ?? parts.find((part) => !isAbbreviation(part)) ?? parts[0] ?? plain;
  return [first, ...parts.filter((part) => part !== first)];
}

/** The entries of a list of other titles, e.g. "SRE; Reliability Engineer". */
export function listedTitles(text: string): readonly string[] {
  return distinct(
    text
      .split(/[;,|\n•]|\s+\/\s+|\s+(?:or|oder|ou|o)\s+/u)
      .map(plainTitle)
      .filter((title) => matchingKey(title) !== ''),
  );
}

/** A title without signs of a list and of emphasis around it, on one line. */
export function plainTitle(text: string): string {
  return text
    .replace(/\s*\n\s*/g, '\n')
    .replace(marks, '')
    .replace(/[^\S\n]+/g, ' ')
    .trim();
}

/** The parts, if each is a title by itself: at least two words or an abbreviation, and not more than one after "and". */
function partsOf(text: string, between: RegExp): readonly string[] | undefined {
  const parts = distinct(
    text
      .split(between)
      .map(plainTitle)
      .filter((part) => part !== ''),
  );
  if (parts.length < 2) return undefined;
  const isTitle = (part: string) => isAbbreviation(part) || (part.includes(' ') && isPlainTitle(part));
  // "SRE/DBA" could be two roles.
  return parts.every(isTitle) && parts.some((part) => !isAbbreviation(part)) ? parts : undefined;
}

/** Without spaces around the slash, an abbreviation is a title only next to its own words: "CI/CD Engineer" is one title. */
function closeParts(text: string): readonly string[] | undefined {
  const parts = partsOf(text, closeSlash);
  const isMeant = (part: string) => !isAbbreviation(part) || parts?.some((other) => abbreviates(part, other)) === true;
  return parts?.every(isMeant) === true ? parts : undefined;
}

function abbreviates(short: string, long: string): boolean {
  if (!isAbbreviation(short)) return false;
  const initials = long
    .split(/[^\p{L}\p{Nd}]+/u)
    .map((word) => word.charAt(0))
    .join('');
  return matchingKey(initials) === matchingKey(short);
}

function distinct(titles: readonly string[]): readonly string[] {
  return [...new Map(titles.map((title) => [matchingKey(title), title])).values()];
}
