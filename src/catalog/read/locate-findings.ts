import { formatPath } from '../document-path.ts';
import type { Finding } from '../finding.ts';
import { LineIndex } from './line-index.ts';
import type { ParsedText } from './parsed-text.ts';
import type { Place, Remark, Remarks } from '../check/remarks.ts';
import { MOST_SHOWN } from '../check/remarks.ts';

/** A file of a catalog, as far as it could be read. */
export interface ReadFile {
  readonly name: string;
  /** In bytes. */
  readonly size: number;
  readonly text?: string;
  readonly parsed?: ParsedText | undefined;
}

/** Turns the first 100 remarks of one severity into findings, in the order of files and of what stands in them. */
export function locateFindings(
  severity: Remark['severity'],
  remarks: Remarks,
  files: readonly ReadFile[],
  location: string,
): Finding[] {
  const located = new LocatedPlaces(files);
  const shown: Remark[] = [];
  for (const ofFile of remarks.keptByPart(severity)) {
    located.add(ofFile.map(({ place }) => place));
    shown.push(...ofFile.sort((one, other) => located.offset(one.place) - located.offset(other.place)));
    if (shown.length >= MOST_SHOWN) break;
  }
  shown.length = Math.min(shown.length, MOST_SHOWN);
  located.add(shown.flatMap(({ see }) => see?.place ?? []));
  const nameOf = ({ part }: Place): string => (part === undefined ? undefined : files[part]?.name) ?? location;
  return shown.map(({ place, describe, see }) => ({
    severity,
    file: nameOf(place),
    line: located.line(place),
    path: formatPath(place.path),
    message:
      see === undefined ? describe() : `${describe()} (${see.what} at ${nameOf(see.place)}:${located.line(see.place)})`,
  }));
}

/** Offsets and lines of places; each file is gone through once for all that are added together. */
class LocatedPlaces {
  readonly #files: readonly ReadFile[];
  readonly #offsets = new Map<Place, number>();
  readonly #lines = new Map<number, LineIndex>();

  constructor(files: readonly ReadFile[]) {
    this.#files = files;
  }

  add(places: readonly Place[]): void {
    for (const [part, ofFile] of Map.groupBy(places, ({ part }) => part)) {
      const parsed = part === undefined ? undefined : this.#files[part]?.parsed;
      const unknown = ofFile.filter((place) => place.offset === undefined && !this.#offsets.has(place));
      const offsets = unknown.length === 0 ? [] : (parsed?.offsetsOf(unknown.map(({ path }) => path)) ?? []);
      unknown.forEach((place, at) => this.#offsets.set(place, offsets[at] ?? 0));
    }
  }

  offset(place: Place): number {
    return place.offset ?? this.#offsets.get(place) ?? 0;
  }

  line(place: Place): number {
    if (place.line !== undefined) return place.line;
    const text = place.part === undefined ? undefined : this.#files[place.part]?.text;
    if (place.part === undefined || text === undefined) return 1;
    const lines = this.#lines.get(place.part) ?? new LineIndex(text);
    this.#lines.set(place.part, lines);
    return lines.lineAt(this.offset(place));
  }
}
