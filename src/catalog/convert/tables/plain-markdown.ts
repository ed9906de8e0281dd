const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' ', '#39': "'" };

/** The words of a piece of Markdown: without emphasis, code marks, links and HTML; `<br>` becomes a line break. */
export function plainMarkdown(markdown: string): string {
  return markdown
    .replace(/<br\s*\/?>/gi, '\n')
    .replace(/<\/?[a-z][^<>]*>/gi, '')
    .replace(/!?\[([^\][]*)\]\([^()\s]*(?:\s+"[^"]*")?\)/g, '$1')
    .replace(/(?<![\\\w])(\*\*|__)(?=\S)(.{1,400}?)(?<=\S)\1(?!\w)/g, '$2')
    .replace(/(?<![\\\w*_])([*_])(?=[^\s*_])(.{1,400}?)(?<=[^\s*_])\1(?![\w*_])/g, '$2')
    .replace(/`+([^`]+)`+/g, '$1')
    .replace(/~~(.+?)~~/g, '$1')
    .replace(/\\([\\`*_{}[\]()#+\-.!|~>])/g, '$1')
    .replace(/&(amp|lt|gt|quot|nbsp|#39);/g, (whole, name: string) => entities[name] ?? whole)
    .trim();
}
