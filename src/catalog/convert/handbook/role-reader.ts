import { matchingKey } from '../../../text/matching-key.ts';
import { quoted } from '../../../text/quoted-text.ts';
import type { Involvement } from '../../involvement.ts';
import type { StatedDuty, Statement } from '../facts.ts';
import type { GatheredRoles } from '../gathered-roles.ts';
import { involvementBelow } from '../heading-involvement.ts';
import type { HeadingKind } from '../heading-words.ts';
import { dutyReasons, isNothing, plainDuty, splitDuties } from '../split-duties.ts';
import { listedTitles } from '../split-titles.ts';
import { withoutAddresses } from '../without-addresses.ts';
import { blockEntries, fieldOf } from './entries.ts';
import type { HandbookAccount } from './handbook-account.ts';
import type { MarkdownBlock } from './markdown-blocks.ts';
import { type OutlinePart, partsWithin } from './outline.ts';

/** Where a role of a document stands. */
export interface RolePlace {
  /** The titles, the one to call it by first. */
  readonly titles: readonly string[];
  /** Further roles that the same place is about. */
  readonly shared: readonly string[];
  readonly group: string | undefined;
  readonly section: string | undefined;
  readonly line: number;
  readonly quote: string;
}

/** What a description of a role can say that it belongs to. */
const organizations: ReadonlySet<HeadingKind> = new Set(['company', 'division', 'department', 'team']);
const otherText = 'text of a role that is neither its description nor a duty';

/** Reads what a document says of one role. */
export class RoleReader {
  readonly statements: Statement[] = [];
  /** The department or team that the description names. */
  department: string | undefined;
  readonly #place: RolePlace;
  readonly #source: number;
  readonly #account: HandbookAccount;
  readonly #others: ReadonlySet<OutlinePart>;
  readonly #summary: string[] = [];
  #alternates: readonly string[] = [];
  #code: string | undefined;

  /** @param others the parts that are about other roles. */
  constructor(place: RolePlace, source: number, account: HandbookAccount, others: ReadonlySet<OutlinePart>) {
    this.#place = place;
    this.#source = source;
    this.#account = account;
    this.#others = others;
  }

  /** Adds what a heading above says, e.g. front matter. */
  describe(kind: HeadingKind | undefined, text: string): boolean {
    if (kind === 'summary') this.#summary.push(withoutAddresses(text));
    else if (kind === 'alternates') this.#alternates = [...this.#alternates, ...listedTitles(text)];
    else if (kind === 'code' && this.#code === undefined) this.#code = text;
    else if (kind !== undefined && organizations.has(kind) && this.#canBelongTo(text))
      this.department = withoutAddresses(text);
    else return false;
    return true;
  }

  /** Headings above a role are its group, whatever fields say. */
  #canBelongTo(text: string): boolean {
    return (
      this.#place.group === undefined && this.department === undefined && matchingKey(withoutAddresses(text)) !== ''
    );
  }

  readPart(part: OutlinePart): void {
    this.#account.take(part.line);
    const hasDuties = partsWithin(part).some(
      (each) => each !== part && !this.#others.has(each) && involvementBelow(each.kind) !== undefined,
    );
    this.readOwn(part.blocks, hasDuties);
    this.#readParts(part, hasDuties);
  }

  #readParts({ parts }: OutlinePart, hasDuties: boolean): void {
    for (const part of parts) {
      if (this.#others.has(part)) continue;
      const involvement = involvementBelow(part.kind);
      if (involvement !== undefined) this.#readDutyPart(part, involvement);
      else if (part.kind === undefined) {
        this.#account.leave(part.line, 'a heading inside a role');
        if (hasDuties) this.#account.leaveAll(part.blocks, otherText);
        else this.#readDuties(part.blocks, 'RESPONSIBLE');
        this.#readParts(part, hasDuties);
      } else {
        this.#readKnown(part, part.kind);
        this.#readParts(part, true);
      }
    }
  }

  #readDutyPart(part: OutlinePart, involvement: Involvement): void {
    if (involvementBelow(part.kind) !== undefined) this.#account.take(part.line);
    const [first, ...others] = part.blocks;
    // "Duties: runs backups" has duties in its line, even if more follow below.
    const isInLine = first?.line === part.line;
    if (first !== undefined && isInLine) this.#stateAll(first, first.text, involvement);
    this.#readDuties(isInLine ? others : part.blocks, involvement);
    for (const below of part.parts) {
      if (this.#others.has(below)) continue;
      const own = involvementBelow(below.kind);
      if (own === undefined && below.kind !== undefined) this.#readKnown(below, below.kind);
      else {
        this.#readDutyPart(below, own ?? involvement);
        if (own === undefined) this.#account.leave(below.line, 'a heading between duties');
      }
    }
  }

  #readKnown({ title, blocks, line }: OutlinePart, kind: HeadingKind): void {
    const texts = blocks.filter(({ kind: form }) => form !== 'OTHER').map(({ text }) => text);
    if (texts.length > 0 && this.describe(kind, texts.join('\n'))) {
      this.#account.take(line);
      this.#account.takeAll(blocks.filter(({ kind: form }) => form !== 'OTHER'));
      return;
    }
    const why = `below ${quoted(title)}, which holds no duties`;
    this.#account.leave(line, why);
    this.#account.leaveAll(blocks, why);
  }

