import { matchingKey } from '../../../text/matching-key.ts';
import type { FactEntry } from '../facts.ts';
import { isTooLong, lineText, proseText, shortened } from './catalog-text.ts';
import type { SlugMaker } from './slug-maker.ts';

/** Something with a name that is being gathered. */
export interface KnownEntry<Said extends FactEntry> {
  readonly slug: string;
  readonly name: string;
  /** The whole text, if it is too long for a name. */
  readonly whole: string | undefined;
  readonly said: Said | undefined;
}

/** Duties, groups or sections by name. Those with the same matching key are one, with the first spelling. */
export class KnownEntries<Said extends FactEntry = FactEntry> {
  readonly #slugs: SlugMaker;
  readonly #fallback: string;
  readonly #said: ReadonlyMap<string, Said>;
  readonly #byKey = new Map<string, KnownEntry<Said>>();

  /** @param fallback see SlugMaker. */
  constructor(slugs: SlugMaker, fallback: string, said: readonly Said[] = []) {
    this.#slugs = slugs;
    this.#fallback = fallback;
    this.#said = new Map(said.map((entry) => [matchingKey(entry.name), entry]));
  }

  /** Undefined if nothing can be compared of the name, e.g. of "—". */
  named(given: string): KnownEntry<Said> | undefined {
    const text = lineText(given);
    const name = isTooLong(text) ? shortened(text) : text;
    const key = matchingKey(name);
    if (key === '') return undefined;
    const known = this.#byKey.get(key);
    if (known !== undefined) return known;
    const slug = this.#slugs.slug(name, key, this.#fallback);
    const entry = { slug, name, whole: name === text ? undefined : given, said: this.#said.get(key) };
    this.#byKey.set(key, entry);
    return entry;
  }

  /** In the order in which they were first named. */
  all(): readonly KnownEntry<Said>[] {
    return [...this.#byKey.values()];
  }
}

/** What an entry of a catalog has besides slug and name. */
export function furtherFields({ said, whole }: KnownEntry<FactEntry>) {
  const summary = proseText(said?.summary ?? whole);
  return {
    ...(said?.externalId !== undefined && { externalId: lineText(said.externalId) }),
    ...(said?.sameAs !== undefined && said.sameAs.length > 0 && { sameAs: [...said.sameAs] }),
    ...(summary !== undefined && { summary }),
  };
}
