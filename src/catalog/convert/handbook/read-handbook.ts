import { basename, extname } from 'node:path';
import { matchingKey } from '../../../text/matching-key.ts';
import type { ConvertOptions, GivenFile, TableReading } from '../conversion.ts';
import type { Statement } from '../facts.ts';
import { GatheredRoles, withoutRepeatedSummaries } from '../gathered-roles.ts';
import { involvementBelow } from '../heading-involvement.ts';
import { headingKind } from '../heading-words.ts';
import { plainTitle, splitTitles } from '../split-titles.ts';
import { decodedFile } from '../tables/decoded-text.ts';
import { hasFormOfTitle, isHeadTitle } from '../title-words.ts';
import { withoutAddresses } from '../without-addresses.ts';
import { type FrontMatter, frontMatterOf } from './front-matter.ts';
import { HandbookAccount } from './handbook-account.ts';
import { markdownBlocks } from './markdown-blocks.ts';
import { labelLevel, outlineOf, type OutlinePart, partsWithin } from './outline.ts';
import { groupHeadings, groupKindOf, headingsAbove } from './role-groups.ts';
import { rolePartsOf, titleOfHeading } from './role-parts.ts';
import { RoleReader } from './role-reader.ts';
import { type TitleEntry, titleEntriesOf } from './title-entries.ts';

