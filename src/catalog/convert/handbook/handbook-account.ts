import type { LeftOut } from '../conversion.ts';
import { shownText } from '../shown-text.ts';
import type { MarkdownBlock } from './markdown-blocks.ts';
import { labelLevel, type OutlinePart, partsWithin } from './outline.ts';

const outside = 'text outside of roles';

/** What of a document was taken, line by line, so that everything else is named with the reason. */
export class HandbookAccount {
  readonly #part: string;
  readonly #taken = new Set<number>();
  readonly #reasons = new Map<number, string>();
  /** Pieces of lines that are taken otherwise. */
  readonly #pieces: LeftOut[] = [];

  constructor(part: string) {
    this.#part = part;
  }

  /** How many lines hold facts. */
  get taken(): number {
    return this.#taken.size;
  }

  take(line: number | undefined): void {
    if (line !== undefined) this.#taken.add(line);
  }

  takeAll(blocks: readonly MarkdownBlock[]): void {
    for (const { line } of blocks) this.take(line);
  }

  leave(line: number | undefined, why: string): void {
    if (line !== undefined) this.#reasons.set(line, why);
  }

  leaveAll(blocks: readonly MarkdownBlock[], why: string): void {
    for (const { line } of blocks) this.leave(line, why);
  }

  leavePiece(line: number, text: string, why: string): void {
    this.#pieces.push(this.#leftOut(line, text, why));
  }

  /** Everything in a document that was not taken, in its order. */
  leftOut(root: OutlinePart): readonly LeftOut[] {
    const all = [...this.#pieces];
    const add = (line: number | undefined, text: string, otherwise: string) => {
      if (line === undefined || this.#taken.has(line)) return;
      all.push(this.#leftOut(line, text, this.#reasons.get(line) ?? otherwise));
    };
    for (const part of partsWithin(root)) {
      const isLabel = part.level >= labelLevel;
      const [first] = part.blocks;
      const title = first?.line === part.line ? `${part.title}: ${first?.text ?? ''}` : part.title;
      add(part.line, title, isLabel ? outside : 'a heading without roles below it');
      for (const { line, text, kind } of part.blocks) {
        if (line !== part.line) add(line, text, kind === 'OTHER' ? 'code or HTML' : outside);
      }
    }
    return all.sort((a, b) => (a.number ?? 0) - (b.number ?? 0));
  }

  #leftOut(line: number, text: string, why: string): LeftOut {
    return { part: this.#part, number: line, counts: 'line', text: shownText(text), why };
  }
}
