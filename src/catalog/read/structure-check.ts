import { mostCollections, mostKeys, mostNesting, mostValues } from '../document-limits.ts';
import type { DocumentPath } from '../document-path.ts';
import { type DocumentVisitor, type ReportProblem, UnreadableText } from './parsed-text.ts';
import { grouped, quoted } from '../../text/quoted-text.ts';

/**
 * Checks the structure of a document, the same for YAML and JSON. Reports keys that a mapping has twice.
 *
 * @throws UnreadableText as soon as the document is nested too deep or larger than any catalog.
 */
export class StructureCheck implements DocumentVisitor {
  readonly #report: ReportProblem;
  /** For each open collection the offsets of its keys; undefined for a list. */
  readonly #keys: (Map<string, number> | undefined)[] = [];
  #values = 0;
  #collections = 0;

  constructor(report: ReportProblem) {
    this.#report = report;
  }

  opened(offset: number, isMapping: boolean, path: () => DocumentPath): void {
    this.#collections++;
    if (this.#collections > mostCollections) throw tooMany(mostCollections, 'lists and mappings', offset);
    if (this.#keys.length === mostNesting) throw tooDeep(path(), offset);
    this.#keys.push(isMapping ? new Map() : undefined);
  }

  closed(): void {
    this.#keys.pop();
  }

  scalar(offset: number): void {
    this.#values++;
    if (this.#values + this.#collections > mostValues) throw tooMany(mostValues, 'values', offset);
  }

  key(key: string, offset: number, path: () => DocumentPath): void {
    const seen = this.#keys.at(-1);
    const first = seen?.get(key);
    if (first !== undefined) {
      const message = (): string =>
        `the key ${quoted(key)} is given twice in one mapping; remove one, or merge the two`;
      this.#report(path(), offset, message, { what: 'first given', path: path(), offset: first });
    } else if (seen?.size === mostKeys) {
      const message = `a mapping with more than ${grouped(mostKeys)} keys, the limit for one mapping; entries belong in lists ("- slug: …")`;
      throw new UnreadableText(path().slice(0, -1), offset, message);
    } else {
      seen?.set(key, offset);
    }
  }
}

function tooMany(most: number, what: string, offset: number): UnreadableText {
  return new UnreadableText(
    [],
    offset,
    `contains more than ${grouped(most)} ${what}, the limit for one file; split the catalog`,
  );
}

export function tooDeep(path: DocumentPath, offset: number): UnreadableText {
  return new UnreadableText(
    path,
    offset,
    `nested deeper than ${mostNesting} lists and mappings; a catalog needs 4, at most ${mostNesting} are accepted`,
  );
}
