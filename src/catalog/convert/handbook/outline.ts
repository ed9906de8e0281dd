import { headingKind, type HeadingKind } from '../heading-words.ts';
import { isPlainTitle } from '../title-words.ts';
import { type MarkdownBlock, partsAtColon } from './markdown-blocks.ts';

/** A part of a document: what stands below a heading, up to the next one of its level. */
export interface OutlinePart {
  /** The heading; of the whole document, and of a line that begins with "Duties:", its words. */
  readonly title: string;
  /** The line of the heading; undefined for the whole document. */
  readonly line: number | undefined;
  readonly level: number;
  /** What its heading says that it holds. */
  readonly kind: HeadingKind | undefined;
  readonly parent: OutlinePart | undefined;
  readonly blocks: MarkdownBlock[];
  readonly parts: OutlinePart[];
}

/** Below all headings: a line in bold that is a title, and a line that names what follows, such as "You will:". */
const boldTitleLevel = 7;
export const labelLevel = 8;

const number = /^(?:\(?\d{1,3}(?:\.\d{1,3})*[.)]?|[A-Z][.)]|[IVX]{1,5}[.)])\s+(?=\S)/;

/** The parts of a document. */
export function outlineOf(blocks: readonly MarkdownBlock[]): OutlinePart {
  const root: OutlinePart = partOf('', undefined, 0, undefined);
  let current = root;
  const open = (title: string, line: number, level: number) => {
    let parent = current;
    while (parent.level >= level && parent.parent !== undefined) parent = parent.parent;
    current = partOf(title, line, level, parent);
    parent.parts.push(current);
  };
  for (const block of blocks) {
    const { kind, text, line, depth } = block;
    if (kind === 'HEADING') open(headingText(text), line, depth);
    else if (kind !== 'TEXT' || depth > 0) current.blocks.push(block);
    else {
      const label = labelOf(block);
      if (label !== undefined) {
        open(label.title, line, labelLevel);
        if (label.rest !== '') current.blocks.push({ ...block, lead: undefined, text: label.rest });
      } else if (isBoldTitle(block)) open(headingText(text), line, boldTitleLevel);
      else current.blocks.push(block);
    }
  }
  return root;
}

/** A part and all within it, in order. */
export function partsWithin(part: OutlinePart): readonly OutlinePart[] {
  const all: OutlinePart[] = [];
  // The levels of headings bound the depth.
  const visit = (each: OutlinePart) => {
    all.push(each);
    for (const below of each.parts) visit(below);
  };
  visit(part);
  return all;
}

function partOf(title: string, line: number | undefined, level: number, parent: OutlinePart | undefined): OutlinePart {
  return { title, line, level, kind: headingKind(title), parent, blocks: [], parts: [] };
}

/** A heading without its number and colon. */
function headingText(text: string): string {
  return text.replace(/\s+/g, ' ').replace(number, '').replace(/\s*:$/, '');
}

/** "**Duties**", "Duties:" and "Duties: runs backups": a line that names what follows, in words that are known. */
function labelOf({ text, lead, rest }: MarkdownBlock): { readonly title: string; readonly rest: string } | undefined {
  if (lead !== undefined && headingKind(lead) !== undefined) return { title: lead, rest };
  const { before, after } = partsAtColon(text);
  if (before !== '' && headingKind(before) !== undefined) return { title: before, rest: after };
  // "As an SRE you will:" introduces duties, too.
  return after === '' && endsInDuties(before) ? { title: 'Duties', rest: '' } : undefined;
}

function endsInDuties(title: string): boolean {
  const words = title.split(/\s+/);
  return words.length > 1 && words.some((_, index) => headingKind(words.slice(index).join(' ')) === 'duty');
}

function isBoldTitle({ text, lead, rest }: MarkdownBlock): boolean {
  return lead !== undefined && rest === '' && !text.includes('\n') && isPlainTitle(lead);
}
