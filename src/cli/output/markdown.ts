import { visibleText } from '../../text/quoted-text.ts';
import { shownTable, type Table } from './table.ts';

/** Texts and tables as Markdown (GFM), for a wiki or handbook. Nothing in them is taken for marks or HTML. */
export function markdownText(parts: readonly (string | Table)[]): string {
  return parts.map((part) => (typeof part === 'string' ? paragraphs(part) : tableMarkdown(part))).join('\n');
}

/** Lines that begin with "- " are a list; each other line is a paragraph. */
function paragraphs(text: string): string {
  const lines = text.split('\n');
  return lines
    .map((line, index) => {
      const isItem = line.startsWith('- ');
      const between = index > 0 && !(isItem && lines[index - 1]?.startsWith('- ') === true) ? '\n' : '';
      return `${between}${isItem ? `- ${escaped(line.slice(2))}` : escaped(line)}\n`;
    })
    .join('');
}

function tableMarkdown(table: Table): string {
  const { columns, rows } = shownTable(table);
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |\n`;
  return (
    line(columns.map(({ heading }) => escaped(heading))) +
    line(columns.map(({ align }) => (align === 'right' ? '---:' : '---'))) +
    rows.map((row) => line(row.map(escaped))).join('')
  );
}

/** One line of text, with a backslash before every character that could be a mark, and no entities or tags. */
function escaped(text: string): string {
  return visibleText(text)
    .replaceAll(/[\\`*_[\]|~#]/g, String.raw`\$&`)
    .replaceAll('&', (_, at: number, whole: string) => (/^&#?\w+;/.test(whole.slice(at)) ? '&amp;' : '&'))
    .replaceAll('<', '&lt;')
    .replace(/^(\d+)([.)])(?=\s|$)/, String.raw`$1\$2`)
    .replace(/^([-+>=])/, String.raw`\$1`);
}
