import { quoted } from '../../text/quoted-text.ts';
import type { DocumentPath } from '../document-path.ts';
import { type DocumentVisitor, type ParsedText, type ReportProblem, UnreadableText } from './parsed-text.ts';
import { StructureCheck } from './structure-check.ts';

/**
 * Parses strict JSON, without comments or trailing commas. Of a key given twice, which is reported, the last counts.
 *
 * @throws UnreadableText if the text is not JSON, or see StructureCheck. It is checked before it is parsed.
 */
export function parseJson(text: string, report: ReportProblem): ParsedText {
  walkJson(text, new StructureCheck(report));
  const value: unknown = JSON.parse(text);
  return {
    value,
    walk: (visitor) => {
      walkJson(text, visitor);
    },
  };
}

/**
 * Walks through strict JSON (RFC 8259) in the order of the text. Stores only the current path and does not recurse, so that
 * neither long texts, long white space or long strings nor deep nesting can exhaust memory or the stack.
 *
 * @throws UnreadableText at the first position at which the text is not JSON, with what is expected there.
 */
export function walkJson(text: string, visitor: DocumentVisitor): void {
  new Walk(text, visitor).walk();
}

/** A list or mapping that is not closed yet; `step` is the current key or index. */
interface OpenCollection {
  readonly isMapping: boolean;
  step: string | number;
}

const blanks = /[ \t\r\n]*/y;
const plainText = /[^"\\\u0000-\u001F]*/y;
const escape = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;
const word = /[^\s"/,:[\]{}]*/y;
const number = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;

class Walk {
  readonly #text: string;
  readonly #visitor: DocumentVisitor;
  readonly #opened: OpenCollection[] = [];
  readonly #path = (): DocumentPath => this.#opened.map(({ step }) => step);
  #at = 0;

  constructor(text: string, visitor: DocumentVisitor) {
    this.#text = text;
    this.#visitor = visitor;
  }

  walk(): void {
    this.#skip(blanks);
    do {
      this.#value();
    } while (this.#continue());
    if (this.#at < this.#text.length) {
      throw this.#mistake('expected nothing after the end of the document; remove the rest');
    }
  }

  /** Reads a scalar or an empty list or mapping, and everything that opens before it. */
  #value(): void {
    while (this.#text[this.#at] === '{' || this.#text[this.#at] === '[') {
      const isMapping = this.#text[this.#at] === '{';
      this.#visitor.opened(this.#at, isMapping, this.#path);
      const opened = { isMapping, step: 0 };
      this.#opened.push(opened);
      this.#pass();
      if (this.#text[this.#at] === closing(opened)) return;
      if (isMapping) this.#key();
    }
    this.#visitor.scalar(this.#at);
    if (this.#text[this.#at] === '"') this.#string();
    else this.#literal();
    this.#skip(blanks);
  }

  /** Closes what ends here, and continues to the next entry, if any. */
  #continue(): boolean {
    for (let opened = this.#opened.at(-1); opened !== undefined; opened = this.#opened.at(-1)) {
      const found = this.#text[this.#at];
      if (found === ',') {
        this.#pass();
        if (opened.isMapping) this.#key();
        else if (typeof opened.step === 'number') opened.step++;
        return true;
      }
      if (found !== closing(opened)) {
        throw this.#mistake(
          found === '}' || found === ']' ? `expected "${closing(opened)}"` : 'expected "," between two entries',
        );
      }
      this.#opened.pop();
      this.#visitor.closed();
      this.#pass();
    }
    return false;
  }

  #key(): void {
    const start = this.#at;
    if (this.#text[start] !== '"') {
      throw this.#mistake('expected a key in double quotes; is there an extra comma before it?');
    }
    const hasEscapes = this.#string();
    const key = hasEscapes ? unescaped(this.#text.slice(start, this.#at)) : this.#text.slice(start + 1, this.#at - 1);
    const opened = this.#opened.at(-1);
    if (opened !== undefined) opened.step = key;
    this.#visitor.key(key, start, this.#path);
    this.#skip(blanks);
    if (this.#text[this.#at] !== ':') throw this.#mistake('expected ":" after the key');
    this.#pass();
  }

  /** @returns whether it has escapes. */
  #string(): boolean {
    const start = this.#at;
    let hasEscapes = false;
    this.#at++;
    for (;;) {
      this.#skip(plainText);
      const found = this.#text[this.#at];
      if (found === '"') break;
      if (found === undefined) throw this.#mistake('expected the closing quote of the text');
      if (found !== '\\') {
        const problem =
          found === '\n' || found === '\r'
            ? 'expected the closing quote of the text on the same line'
            : 'the text contains a control character; remove it, or write it as an escape';
        throw this.#mistake(problem, start);
      }
      hasEscapes = true;
      if (!this.#skip(escape)) {
        const problem =
          this.#text[this.#at + 1] === 'u'
            ? 'expected four hexadecimal digits after "\\u"'
            : 'unknown escape; expected one of \\" \\\\ \\/ \\b \\f \\n \\r \\t \\u';
        throw this.#mistake(problem, start);
      }
    }
    this.#at++;
    return hasEscapes;
  }

  #literal(): void {
    const start = this.#at;
    this.#skip(word);
    const found = this.#text.slice(start, this.#at);
    if (found === 'true' || found === 'false' || found === 'null' || number.test(found)) return;
    this.#at = start;
    if (found !== '') {
      throw this.#mistake(
        /^-?\d/.test(found)
          ? 'expected a number such as 12'
          : 'expected a value: text in double quotes, a number, true, false or null',
      );
    }
    throw this.#mistake('expected a value; is there an extra comma before it?');
  }

  /** Skips one character and the white space after it. */
  #pass(): void {
    this.#at++;
    this.#skip(blanks);
  }

  /** @returns whether the text matches the pattern here. */
  #skip(pattern: RegExp): boolean {
    pattern.lastIndex = this.#at;
    if (!pattern.test(this.#text)) return false;
    this.#at = pattern.lastIndex;
    return true;
  }

  #mistake(problem: string, offset = this.#at): UnreadableText {
    const isComment = this.#text.startsWith('//', offset) || this.#text.startsWith('/*', offset);
    const expected = isComment ? 'JSON has no comments; remove it, or write the catalog as YAML' : problem;
    const message =
      offset < this.#text.length
        ? `is not JSON: got ${quoted(this.#text.slice(offset, offset + 20))}, ${expected}`
        : 'is not JSON: it ends before its last "}" or "]"; is the file cut off?';
    return new UnreadableText([], offset, message);
  }
}

function unescaped(literal: string): string {
  const value: unknown = JSON.parse(literal);
  return String(value);
}

function closing({ isMapping }: OpenCollection): string {
  return isMapping ? '}' : ']';
}
