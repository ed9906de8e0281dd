import { mostCollections, mostKeys, mostNesting, mostValues } from '../document-limits.ts';
import type { DocumentPath } from '../document-path.ts';
import { locateInJson } from './locate-json.ts';
import type { ParsedText, ReportProblem } from './parsed-text.ts';
import { duplicateKey, tooDeep, tooManyKeys } from './structure-problems.ts';
import { grouped, quoted } from '../../text/quoted-text.ts';
import { walkJson } from './walk-json.ts';

/** Stops the walk through a text that will not be parsed. */
class StopWalk extends Error {}

/**
 * Parses strict JSON, without comments or trailing commas. Also reports keys given twice, nesting deeper than 32 and sizes
 * that no catalog has.
 *
 * @returns undefined if the text cannot be parsed; with a key given twice, the document as JSON.parse reads it.
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

/** Checks the text before it is parsed. Stops as soon as it is nested too deep or has too many values. */
function isPlainJson(text: string, report: ReportProblem): boolean {
  const keys: (Map<string, number> | undefined)[] = [];
  let values = 0;
  let collections = 0;
  const stop = (path: DocumentPath, offset: number, describe: () => string): never => {
    report(path, offset, describe);
    throw new StopWalk();
  };
  const stopBeyond = (most: number, count: number, what: string, offset: number): void => {
    if (count <= most) return;
    stop([], offset, () => `contains more than ${grouped(most)} ${what}, the limit for one file; split the catalog`);
  };
  try {
    const mistake = walkJson(text, {
      opened: (offset, isMapping, path) => {
        values += 1;
        collections += 1;
        stopBeyond(mostCollections, collections, 'lists and mappings', offset);
        if (keys.length === mostNesting) stop(path(), offset, tooDeep);
        keys.push(isMapping ? new Map() : undefined);
      },
      closed: () => keys.pop(),
      scalar: (offset) => {
        values += 1;
        stopBeyond(mostValues, values, 'values', offset);
      },
      key: (key, offset, path) => {
        const seen = keys.at(-1);
        const first = seen?.get(key);
        if (first !== undefined) {
          report(path(), offset, () => duplicateKey(key), { what: 'first given', path: path(), offset: first });
        } else if (seen !== undefined) {
          if (seen.size === mostKeys) stop(path().slice(0, -1), offset, tooManyKeys);
          seen.set(key, offset);
        }
      },
    });
    if (mistake === undefined) return true;
    const { offset, problem } = mistake;
    report([], offset, () =>
      offset < text.length
        ? `is not JSON: got ${quoted(text.slice(offset, offset + 20))}, ${problem}`
        : 'is not JSON: it ends before its last "}" or "]"; is the file cut off?',
    );
    return false;
  } catch (error) {
    if (error instanceof StopWalk) return false;
    throw error;
  }
}
