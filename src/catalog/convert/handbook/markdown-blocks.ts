import MarkdownIt from 'markdown-it';
import { plainMarkdown } from '../tables/plain-markdown.ts';

/** A heading, paragraph or entry of a list of a Markdown document. Tables are left out: they have readers of their own. */
export interface MarkdownBlock {
  readonly kind: 'HEADING' | 'TEXT' | 'ITEM' | 'OTHER';
  /** From 1. */
  readonly line: number;
  /** Without marks; each line of a paragraph is a line. */
  readonly text: string;
  /** The words in bold at its beginning, without the colon; undefined if there are none. */
  readonly lead: string | undefined;
  /** What follows the lead; empty if there is none. */
  readonly rest: string;
  /** Of a heading 1 to 6, of an entry 0 for the outermost list. */
  readonly depth: number;
}

/** Blocks only: what stands in them is read by plainMarkdown, as that of tables is. */
const parser = new MarkdownIt({ html: true });
parser.core.ruler.enableOnly(['normalize', 'block']);
/** Signs that other programs write for entries of lists. Lines stay, so that their numbers do. */
const foreignBullets = /^([ \t]*)[•●▪■◦‣⁃➢➤►–—][ \t]+(?=\S)/gmu;
/** "##Duties", which is no heading since CommonMark; a single "#" begins other words, too. */
const closeHeading = /^(#{2,6})(?=\p{L})/gmu;
const boldLead = /^(?:\*\*|__)(.+?)(?:\*\*|__)\s*[:.–—-]*\s*/s;

/** The blocks of a document with LF as line ends, in order. Takes time in proportion to the text. */
export function markdownBlocks(text: string): readonly MarkdownBlock[] {
  const blocks: MarkdownBlock[] = [];
  let tables = 0;
  let lists = 0;
  let heading = 0;
  /** Whether the next text is the first of its entry. */
  let isNewItem = false;
  for (const token of parser.parse(text.replace(foreignBullets, '$1- ').replace(closeHeading, '$1 '), {})) {
    const line = (token.map?.[0] ?? 0) + 1;
    switch (token.type) {
      case 'table_open':
        tables++;
        break;
      case 'table_close':
        tables--;
        break;
      case 'bullet_list_open':
      case 'ordered_list_open':
        lists++;
        break;
      case 'bullet_list_close':
      case 'ordered_list_close':
        lists--;
        break;
      case 'list_item_open':
        isNewItem = true;
        break;
      case 'list_item_close':
        isNewItem = false;
        break;
      case 'heading_open':
        heading = Number(token.tag.slice(1));
        break;
      case 'heading_close':
        heading = 0;
        break;
      case 'fence':
      case 'code_block':
      case 'html_block':
        blocks.push({ ...blockOf('OTHER', token.content, line), depth: lists });
        break;
      case 'inline': {
        if (tables > 0 || token.content.trim() === '') break;
        if (lists > 0) {
          // A further paragraph of an entry is a part of it.
          blocks.push({
            ...blockOf(isNewItem ? 'ITEM' : 'TEXT', token.content, line),
            depth: isNewItem ? lists - 1 : lists,
          });
          isNewItem = false;
        } else blocks.push({ ...blockOf(heading > 0 ? 'HEADING' : 'TEXT', token.content, line), depth: heading });
        break;
      }
      default:
    }
  }
  return blocks;
}

/** The few words before a colon, and what follows it; both empty if the text has no such words. */
export function partsAtColon(text: string): { readonly before: string; readonly after: string } {
  const [, before = '', after = ''] = /^([^:\n]{2,60}):\s*([\s\S]*)$/.exec(text) ?? [];
  return { before, after };
}

function blockOf(kind: MarkdownBlock['kind'], markdown: string, line: number): Omit<MarkdownBlock, 'depth'> {
  const content = kind === 'ITEM' ? markdown.replace(/^\[[ xX]\]\s+/, '') : markdown;
  const text = plainMarkdown(content);
  const bold = boldLead.exec(content);
  if (bold !== null) {
    const lead = plainMarkdown(bold[1] ?? '').replace(/\s{0,5}[:.–—-]{1,5}$/, '');
    return { kind, line, text, lead, rest: plainMarkdown(content.slice(bold[0].length)) };
  }
  return { kind, line, text, lead: undefined, rest: '' };
}
