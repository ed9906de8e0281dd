import { matchingKey } from '../../../text/matching-key.ts';
import type { Involvement } from '../../involvement.ts';
import type { LeftOut } from '../conversion.ts';
import type { StatedDuty, Statement } from '../facts.ts';
import { GatheredRoles } from '../gathered-roles.ts';
import type { GivenRow, GivenTable } from '../given-table.ts';
import { shownText } from '../shown-text.ts';
import { isNothing, splitDuties } from '../split-duties.ts';
import { listedTitles, splitTitles } from '../split-titles.ts';
import { isPlainTitle } from '../title-words.ts';
import { withoutAddresses } from '../without-addresses.ts';
import type { GroupColumn } from './list-groups.ts';
import type { ListLayout } from './list-layout.ts';
import { isFooter, isInCapitals, isSameRow, isSectionTitle, isTotal, rowReasons, sectionName } from './list-rows.ts';

/** Reads the rows of a list from the first to the last, because empty cells mean what stands above. */
export class RoleListRows {
  readonly statements: Statement[] = [];
  readonly leftOut: LeftOut[] = [];
  readonly roles = new GatheredRoles();
  /** Titles that stand for several in one cell, e.g. "DBA / Database Administrator". */
  readonly joinedTitles: string[] = [];
  taken = 0;

  readonly #table: GivenTable;
  readonly #source: number;
  readonly #layout: ListLayout;
  readonly #rows: readonly GivenRow[];
  /** The keys of titles that have a cell of their own. */
  readonly #own: ReadonlySet<string>;
  readonly #areMostBold: boolean;
  readonly #areMostInCapitals: boolean;
  readonly #seen = new Set<string>();
  #titles: readonly string[] = [];
  #group: string | undefined;
  #section: string | undefined;
  #heading: string | undefined;

  constructor(table: GivenTable, source: number, layout: ListLayout) {
    this.#table = table;
    this.#source = source;
    this.#layout = layout;
    this.#rows = table.rows.slice(layout.header.at + 1);
    const titles = this.#rows.map((row) => cellOf(row, layout.role.index)).filter((title) => title !== '');
    this.#own = new Set(titles.map(matchingKey));
    this.#areMostBold = this.#rows.filter(({ isBold }) => isBold).length * 2 > this.#rows.length;
    this.#areMostInCapitals = titles.filter(isInCapitals).length * 2 > titles.length;
  }