/** The ends of names of files that are not Markdown, whatever stands in them. */
const otherEnds = ['.csv', '.tsv', '.json', '.yaml', '.yml', '.html', '.xml'];
/** A heading, an entry of a list, or bold words at the beginning of a line: without one, a text is no handbook. */
const marks = /^ {0,3}(?:#{1,6}\s|[-*+•–]\s|\d{1,3}[.)]\s|\*\*|__|={3,}\s*$)/m;

/**
 * Reads the headings and lists of a Markdown document: headings that are titles of roles with duties below them, and entries such as
 * "SRE: answers pages". Undefined if it is none, or names no role.
 */
export function readHandbook(file: GivenFile, source: number, options: ConvertOptions): TableReading | undefined {
  if (options.tables.length > 0 || otherEnds.includes(extname(file.path).toLowerCase())) return undefined;
  const text = decodedFile(file.bytes)?.text.replace(/\r\n?/g, '\n');
  if (text === undefined || !marks.test(text) || /^\s*[[{]\s*["{[]/.test(text)) return undefined;
  const front = frontMatterOf(text);
  const root = outlineOf(markdownBlocks(front.rest));
  const found = foundIn(root, front, basename(file.path, extname(file.path)));
  return found.length === 0 ? undefined : new Handbook(root, front, found, source, basename(file.path)).reading();
}

/** A role of a document: a part about it, or an entry of a list of roles. */
interface FoundRole {
  readonly title: string;
  readonly part: OutlinePart;
  readonly entry: TitleEntry | undefined;
}

function foundIn(root: OutlinePart, front: FrontMatter, fileName: string): readonly FoundRole[] {
  const roles = rolePartsOf(root);
  const found: FoundRole[] = [];
  const within = new Set([...roles].flatMap((part) => partsWithin(part)));
  for (const part of partsWithin(root)) {
    if (roles.has(part)) found.push({ title: titleOfHeading(part), part, entry: undefined });
    else if (!within.has(part) && part.level < labelLevel) {
      for (const entry of titleEntriesOf(part)) found.push({ title: entry.title, part, entry });
    }
  }
  if (found.length > 0) return found;
  const title = titleOfWhole(root, front, fileName);
  return title === undefined ? [] : [{ title, part: root, entry: undefined }];
}

/** The title of a document about one role, which no heading in it names: front matter or the name of the file does. */
function titleOfWhole(root: OutlinePart, { values }: FrontMatter, fileName: string): string | undefined {
  if (!partsWithin(root).some(({ kind }) => involvementBelow(kind) !== undefined)) return undefined;
  for (const [key, [value = '']] of values) {
    const kind = headingKind(key);
    if (kind === 'role' || (kind === 'title' && isHeadTitle(value))) return value;
  }
  const words = fileName.replaceAll(/[_-]+/g, ' ').trim();
  if (!isHeadTitle(words)) return undefined;
  return words === words.toLowerCase() ? words.replace(/(?<=^|\s)\p{Ll}/gu, (letter) => letter.toUpperCase()) : words;
}

class Handbook {
  readonly #root: OutlinePart;
  readonly #front: FrontMatter;
  readonly #found: readonly FoundRole[];
  readonly #source: number;
  readonly #part: string;
  readonly #account: HandbookAccount;

  constructor(root: OutlinePart, front: FrontMatter, found: readonly FoundRole[], source: number, name: string) {
    this.#part = `the document ${name}`;
    this.#account = new HandbookAccount(this.#part);
    this.#root = root;
    this.#front = front;
    this.#found = found;
    this.#source = source;
  }

  reading(): TableReading {
    const roles = new GatheredRoles();
    const own = new Set(this.#found.map(({ title }) => matchingKey(title)));
    const parts = new Set(this.#found.flatMap(({ part, entry }) => (entry === undefined ? [part] : [])));
    const paths = groupHeadings(
      this.#found.map(({ part, entry }) => [
        ...headingsAbove(part),
        ...(entry !== undefined && part.line !== undefined ? [part] : []),
      ]),
    );
    const statements: Statement[] = [];
    const isOfOneRole = own.size === 1;
    const unused = isOfOneRole ? [] : [...this.#front.values.keys()];
    for (const [index, { title: given, part, entry }] of this.#found.entries()) {
      const path = paths[index] ?? [];
      for (const { line } of path) this.#account.take(line);
      const [group, ...sections] = path.map(({ title }) => title);
      const titles = splitTitles(withoutAddresses(plainTitle(given)));
      const shared = titles.slice(1).filter((title) => own.has(matchingKey(title)));
      const line = entry?.block.line ?? part.line ?? 1;
      const section = sections.length > 0 ? sections.join(': ') : undefined;
      const place = { titles, shared, group, section, line, quote: entry?.block.text ?? given };
      const reader = new RoleReader(place, this.#source, this.#account, parts);
      if (entry === undefined) reader.readPart(part);
      else this.#readEntry(reader, entry);
      if (isOfOneRole) unused.push(...this.#describe(reader));
      reader.finish(roles);
      const department = group === undefined ? reader.department : undefined;
      for (const each of reader.statements)
        statements.push(department === undefined ? each : { ...each, group: department });
    }
    const names = [...new Set(statements.flatMap(({ group }) => group ?? []))];
    const hasHeadings = paths.some(({ length }) => length > 0);
    const leftOut = [...this.#account.leftOut(this.#root)];
    if (unused.length > 0) {
      const why = 'fields of the front matter that hold no facts about a role';
      leftOut.unshift({ part: this.#part, number: 1, counts: 'line', text: [...new Set(unused)].join(', '), why });
    }
    return {
      understood: {
        part: this.#part,
        as: this.#found.every(({ entry }) => entry !== undefined)
          ? 'a list of roles under headings'
          : 'a handbook: a heading for each role',
        columns: [],
        taken: this.#account.taken,
        remarks: remarksOf(statements, names.length > 0 && hasHeadings),
      },
      statements: withoutRepeatedSummaries(statements, roles),
      leftOut,
      roles: roles.entries(),
      isOfOneRole: isOfOneRole && names.length === 0,
      ...(names.length > 0 && { groupKind: hasHeadings ? groupKindOf(names) : 'ORGANIZATION_TYPE' }),
    };
  }

  #readEntry(reader: RoleReader, { block, said, below }: TitleEntry): void {
    this.#account.take(block.line);
    if (below.some(({ kind }) => kind === 'ITEM')) {
      if (said !== '') reader.describe('summary', said.replace(/:$/, '.'));
    } else if (said !== '') reader.stateText(block, said);
    reader.readOwn(below, false);
  }

  /** Takes what front matter says of the only role. Returns the keys that are not used. */
  #describe(reader: RoleReader): readonly string[] {
    return [...this.#front.values].flatMap(([key, values]) => {
      const kind = headingKind(key);
      const isTitle = (kind === 'role' || kind === 'title') && values.some((value) => hasFormOfTitle(value));
      return isTitle || reader.describe(kind, values.join('\n')) ? [] : [key];
    });
  }
}

function remarksOf(statements: readonly Statement[], areHeadingsGroups: boolean): readonly string[] {
  const hasNested = statements.some(({ place }) => place.quote?.includes('\n'));
  return [
    ...(hasNested ? ['A bullet is one duty; what is nested below it is a part of its words.'] : []),
    ...(areHeadingsGroups ? ['The headings above roles are their groups and sections.'] : []),
  ];
}
