import type { Catalog, CatalogAppearance } from '../catalog.ts';
import { textKinds } from '../text-rules.ts';
import { matchingKey } from '../../text/matching-key.ts';
import { grouped, quoted } from '../../text/quoted-text.ts';
import type { CheckedCatalog } from './check-catalog.ts';
import type { FindingCollector } from './finding-collector.ts';

/** The lines of a document, or why it cannot be read. */
export type SourceDocument = { readonly lines: readonly string[] } | { readonly problem: string };

/**
 * Gives each appearance the words that stand on its line, if it has no quote and its document has the line.
 *
 * Reports, as an error, a line that its document does not have; and as warnings, documents that cannot be read and lines that
 * do not name the role by the titles of the appearance. Titles are compared with lines by matching key; the words of a title
 * may stand apart, as in "Team Lead / Manager" for "Team Manager".
 *
 * @param checked a catalog without errors.
 * @param documents the documents by what its sources give.
 * @returns the catalog with quotes; another one only where something was added.
 */
export function addQuotes(
  { catalog, positionOf }: CheckedCatalog,
  documents: ReadonlyMap<string, SourceDocument>,
  findings: FindingCollector,
): Catalog {
  const withLines = new Set(
    catalog.appearances.flatMap(({ source }) => (source?.line === undefined ? [] : [source.source])),
  );
  const linesOfSource = new Map<string, readonly ReadLine[]>();
  for (const [index, source] of catalog.sources.entries()) {
    if (!withLines.has(source.slug)) continue;
    const document = documents.get(source.document);
    if (document !== undefined && 'lines' in document) {
      linesOfSource.set(
        source.slug,
        document.lines.map((text) => new ReadLine(text)),
      );
    } else {
      const problem = document?.problem ?? 'was not read';
      findings.warning(
        positionOf('sources', index, 'document'),
        () => `the document ${quoted(source.document)} ${problem}; its lines get no quotes`,
      );
    }
  }
  const appearances = catalog.appearances.map((appearance, index): CatalogAppearance => {
    const { source } = appearance;
    const lines = source && linesOfSource.get(source.source);
    if (source?.line === undefined || lines === undefined) return appearance;
    const { line } = source;
    const read = lines[line - 1];
    const position = positionOf('appearances', index, 'source', 'line');
    if (read === undefined) {
      const last = lines.length === 1 ? '1 line' : `${grouped(lines.length)} lines`;
      findings.error(
        position,
        () =>
          `the document of source ${quoted(source.source)} has ${last}, and so no line ${line}; correct the line, or give the document from which the catalog was written`,
      );
      return appearance;
    }
    const missing = appearance.titles.filter((title) => !read.names(title));
    if (missing.length > 0) {
      findings.warning(
        position,
        () =>
          `line ${line} of source ${quoted(source.source)} does not name the role by ${missing.map((title) => quoted(title)).join(', ')}; it says ${read.quote === '' ? 'nothing' : quoted(read.quote)}`,
      );
    }
    if (source.quote !== undefined || read.quote === '') return appearance;
    return { ...appearance, source: { ...source, quote: read.quote } };
  });
  return { ...catalog, appearances };
}

/** Marks that begin an item of a list or a heading, in Markdown and in plain text. */
const leadingMarks = /^(?:[-*+•·–—]|#{1,6})\s+/;
/** Spaces, control characters, and those that override the direction of writing, which hide what a reader would see. */
const gaps = /[\s\p{Cc}\u202a-\u202e]+/gu;
const separators = /[^\p{L}\p{M}\p{N}+#]+/u;

/** A line of a document. */
class ReadLine {
  readonly #text: string;
  #key: string | undefined;
  #words: ReadonlySet<string> | undefined;

  constructor(text: string) {
    this.#text = text;
  }

  /** Its words as they are quoted: without marks of lists and headings, at most as long as a quote may be. */
  get quote(): string {
    const text = this.#text.replace(gaps, ' ').trim().replace(leadingMarks, '');
    const { most } = textKinds.prose;
    if (text.length <= most) return text;
    const characters = Array.from(text);
    return characters.length <= most ? text : `${characters.slice(0, most - 1).join('')}…`;
  }

  names(title: string): boolean {
    this.#key ??= matchingKey(this.#text);
    if (this.#key.includes(matchingKey(title))) return true;
    this.#words ??= wordsOf(this.#text);
    return wordsOf(title).isSubsetOf(this.#words);
  }
}

function wordsOf(text: string): ReadonlySet<string> {
  const words = text.normalize('NFKC').replaceAll('&', ' and ').split(separators);
  return new Set(words.map((word) => matchingKey(word)).filter((word) => word !== ''));
}