  read(): void {
    const { header } = this.#layout;
    for (const row of this.#table.rows.slice(0, header.at)) this.#leave(row, rowReasons.above);
    for (const [at, row] of this.#rows.entries()) this.#readRow(row, this.#rows[at + 1]);
  }

  #readRow(row: GivenRow, next: GivenRow | undefined): void {
    const texts = row.cells.filter((cell) => cell !== '');
    if (isSameRow(row, this.#layout.header.row)) {
      this.#leave(row, rowReasons.again);
      return;
    }
    if (isFooter(texts)) {
      this.#leave(row, rowReasons.footer);
      return;
    }
    if (isTotal(row)) {
      this.#leave(row, rowReasons.total);
      return;
    }
    const [only] = texts;
    if (texts.length === 1 && only !== undefined && this.#isSection(row, only, next)) {
      this.#heading = sectionName(only);
      this.#titles = [];
      this.#leave(row, rowReasons.section);
      return;
    }
    this.#readGroups(row);
    const title = cellOf(row, this.#layout.role.index);
    const hasDuty = this.#layout.duties.some(({ column }) => !isNothing(cellOf(row, column.index)));
    if (
      isNothing(title) ||
      (texts.length === 1 && title !== '' && /[.!?]$/.test(title) && !isPlainTitle(title.slice(0, -1)))
    ) {
      if (title !== '' || !hasDuty || this.#titles.length === 0) {
        this.#leave(row, rowReasons.noTitle);
        return;
      }
    } else this.#titles = this.#titlesOf(title);
    this.#take(row, title);
  }

  /** Whether a text that stands alone is a heading: in the column of roles, or in one that holds no duties or groups. */
  #isSection(row: GivenRow, text: string, next: GivenRow | undefined): boolean {
    const { role, duties, summaries, group, section, header } = this.#layout;
    const index = row.cells.indexOf(text);
    if (duties.some(({ column }) => column.index === index) || summaries.some((column) => column.index === index))
      return false;
    if (index === group?.column.index || index === section?.column.index) return false;
    if (header.columns.filter(({ kind }) => kind !== 'ignored').length < 2) return false;
    const isBold = row.isBold && !this.#areMostBold;
    if (index !== role.index) return isSectionTitle(text, true, false, true);
    // What follows without a title belongs to the title above it.
    if (next === undefined || cellOf(next, role.index) === '') return false;
    const isBeforeRow = duties.length > 0 && next.cells.filter((cell) => cell !== '').length > 1;
    return isSectionTitle(text, isBold, isInCapitals(text) && !this.#areMostInCapitals, isBeforeRow);
  }

  #readGroups(row: GivenRow): void {
    const { group, section, role } = this.#layout;
    const isBelow = cellOf(row, role.index) === '';
    const before = this.#group;
    this.#group = groupIn(row, group, before, isBelow);
    const isOther = this.#group !== before;
    this.#section = groupIn(row, section, isOther && !isBelow ? undefined : this.#section, isBelow);
  }

  #titlesOf(cell: string): readonly string[] {
    const titles = splitTitles(withoutAddresses(cell));
    if (titles.length > 1) this.joinedTitles.push(cell);
    return titles;
  }

  #take(row: GivenRow, titleCell: string): void {
    const { duties, quote } = this.#dutiesOf(row);
    const { summaries, alternates, code, isOfPeople } = this.#layout;
    const [title = '', ...others] = this.#titles;
    const summary = summaries
      .map(({ index }) => withoutAddresses(cellOf(row, index)))
      .filter((text) => !isNothing(text))
      .join('\n\n');
    const listed = alternates
      .flatMap(({ index }) => listedTitles(cellOf(row, index)))
      .filter((text) => !isNothing(text));
    // Titles that the list has apart, too, are roles of their own.
    const shared = others.filter((other) => this.#own.has(matchingKey(other)));
    const group = this.#group;
    const section = [this.#heading, this.#section].filter((name) => name !== undefined).join(': ') || undefined;
    const key = JSON.stringify([...[title, ...shared].map(matchingKey), group, section]);
    const adds =
      duties.length > 0 || !this.#seen.has(key) || (summary !== '' && summary !== this.roles.summaryOf(title));
    if (!adds) {
      this.#leave(row, isOfPeople ? rowReasons.person : rowReasons.noDuty, title);
      return;
    }
    this.#seen.add(key);
    this.taken++;
    this.roles.add(title, {
      alternateTitles: [...others, ...listed],
      ...(summary !== '' && { summary }),
      ...(code !== undefined && { externalId: cellOf(row, code.index) }),
    });
    for (const role of [title, ...shared]) {
      if (role !== title) this.roles.add(role, {});
      this.statements.push({
        role,
        ...(group !== undefined && { group }),
        ...(section !== undefined && { section }),
        duties,
        place: {
          source: this.#source,
          [this.#table.counts]: row.number,
          quote: quote === '' ? withoutAddresses(titleCell) || title : quote,
        },
        ...(summary !== '' && { summary }),
      });
    }
  }

  #dutiesOf(row: GivenRow) {
    const found = new Map<string, { name: string; involvement: Set<Involvement> }>();
    const quotes: string[] = [];
    for (const { column, involvement } of this.#layout.duties) {
      const cell = withoutAddresses(cellOf(row, column.index));
      if (cell === '') continue;
      const { duties, others } = splitDuties(cell);
      if (duties.length > 0) quotes.push(cell);
      for (const { text, why } of others) this.#leaveText(row, text, why);
      for (const name of duties) {
        const key = matchingKey(name);
        const known = found.get(key);
        if (known === undefined) found.set(key, { name, involvement: new Set([involvement]) });
        else known.involvement.add(involvement);
      }
    }
    const duties = [...found.values()].map(({ name, involvement }): StatedDuty => ({
      name,
      involvement: [...involvement],
    }));
    return { duties, quote: quotes.join('\n') };
  }

  /** Shows nothing of rows of people but titles: their names must not be in reports either. */
  #leave(row: GivenRow, why: string, shown?: string): void {
    const isPrivate = this.#layout.isOfPeople && why === rowReasons.noTitle;
    const text = shown ?? (isPrivate ? '' : row.cells.filter((cell) => cell !== '').join(' | '));
    this.#leaveText(row, text, why);
  }

  #leaveText({ number }: GivenRow, text: string, why: string): void {
    const { name: part, counts } = this.#table;
    this.leftOut.push({ part, number, counts, text: shownText(text), why });
  }
}

function groupIn(
  row: GivenRow,
  given: GroupColumn | undefined,
  before: string | undefined,
  isBelow: boolean,
): string | undefined {
  if (given === undefined) return undefined;
  const text = cellOf(row, given.column.index);
  if (text === '') return given.isFilledDown || isBelow ? before : undefined;
  return isNothing(text) ? undefined : withoutAddresses(text);
}

function cellOf({ cells }: GivenRow, index: number): string {
  return cells[index] ?? '';
}
