import { headingKind } from '../heading-words.ts';
import { splitTitles } from '../split-titles.ts';
import { hasFormOfTitle, isAbbreviation, isHeadTitle } from '../title-words.ts';
import type { MarkdownBlock } from './markdown-blocks.ts';
import type { OutlinePart } from './outline.ts';

/** An entry of a list that names a role, e.g. "SRE: answers pages", and what it says of it. */
export interface TitleEntry {
  readonly block: MarkdownBlock;
  readonly title: string;
  /** What follows the title; may be empty. */
  readonly said: string;
  /** What stands below it: the entries of its own list, and paragraphs. */
  readonly below: readonly MarkdownBlock[];
}

const separated = /^([^:–—\n]{2,80}?)(?::\s+|\s+[–—-]\s+)(\S[\s\S]*)$/;

/**
 * The entries of a part that name roles, if it is a list of roles: at least half of its outermost entries begin with a title, or are
 * one, and one of these has several words. Entries next to them that have the same form are roles, too.
 */
export function titleEntriesOf({ blocks }: OutlinePart): readonly TitleEntry[] {
  const entries = outermost(blocks);
  const plain = entries.filter(({ title }) =>
    splitTitles(title).some((each) => isHeadTitle(each) || isAbbreviation(each)),
  );
  const isList =
    plain.length * 2 >= entries.length && plain.some(({ title }) => /\s/.test(title) || isAbbreviation(title));
  const isSure = plain.some(({ title, said, below }) => isHeadTitle(title) || said !== '' || below.length > 0);
  if (!isList || !isSure) return [];
  const haveText = plain.some(({ said }) => said !== '');
  const known = new Set(plain);
  return entries.filter((entry) => known.has(entry) || (haveText && entry.said !== '' && couldBeRole(entry.title)));
}

function couldBeRole(title: string): boolean {
  return hasFormOfTitle(title) && /^\p{Lu}/u.test(title) && title.split(/\s+/).length <= 6;
}

function outermost(blocks: readonly MarkdownBlock[]): readonly TitleEntry[] {
  const entries: { block: MarkdownBlock; title: string; said: string; below: MarkdownBlock[] }[] = [];
  for (const block of blocks) {
    const isEntry =
      (block.kind === 'ITEM' && block.depth === 0) ||
      (block.kind === 'TEXT' && block.depth === 0 && block.lead !== undefined);
    if (isEntry) entries.push({ block, ...titleIn(block), below: [] });
    else if (block.depth > 0 || block.kind === 'ITEM') entries.at(-1)?.below.push(block);
  }
  return entries.filter(({ title }) => title !== '');
}

type Said = Pick<TitleEntry, 'title' | 'said'>;

function titleIn({ text, lead, rest }: MarkdownBlock): Said {
  const found = lead === undefined ? plainTitleIn(text) : boldTitleIn(lead, rest);
  // "Reports to: CTO" is no role that does "CTO".
  return headingKind(found.title) === undefined && hasFormOfTitle(found.title) ? found : { title: '', said: '' };
}

function plainTitleIn(text: string): Said {
  const [, title = text.replace(/[:.]$/, ''), said = ''] = separated.exec(text) ?? [];
  return { title, said };
}

/** "**Data Engineer** (Finance): …": brackets belong to the title. */
function boldTitleIn(lead: string, rest: string): Said {
  const [, brackets = ''] = /^(\([^()]{1,40}\))/.exec(rest) ?? [];
  const title = brackets === '' ? lead : `${lead} ${brackets}`;
  return { title, said: rest.slice(brackets.length).replace(/^\s*[:–—-]+\s*/, '') };
}
