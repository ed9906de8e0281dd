import { formatPath } from '../document-path.ts';
import type { Finding } from '../finding.ts';
import { LineIndex } from './line-index.ts';
import { locatePaths } from './locate-paths.ts';
import type { ParsedText } from './parsed-text.ts';
import { mostShown, type Position, type CollectedFinding, type FindingCollector } from '../check/finding-collector.ts';

/** A file of a catalog as it was read; without text or value if that failed. */
export interface ReadFile {
  readonly name: string;
  /** In bytes. */
  readonly size: number;
  readonly text?: string;
  readonly parsed?: ParsedText | undefined;
}

/** Locates the first 100 findings of one severity, in the order of the files and of the positions in them. */
export function locateFindings(
  severity: CollectedFinding['severity'],
  findings: FindingCollector,
  files: readonly ReadFile[],
  location: string,
): Finding[] {
  const located = new PositionLocator(files);
  const shown: CollectedFinding[] = [];
  for (const ofFile of findings.byFile(severity)) {
    located.add(ofFile.map(({ position }) => position));
    shown.push(...ofFile.sort((one, other) => located.offset(one.position) - located.offset(other.position)));
    if (shown.length >= mostShown) break;
  }
  shown.length = Math.min(shown.length, mostShown);
  located.add(shown.flatMap(({ see }) => see?.position ?? []));
  const nameOf = ({ fileIndex }: Position): string =>
    (fileIndex === undefined ? undefined : files[fileIndex]?.name) ?? location;
  return shown.map(({ position, describe, see }) => ({
    severity,
    file: nameOf(position),
    line: located.line(position),
    path: formatPath(position.path),
    message:
      see === undefined
        ? describe()
        : `${describe()} (${see.what} at ${nameOf(see.position)}:${located.line(see.position)})`,
  }));
}

/** Offsets and lines of positions. Each call of `add` walks each file only once for all its positions. */
class PositionLocator {
  readonly #files: readonly ReadFile[];
  readonly #offsets = new Map<Position, number>();
  readonly #lines = new Map<number, LineIndex>();

  constructor(files: readonly ReadFile[]) {
    this.#files = files;
  }

  add(positions: readonly Position[]): void {
    for (const [fileIndex, ofFile] of Map.groupBy(positions, ({ fileIndex }) => fileIndex)) {
      const parsed = fileIndex === undefined ? undefined : this.#files[fileIndex]?.parsed;
      const unknown = ofFile.filter((position) => position.offset === undefined && !this.#offsets.has(position));
      if (parsed === undefined || unknown.length === 0) continue;
      const offsets = locatePaths(
        parsed,
        unknown.map(({ path }) => path),
      );
      unknown.forEach((position, index) => this.#offsets.set(position, offsets[index] ?? 0));
    }
  }

  offset(position: Position): number {
    return position.offset ?? this.#offsets.get(position) ?? 0;
  }

  line(position: Position): number {
    if (position.line !== undefined) return position.line;
    const text = position.fileIndex === undefined ? undefined : this.#files[position.fileIndex]?.text;
    if (position.fileIndex === undefined || text === undefined) return 1;
    const lines = this.#lines.get(position.fileIndex) ?? new LineIndex(text);
    this.#lines.set(position.fileIndex, lines);
    return lines.lineAt(this.offset(position));
  }
}
