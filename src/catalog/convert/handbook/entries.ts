import { headingKind, type HeadingKind } from '../heading-words.ts';
import { type MarkdownBlock, partsAtColon } from './markdown-blocks.ts';

/** A paragraph, or an entry of a list with what stands below it. */
export interface BlockEntry {
  readonly block: MarkdownBlock;
  readonly isItem: boolean;
  readonly below: readonly MarkdownBlock[];
}

/** The paragraphs of some blocks, and the outermost entries of their lists. */
export function blockEntries(blocks: readonly MarkdownBlock[]): readonly BlockEntry[] {
  let outermost = Infinity;
  for (const { kind, depth } of blocks) if (kind === 'ITEM') outermost = Math.min(outermost, depth);
  const entries: { block: MarkdownBlock; isItem: boolean; below: MarkdownBlock[] }[] = [];
  for (const block of blocks) {
    const isOuter = block.kind === 'ITEM' ? block.depth === outermost : block.depth === 0;
    const last = entries.at(-1);
    if (isOuter || last === undefined) entries.push({ block, isItem: block.kind === 'ITEM', below: [] });
    else last.below.push(block);
  }
  return entries;
}

/** What an entry such as "Reports to: Head of IT" says: what it is about, and what; undefined for any other. */
export function fieldOf({
  text,
  lead,
  rest,
}: MarkdownBlock): { readonly kind: HeadingKind; readonly name: string; readonly value: string } | undefined {
  const { before, after } = partsAtColon(text);
  const [name, value] = lead === undefined ? [before, after] : [lead, rest];
  const kind = name === '' ? undefined : headingKind(name);
  // A bullet "Work closely with others" is in bold by chance: its words say nothing of what follows.
  return kind === undefined ? undefined : { kind, name, value };
}
