/*
 * Duties of one text, e.g. a cell. They are separated by, in this order: bullets or numbers, line breaks, semicolons, the ends of
 * sentences, commas and "and" before verbs in the third person, and commas where each part plainly is a duty.
 */

/** The duties of a text, and what in it is none. */
export interface SplitDuties {
  readonly duties: readonly string[];
  /** Lines before a list, such as "The SRE is responsible for:", and places without words, such as "n/a". */
  readonly others: readonly { readonly text: string; readonly why: string }[];
}

/** Why texts among duties are none. The same words for the same reason, because reports count them. */
export const dutyReasons = {
  introduction: 'words that introduce a list of duties',
  nothing: 'a place for duties that names none',
} as const;

/** The signs before the entries of a list that is written by hand. */
const bulletSigns = '[•●▪■◦‣⁃∙·➢➤►✓✔❖*–—‐-]';
const bullet = new RegExp(`^\\s*(?:${bulletSigns}|o(?=\\s\\s|\\t))\\s+(?=\\S)|^\\s*[•●▪■◦‣➢➤►✓✔❖](?=\\S)`, 'u');
const numbering = /^\s*(?:\(?\d{1,3}(?:\.\d{1,3})*[.)]|\(?[a-zA-Z][.)])\s+(?=\S)/;
/** Bullets that separate entries within a line. */
const inlineBullet = /\s*[•●▪■◦‣➢➤►❖]\s*|\s+·\s+/u;
const inlineNumber = /(?:^|\s)\(?(\d{1,2})[.)]\s+(?=\p{L})/gu;

const nothing =
  /^(?:[\s\p{P}\p{S}]*|n\.?\/?a\.?|none|nil|null|tb[dca]|to be (?:defined|determined|confirmed)|unknown|keine?|entfällt|k\.?\s?a\.?|offen|aucune?|néant|ninguno|ninguna|no aplica|x)$/iu;