  /** Reads what stands directly below the name of the role: its description, its duties, and fields such as "Reports to: …". */
  readOwn(blocks: readonly MarkdownBlock[], hasDuties: boolean): void {
    const entries = blockEntries(blocks);
    const fields = entries.map(({ block, isItem }) => (isItem ? fieldOf(block) : undefined));
    const namesDuties = hasDuties || fields.some((field) => involvementBelow(field?.kind) !== undefined);
    for (const [index, entry] of entries.entries()) {
      const { block, isItem, below } = entry;
      const field = fields[index];
      const involvement = involvementBelow(field?.kind);
      if (block.kind === 'OTHER') continue;
      if (field !== undefined && involvement !== undefined) {
        this.#account.take(block.line);
        if (field.value !== '') this.#stateAll(block, field.value, involvement);
        this.#readDuties(below, involvement);
      } else if (
        field !== undefined &&
        this.describe(field.kind, [field.value, ...below.map(({ text }) => text)].join('\n').trim())
      ) {
        this.#account.takeAll([block, ...below]);
      } else if (field !== undefined) {
        this.#account.leaveAll([block, ...below], `${quoted(field.name)} holds no duties`);
      } else if (!isItem) {
        this.#summary.push(withoutAddresses(block.text));
        this.#account.take(block.line);
        this.#account.leaveAll(below, otherText);
      } else if (namesDuties) {
        this.#account.leaveAll([block, ...below], otherText);
      } else this.#readDuties([block, ...below], 'RESPONSIBLE');
    }
  }

  #readDuties(blocks: readonly MarkdownBlock[], involvement: Involvement): void {
    const entries = blockEntries(blocks);
    const hasItems = entries.some(({ isItem }) => isItem);
    for (const { block, isItem, below } of entries) {
      if (block.kind === 'OTHER') continue;
      const nested = below.filter(({ kind }) => kind === 'ITEM');
      if (isItem && block.text.endsWith(':') && nested.length > 0) {
        this.#account.leave(block.line, dutyReasons.introduction);
        this.#readDuties(below, involvement);
      } else if (isItem) this.#state(block, below, involvement);
      else if (hasItems) this.#account.leave(block.line, 'text around a list of duties');
      else {
        this.#account.take(block.line);
        this.#stateAll(block, block.text, involvement);
      }
    }
  }

  /** An entry is one duty. What stands below it is a part of it, and so of its words. */
  #state(block: MarkdownBlock, below: readonly MarkdownBlock[], involvement: Involvement): void {
    const name = plainDuty(withoutAddresses(block.text));
    if (isNothing(name) || matchingKey(name) === '') {
      this.#account.leaveAll([block, ...below], dutyReasons.nothing);
      return;
    }
    const details = below.filter(({ kind }) => kind !== 'OTHER');
    this.#account.takeAll([block, ...details]);
    const quote = [block, ...details].map(({ text }) => withoutAddresses(text)).join('\n');
    this.#add([{ name, involvement: [involvement] }], block.line, quote);
  }

  /** A text may hold several duties. */
  stateText(block: MarkdownBlock, text: string): void {
    this.#stateAll(block, text, 'RESPONSIBLE');
  }

  #stateAll({ line, text: quote }: MarkdownBlock, text: string, involvement: Involvement): void {
    const { duties, others } = splitDuties(withoutAddresses(text));
    for (const other of others) this.#account.leavePiece(line, other.text, other.why);
    const named = duties.filter((name) => matchingKey(name) !== '');
    if (named.length > 0)
      this.#add(
        named.map((name) => ({ name, involvement: [involvement] })),
        line,
        withoutAddresses(quote),
      );
  }

  #add(duties: readonly StatedDuty[], line: number, quote: string): void {
    const { titles, shared, group, section } = this.#place;
    for (const role of [...titles.slice(0, 1), ...shared]) {
      this.statements.push({
        role,
        ...(group !== undefined && { group }),
        ...(section !== undefined && { section }),
        duties,
        place: { source: this.#source, line, quote },
      });
    }
  }

  /** Ends the reading: a role of which no duties are said stands where it is named. */
  finish(roles: GatheredRoles): void {
    const [title = '', ...others] = this.#place.titles;
    if (this.statements.length === 0) this.#add([], this.#place.line, this.#place.quote);
    const summary = this.#summary.join('\n\n');
    roles.add(title, {
      alternateTitles: [...others, ...this.#alternates],
      ...(summary !== '' && { summary }),
      ...(this.#code !== undefined && { externalId: this.#code }),
    });
    for (const role of this.#place.shared) roles.add(role, {});
    const [first] = this.statements;
    if (first !== undefined && summary !== '') this.statements[0] = { ...first, summary };
  }
}
