import { formatPath } from '../document-path.ts';
import type { Finding } from '../finding.ts';
import { locatePaths } from './locate-paths.ts';
import type { ParsedText } from './parsed-text.ts';
import { mostShown, type Position, type CollectedFinding, type FindingCollector } from '../check/finding-collector.ts';

/** A file of a catalog as it was read; without text or value if that failed. */
export interface ReadFile {
  readonly name: string;
  /** In bytes. */
  readonly size: number;
  /** Whether it was read completely. */
  readonly isWhole: boolean;
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
  const collected: CollectedFinding[] = [];
  for (const ofFile of findings.byFile(severity)) {
    if (collected.length < mostShown) collected.push(...ofFile);
  }
  const located = locate(
    collected.flatMap(({ position, see }) => (see === undefined ? [position] : [position, see.position])),
    files,
  );
  const offsetOf = ({ position }: CollectedFinding): number => located.get(position)?.offset ?? 0;
  const nameOf = ({ fileIndex = -1 }: Position): string => files[fileIndex]?.name ?? location;
  const lineOf = (position: Position): number => located.get(position)?.line ?? 1;
  const fileIndexOf = ({ position: { fileIndex = -1 } }: CollectedFinding): number => fileIndex;
  return collected
    .sort((one, other) => fileIndexOf(one) - fileIndexOf(other) || offsetOf(one) - offsetOf(other))
    .slice(0, mostShown)
    .map(({ position, describe, see }) => {
      const related = see === undefined ? '' : ` (${see.what} at ${nameOf(see.position)}:${lineOf(see.position)})`;
      return {
        severity,
        file: nameOf(position),
        line: lineOf(position),
        path: formatPath(position.path),
        message: `${describe()}${related}`,
      };
    });
}

/** The offset and line of each position. Walks each file only once for all its positions. */
function locate(
  positions: readonly Position[],
  files: readonly ReadFile[],
): ReadonlyMap<Position, { readonly offset: number; readonly line: number }> {
  const located = new Map<Position, { offset: number; line: number }>();
  for (const [fileIndex = -1, ofFile] of Map.groupBy(positions, (position) => position.fileIndex)) {
    const { parsed, text = '' } = files[fileIndex] ?? {};
    const paths = ofFile.map(({ path }) => path);
    const offsets = parsed === undefined ? [] : locatePaths(parsed, paths);
    const withOffsets = ofFile.map((position, index) => ({ position, offset: position.offset ?? offsets[index] ?? 0 }));
    let [line, lineEnd] = [1, text.indexOf('\n')];
    for (const { position, offset } of withOffsets.sort((one, other) => one.offset - other.offset)) {
      for (; lineEnd >= 0 && lineEnd < offset; lineEnd = text.indexOf('\n', lineEnd + 1)) line++;
      located.set(position, { offset, line: position.line ?? line });
    }
  }
  return located;
}
