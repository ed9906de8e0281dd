import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { describe, expect, test } from 'vitest';
import { exampleCatalog } from '../catalogs/example-catalog.ts';
import { askingOf, askingShipped, askingWithin, type Ask } from './asking.ts';

/** A piece of a document: its text, the line where it begins, and where it stands among the characters. */
interface Piece {
  readonly line: number;
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** A query in a document, with the answer that the document gives. */
export interface DocumentedQuery {
  /** Where the query begins. */
  readonly line: number;
  readonly query: string;
  readonly answer: Piece;
}

/**
 * Computed parts of a document besides answers: by name, the Markdown between `<!-- <name> -->` and `<!-- /<name> -->`, which
 * each test computes again.
 */
export type WorkedParts = Readonly<Record<string, () => Promise<string>>>;

/** A comment in a query that names the example that it asks, instead of the catalog that ships. */
const exampleNamed = /^# .*\b(docs\/examples\/[\w-]+\.yaml)\b/m;

/** Asks each query of the catalog that it is about, in the tests of the block where this is called. */
function askingEach(queries: readonly DocumentedQuery[]): Ask {
  const askShipped = askingShipped();
  const examples = queries.flatMap(({ query }) => exampleNamed.exec(query)?.[1] ?? []);
  const asks = new Map(
    [...new Set(examples)].map((path) => [path, askingWithin(async () => askingOf(await exampleCatalog(path)))]),
  );
  return (query, variables) => (asks.get(exampleNamed.exec(query)?.[1] ?? '') ?? askShipped)(query, variables);
}

/** Every block of GraphQL of which the next block is JSON. */
function documentedQueries(markdown: string): readonly DocumentedQuery[] {
  const blocks = Array.from(markdown.matchAll(/^```(\w*)[^\n]*\n([\s\S]*?)^```[ \t]*$/gm), (block) => {
    const [whole, language = '', text = ''] = block;
    const start = block.index + whole.indexOf('\n') + 1;
    return { language, ...pieceAt(markdown, start, text) };
  });
  return blocks.flatMap((block, index) => {
    const answer = blocks[index + 1];
    if (block.language !== 'graphql' || answer?.language !== 'json') return [];
    return [{ line: block.line, query: block.text, answer }];
  });
}

/**
 * Tests that a document says what is so: its queries are asked of the catalog that ships, or of the example that a comment in
 * them names, and must give the answers that stand behind them. With UPDATE_DOCS=1 in the environment, the answers are written into the document instead.
 *
 * @param path from the root of the project, e.g. "docs/overlap.md".
 */
export function testDocument(path: string, parts: WorkedParts = {}): void {
  const file = fileURLToPath(new URL(`../../../${path}`, import.meta.url));
  const markdown = readFileSync(file, 'utf8');
  const queries = documentedQueries(markdown);
  describe(path, () => {
    const ask = askingEach(queries);

    if (process.env['UPDATE_DOCS'] === '1') {
      test('the document is brought up to date', async () => {
        await writeFile(file, await updated(markdown, file, ask, parts));
      });
      return;
    }

    test('the document has answers or parts to compare', () => {
      expect(queries.length + Object.keys(parts).length).toBeGreaterThan(0);
    });

    test.each(queries)('the document gives the answer to the query in line $line', async ({ query, answer }) => {
      const said: unknown = JSON.parse(answer.text);
      expect(said).toEqual(await answerTo(ask, query));
    });

    test.each(Object.entries(parts))('the document has the %s as they are', async (name, made) => {
      expect(partNamed(markdown, name).text).toBe(await formatted(await made(), file, 'markdown'));
    });
  });
}

/** The document with every answer and worked part as it is now. */
async function updated(markdown: string, file: string, ask: Ask, parts: WorkedParts): Promise<string> {
  const pieces: { readonly piece: Piece; readonly text: string }[] = [];
  for (const { query, answer } of documentedQueries(markdown)) {
    const text = await formatted(JSON.stringify(await answerTo(ask, query)), file, 'json');
    pieces.push({ piece: answer, text });
  }
  for (const [name, made] of Object.entries(parts)) {
    pieces.push({ piece: partNamed(markdown, name), text: await formatted(await made(), file, 'markdown') });
  }
  // From the end, so that what is written does not move what is still to be written.
  pieces.sort((a, b) => b.piece.start - a.piece.start);
  return pieces.reduce(
    (document, { piece, text }) => document.slice(0, piece.start) + text + document.slice(piece.end),
    markdown,
  );
}

/** The whole answer, as a client gets it; a documented query must not fail. */
async function answerTo(ask: Ask, query: string): Promise<unknown> {
  const { data, errors } = await ask(query);
  expect(errors.map(({ message }) => message)).toEqual([]);
  return { data };
}

function partNamed(markdown: string, name: string): Piece {
  const [opening, closing] = [`<!-- ${name} -->\n\n`, `\n<!-- /${name} -->`];
  const start = markdown.indexOf(opening) + opening.length;
  const end = markdown.indexOf(closing, start);
  if (start < opening.length || end === -1) {
    throw new Error(`the document has no part between <!-- ${name} --> and <!-- /${name} -->, with empty lines inside`);
  }
  return pieceAt(markdown, start, markdown.slice(start, end));
}

function pieceAt(markdown: string, start: number, text: string): Piece {
  return { line: markdown.slice(0, start).split('\n').length, text, start, end: start + text.length };
}

async function formatted(text: string, file: string, parser: 'json' | 'markdown'): Promise<string> {
  return format(text, { ...(await resolveConfig(file)), parser });
}
