import type { ParseErrorCode } from 'jsonc-parser';
import { printParseErrorCode, visit } from 'jsonc-parser';
import { MOST_KEYS, MOST_NESTING, MOST_VALUES } from './document-limits.ts';
import type { DocumentPath } from './document-path.ts';
import { locateInJson } from './locate-json.ts';
import type { ParsedText, ReportProblem } from './parsed-text.ts';
import { duplicateKey, tooDeep, tooManyKeys } from './structure-problems.ts';
import { grouped, quoted } from './quoted-text.ts';

const problems: Readonly<Record<string, string>> = {
  InvalidSymbol:
    'expected a value; text stands in double quotes, and beside it there are only numbers, true, false and null',
  InvalidNumberFormat: 'expected a number',
  PropertyNameExpected: 'expected a key in double quotes; is a comma too many before it?',
  ValueExpected: 'expected a value; is a comma too many before it?',
  ColonExpected: 'expected ":" after the key',
  CommaExpected: 'expected "," between two entries',
  CloseBraceExpected: 'expected "}"',
  CloseBracketExpected: 'expected "]"',
  EndOfFileExpected: 'expected nothing after the end of the document; remove what follows',
  InvalidCommentToken: 'JSON has no comments; remove it, or write the catalog as YAML',
  UnexpectedEndOfComment: 'JSON has no comments; remove it, or write the catalog as YAML',
  UnexpectedEndOfString: 'expected the closing quote of the text on the same line',
  UnexpectedEndOfNumber: 'expected a number to end in a digit',
  InvalidUnicode: 'expected four hexadecimal digits after "\\u"',
  InvalidEscapeCharacter: 'unknown escape; expected one of \\" \\\\ \\/ \\b \\f \\n \\r \\t \\u',
  InvalidCharacter: 'a control character stands in the text; remove it, or write it as an escape',
};

/** Ends the walk through a text that is not going to be parsed; jsonc-parser has no other way. */
class StopWalk extends Error {}

/**
 * Parses strict JSON, without comments or trailing commas. Keys given twice, nesting beyond 32 and sizes that no
 * catalog has are reported too.
 *
 * @returns undefined where the text is no such JSON; with a key given twice, the document as JSON.parse reads it.
 */
export function parseJson(text: string, report: ReportProblem): ParsedText | undefined {
  if (!isPlainJson(text, report)) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return { value, offsetsOf: (paths) => locateInJson(text, paths) };
  } catch (error) {
    report([], 0, () => `is not JSON: ${error instanceof Error ? error.message : 'it cannot be parsed'}`);
    return undefined;
  }
}

/** Walks the text before it is parsed. The walk is recursive: it is left as soon as it goes too deep. */
function isPlainJson(text: string, report: ReportProblem): boolean {
  const keys: (Map<string, number> | undefined)[] = [];
  let values = 0;
  const stop = (path: DocumentPath, offset: number, describe: () => string): never => {
    report(path, offset, describe);
    throw new StopWalk();
  };
  const count = (offset: number): void => {
    values += 1;
    if (values > MOST_VALUES)
      stop(
        [],
        offset,
        () => `holds more than ${grouped(MOST_VALUES)} values, the most that are read; split the catalog`,
      );
  };
  const open = (offset: number, path: DocumentPath, opened: Map<string, number> | undefined): void => {
    count(offset);
    if (keys.length === MOST_NESTING) stop(path, offset, tooDeep);
    keys.push(opened);
  };
  try {
    visit(
      text,
      {
        onObjectBegin: (offset, _length, _line, _character, path) => {
          open(offset, path(), new Map());
        },
        onArrayBegin: (offset, _length, _line, _character, path) => {
          open(offset, path(), undefined);
        },
        onObjectEnd: () => keys.pop(),
        onArrayEnd: () => keys.pop(),
        onLiteralValue: (_value, offset) => {
          count(offset);
        },
        onObjectProperty: (key, offset, _length, _line, _character, parentPath) => {
          const seen = keys.at(-1);
          const first = seen?.get(key);
          if (first !== undefined) {
            const path = [...parentPath(), key];
            report(path, offset, () => duplicateKey(key), { what: 'first given', path, offset: first });
          } else if (seen !== undefined) {
            if (seen.size === MOST_KEYS) stop(parentPath(), offset, tooManyKeys);
            seen.set(key, offset);
          }
        },
        onError: (code: ParseErrorCode, offset) => {
          const problem = problems[printParseErrorCode(code)] ?? 'it cannot be parsed';
          stop([], offset, () =>
            offset < text.length
              ? `is not JSON: got ${quoted(text.slice(offset, offset + 20))}, ${problem}`
              : 'is not JSON: it ends before its last "}" or "]"; is the file cut off?',
          );
        },
      },
      { disallowComments: true },
    );
    return true;
  } catch (error) {
    if (error instanceof StopWalk) return false;
    throw error;
  }
}