const sentenceEnd = /(?<=[\p{Ll}\p{Lu}\p{Nd})"”][.!?])\s+(?=["“(]?\p{Lu})/u;
/** Abbreviations whose point ends no sentence. */
const abbreviation =
  /(?:^|[\s(])(?:e\.g|i\.e|etc|incl|excl|z\.\s?B|d\.\s?h|u\.\s?a|bzw|usw|evtl|ggf|inkl|resp|approx|ca|no|nr|dr|prof|mr|mrs|ms|st|vs|cf|fig|p\.\s?ex|p\.\s?ej|ej|sr|sra|dept|inc|ltd|co|\p{L})\.$/iu;

/** Splits a text into duties. Each is on one line, without the sign before it and the point or semicolon after it. */
export function splitDuties(text: string): SplitDuties {
  const duties: string[] = [];
  const others: { text: string; why: string }[] = [];
  for (const entry of entriesOf(text, others)) {
    const duty = plainDuty(entry);
    if (isNothing(duty)) {
      if (entry.trim() !== '') others.push({ text: entry.trim(), why: dutyReasons.nothing });
    } else duties.push(duty);
  }
  return { duties, others };
}

/** Whether a text says that there is nothing, e.g. "n/a" or "–". */
export function isNothing(text: string): boolean {
  return nothing.test(text);
}

/** A duty as a catalog names it: on one line, without the sign of a list before it and marks after it. */
export function plainDuty(text: string): string {
  const plain = withoutSign(text).replace(/\s+/g, ' ').trim();
  const end = plain.replace(/[;,\s]{1,20}$/, '');
  return /(?:etc|\.\.)\.$/.test(end) ? end : end.replace(/\.$/, '').trim();
}

/** Whether a text has the signs of a list. */
export function hasListSigns(text: string): boolean {
  return text.split('\n').some(isEntry) || inlineBullet.test(text);
}

function withoutSign(text: string): string {
  return text.replace(bullet, '').replace(numbering, '');
}

function isEntry(line: string): boolean {
  return bullet.test(line) || numbering.test(line);
}

function entriesOf(text: string, others: { text: string; why: string }[]): readonly string[] {
  const lines = text
    .replace(/<br\s{0,5}\/?>/gi, '\n')
    // Patterns below take quadratic time for long runs of spaces.
    .replace(/[^\S\n]{3,}/g, '  ')
    .split('\n')
    .filter((line) => line.trim() !== '');
  if (lines.length < 2) return lines.flatMap(partsOfLine);
  const first = lines.findIndex(isEntry);
  if (first < 0) return joinedLines(lines).flatMap(partsOfLine);
  const entries: string[][] = [];
  for (const [index, line] of lines.entries()) {
    if (isEntry(line)) entries.push([line]);
    else if (index > first && !/:\s*$/.test(line)) entries.at(-1)?.push(line.trim());
    else others.push({ text: line.trim(), why: dutyReasons.introduction });
  }
  return entries.map((parts) => parts.join(' ')).flatMap(bySemicolon);
}

/** Lines of a text that was wrapped by hand are one; lines that each begin alike are entries. */
function joinedLines(lines: readonly string[]): readonly string[] {
  const joined: string[][] = [];
  const beginsUpper = /^\s*\p{Lu}/u.test(lines[0] ?? '');
  let before = '.';
  for (const line of lines) {
    const goesOn = beginsUpper && /^\s*\p{Ll}/u.test(line) && !/[.;,:!?]\s*$/.test(before);
    if (goesOn) joined.at(-1)?.push(line.trim());
    else joined.push([line]);
    before = line;
  }
  return joined.map((parts) => parts.join(' '));
}

function partsOfLine(line: string): readonly string[] {
  const byBullet = line.split(inlineBullet).filter((part) => part.trim() !== '');
  if (byBullet.length > 1) return byBullet;
  if (/^\s*[-*–]\s/.test(line)) {
    const byDash = line.split(/(?:^|\s)[-*–]\s+/).filter((part) => part.trim() !== '');
    if (byDash.length > 1) return byDash;
  }
  const byNumber = numberedParts(line);
  if (byNumber.length > 1) return byNumber;
  const bySemicolons = bySemicolon(line);
  if (bySemicolons.length > 1) return bySemicolons;
  const bySentence = sentencesOf(line);
  if (bySentence.length > 1) return bySentence;
  const byVerbs = byVerb(line);
  return byVerbs.length > 1 ? byVerbs : byComma(line);
}

function bySemicolon(text: string): readonly string[] {
  return splitOutside(text, ';').filter((part) => part.trim() !== '');
}

/** "1. Runs backups 2. Answers pages": only where the numbers go up from 1. */
function numberedParts(line: string): readonly string[] {
  const marks = [...line.matchAll(inlineNumber)];
  if (marks.length < 2 || marks.some(([, number], index) => Number(number) !== index + 1)) return [line];
  if (line.slice(0, marks[0]?.index).trim() !== '') return [line];
  return marks.map(({ index }, at) => line.slice(index, marks[at + 1]?.index));
}

function sentencesOf(line: string): readonly string[] {
  const sentences: string[][] = [];
  let before = '';
  for (const part of line.split(sentenceEnd)) {
    const last = sentences.at(-1);
    // Only the end is looked at: a hostile text has many abbreviations.
    if (last !== undefined && abbreviation.test(before.slice(-12))) last.push(part);
    else sentences.push([part]);
    before = part;
  }
  return sentences.map((parts) => parts.join(' '));
}

/** Commas separate many other things, so each part must have the form of a duty. */
function byComma(line: string): readonly string[] {
  if (!line.includes(',')) return [line];
  const parts = splitOutside(line.replace(/\.\s*$/, ''), ',').map((part) => part.trim());
  if (parts.length < 2 || parts.some((part) => part === '')) return [line];
  const words = parts.map((part) => part.split(/\s+/));
  const first = words.map(([word = '']) => word);
  const isShort = words.every(({ length }) => length <= 8);
  const isEach = (form: RegExp) =>
    isShort && first.every((word) => form.test(word)) && words.every(({ length }) => length > 1);
  const areWords = parts.length > 2 && words.every(({ length }) => length === 1);
  const plain = areWords || isEach(/^\p{Lu}/u) || isEach(/^\p{L}{2,}ing$/u) || isEach(/^\p{L}+[^\P{L}siu]s$/u);
  return plain ? parts : [line];
}

/** Verbs that are no nouns in the plural, as "plans" and "reviews" are. */
const verbs = new Set(
  `verifies ensures manages maintains defines develops implements coordinates leads runs builds creates provides performs oversees evaluates identifies analyzes analyses approves assesses
  writes keeps handles conducts configures deploys operates investigates resolves responds restores tunes hires trains advises negotiates prepares organizes organises optimizes optimises administers
  automates validates determines communicates collaborates helps makes takes gives sets applies follows enforces establishes facilitates improves recommends owns drives guides
  protects reduces delivers executes installs integrates migrates answers decides chooses selects signs is has gets brings informs teaches`.split(
    /\s+/,
  ),
);

/** "answers pages and verifies the backups": each part begins with a verb in the third person. */
function byVerb(line: string): readonly string[] {
  const joints = [...line.matchAll(/,\s*(?:and\s+)?(?=\p{Ll}+s\s)|\s+and\s+(?=\p{Ll}+s\s)/gu)];
  if (!/^\s*\p{L}+[^\P{L}siu]s\s+\S/u.test(line)) return [line];
  const parts: string[] = [];
  let start = 0;
  for (const { index, 0: joint } of joints) {
    const next = line.slice(index + joint.length);
    const part = line.slice(start, index);
    if (!verbs.has(/^\p{Ll}+/u.exec(next)?.[0] ?? '') || !/\S\s+\S/.test(part)) continue;
    parts.push(part);
    start = index + joint.length;
  }
  return [...parts, line.slice(start)];
}

/** Splits at a sign that stands in no brackets. */
function splitOutside(text: string, sign: string): readonly string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (let index = 0; index < text.length; index++) {
    const character = text.charAt(index);
    if (character === '(' || character === '[') depth++;
    else if (character === ')' || character === ']') depth = Math.max(0, depth - 1);
    else if (character === sign && depth === 0) {
      parts.push(text.slice(start, index));
      start = index + 1;
    }
  }
  parts.push(text.slice(start));
  // A bracket that nobody closes must not keep the rest together.
  return depth === 0 ? parts : text.split(sign);
}
