import { Composer, type CST, type Document, type ErrorCode, Lexer, Parser } from 'yaml';
import { mostNesting, mostYamlMarks } from '../document-limits.ts';
import { type ParsedText, type ReportProblem, UnreadableText } from './parsed-text.ts';
import { grouped, quoted } from '../../text/quoted-text.ts';
import { StructureCheck, tooDeep } from './structure-check.ts';
import { walkYaml } from './walk-yaml.ts';

const plainYaml =
  'keys ("slug: …") and lists ("- …"), each indented alike, and quotes around text with special characters';

/** Clearer messages for some errors of the library. */
const plainWords: Readonly<Partial<Record<ErrorCode, string>>> = {
  NON_STRING_KEY: 'a key is not text',
  BLOCK_AS_IMPLICIT_KEY: 'a key and value stand where one text is expected; text with ": " in it needs quotes',
};

/** Parsing stops after this number of errors, as each makes the library slower. */
const mostErrors = 100;

/** Lexemes that are not tokens: white space, comments, and the lexer's own marks, which are control characters. */
const blank = /^[\s#\u0002\u0018\u001F\uFEFF]/;

/**
 * Parses one document of YAML 1.2 (core schema) that is plain data. Of a key given twice, which is reported, the last
 * counts.
 *
 * @returns undefined if the text is not YAML, which is reported.
 * @throws UnreadableText for all other features of YAML, more than 1,000 alias expansions, and see StructureCheck.
 */
export function parseYaml(text: string, report: ReportProblem): ParsedText | undefined {
  const document = composed(text);
  if (document === undefined) return { value: null, walk: () => undefined };
  let reported = -1;
  for (const { pos, code, message } of document.errors) {
    // Further errors in the same line usually follow from the first one.
    if (reported >= 0 && !text.slice(reported, pos[0]).includes('\n')) continue;
    reported = pos[0];
    const problem = plainWords[code] ?? firstSentence(message);
    report([], pos[0], () => `is not YAML: ${problem}; expected ${plainYaml}`);
  }
  if (document.errors.length > 0) return undefined;
  return {
    value: walkYaml(document.contents, text, new StructureCheck(report)),
    // The composed tree is much larger than the text, so it is not stored.
    walk: (visitor) => walkYaml(composed(text)?.contents ?? null, text, visitor),
  };
}

/**
 * The tokens of the text; each document is one tree. The parser of the library unwinds its stack recursively, and its
 * composer is recursive. Both are safe, because no tree is built that is deeper than 32.
 */
function readTokens(text: string): CST.Token[] {
  const parser = new Parser();
  const tokens: CST.Token[] = [];
  let errors = 0;
  let marks = 0;
  for (const lexeme of new Lexer().lex(text)) {
    if (!blank.test(lexeme)) marks++;
    if (marks > mostYamlMarks) {
      const most = grouped(mostYamlMarks);
      const message = `contains more than ${most} keys, texts and marks such as "-" and ",", the limit for one YAML file; split it into several files of a folder, or write JSON`;
      throw new UnreadableText([], parser.offset, message);
    }
    for (const token of parser.next(lexeme)) {
      tokens.push(token);
      if (token.type === 'error') errors++;
    }
    if (errors > mostErrors) break;
    if (parser.stack.length > mostNesting && parser.stack.filter(isCollection).length > mostNesting) {
      throw tooDeep([], parser.offset);
    }
  }
  tokens.push(...parser.end());
  return tokens;
}

function isCollection({ type }: CST.Token): boolean {
  return type === 'block-map' || type === 'block-seq' || type === 'flow-collection';
}

/** @throws UnreadableText for unsupported directives and a second document. */
function requireOneDocument(tokens: readonly CST.Token[]): void {
  let documents = 0;
  for (const token of tokens) {
    if (token.type === 'directive' && !/^%YAML\s+1\.2\s*$/.test(token.source)) {
      const message = `the directive ${quoted(token.source)} is not supported; a catalog is plain YAML 1.2: remove it`;
      throw new UnreadableText([], token.offset, message);
    }
    if (token.type === 'document') documents++;
    if (documents < 2) continue;
    const message =
      'a second document begins here; expected one document a file: remove the "---" line, or make it a file of its own';
    throw new UnreadableText([], token.offset, message);
  }
}

/**
 * `uniqueKeys` would compare each key with all keys before it, in quadratic time; StructureCheck checks them instead. The
 * library creates an Error for every mistake, without a limit; a million of them with their stacks would fill the memory.
 */
function composed(text: string): Document.Parsed | undefined {
  const tokens = readTokens(text);
  requireOneDocument(tokens);
  const composer = new Composer({
    version: '1.2',
    schema: 'core',
    uniqueKeys: false,
    stringKeys: true,
    resolveKnownTags: false,
  });
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  try {
    return composer.compose(tokens).next().value ?? undefined;
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}

function firstSentence(message: string): string {
  const [first = message] = message.split('\n');
  return first.length > 200 ? `${first.slice(0, 200)}…` : first;
}
