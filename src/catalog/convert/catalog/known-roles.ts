import type { CatalogRole } from '../../catalog.ts';
import type { FactRole } from '../facts.ts';
import { bracketKeys, matchingKey } from '../../../text/matching-key.ts';
import { lineText, proseText } from './catalog-text.ts';
import { SlugMaker } from './slug-maker.ts';

/** A role that is being gathered. */
export interface KnownRole {
  readonly slug: string;
  readonly title: string;
  /** By matching key. */
  readonly alternateTitles: Map<string, string>;
  said: FactRole | undefined;
}

/**
 * The roles of files. "Database Administrator (DBA)" is one role with the alternate title DBA, and so what other places call "DBA"
 * or "Database Administrator"; other brackets tell roles apart, e.g. "Engineer (L3)".
 */
export class KnownRoles {
  readonly #slugs = new SlugMaker();
  readonly #byKey = new Map<string, KnownRole>();
  readonly #all: KnownRole[] = [];

  /** The keys of titles that are those of roles of their own, even if they are alternate titles of others, too. */
  readonly #own: ReadonlySet<string>;

  /**
   * @param said what the files say of roles besides their statements.
   * @param titles all that places name roles by: abbreviations are known only when all titles are.
   */
  constructor(said: readonly FactRole[], titles: Iterable<string>) {
    this.#own = new Set(said.map(({ name }) => matchingKey(abbreviated(name)?.whole ?? lineText(name))));
    for (const role of said) this.#describe(role);
    for (const title of titles) this.#splitRole(title);
  }

  /** The role that a title names; undefined if nothing can be compared of it, e.g. of "—". */
  named(title: string): KnownRole | undefined {
    const plain = lineText(title);
    return matchingKey(plain) === '' ? undefined : this.#roleOf(plain);
  }

  /** The titles by which a place names a role: those of "Database Administrator (DBA)" are two. */
  titlesIn(title: string, role: KnownRole): readonly string[] {
    const split = abbreviated(title);
    return split === undefined ? [this.#ownTitle(role, lineText(title))] : [role.title, split.abbreviation];
  }

  /** In the order in which they were first named. */
  entries(): CatalogRole[] {
    return this.#all.map(({ slug, title, alternateTitles, said }) => {
      const summary = proseText(said?.summary);
      return {
        slug,
        title,
        ...(alternateTitles.size > 0 && { alternateTitles: [...alternateTitles.values()] }),
        ...(said?.externalId !== undefined && { externalId: lineText(said.externalId) }),
        ...(said?.sameAs !== undefined && said.sameAs.length > 0 && { sameAs: [...said.sameAs] }),
        ...(summary !== undefined && { summary }),
      };
    });
  }

  #describe(said: FactRole): void {
    const role = this.#splitRole(said.name) ?? this.named(said.name);
    if (role === undefined) return;
    role.said ??= said;
    for (const title of said.alternateTitles ?? []) this.#addTitle(role, lineText(title));
  }

  /** The role of a title with an abbreviation in brackets; undefined for any other title. */
  #splitRole(title: string): KnownRole | undefined {
    const split = abbreviated(title);
    if (split === undefined) return undefined;
    const role = this.#roleOf(split.whole);
    this.#addTitle(role, split.abbreviation);
    this.#byKey.set(matchingKey(title), role);
    return role;
  }

  #roleOf(title: string): KnownRole {
    const key = matchingKey(title);
    const known = this.#byKey.get(key);
    if (known !== undefined) return known;
    const slug = this.#slugs.slug(title, key, 'role');
    const role: KnownRole = { slug, title, alternateTitles: new Map(), said: undefined };
    this.#byKey.set(key, role);
    this.#all.push(role);
    return role;
  }

  #addTitle(role: KnownRole, title: string): void {
    const key = matchingKey(title);
    if (key === '' || key === matchingKey(role.title) || role.alternateTitles.has(key)) return;
    role.alternateTitles.set(key, title);
    if (!this.#byKey.has(key) && !this.#own.has(key)) this.#byKey.set(key, role);
  }

  /** The title of the role that is meant, in its spelling: titles of places must be titles of the role. */
  #ownTitle(role: KnownRole, title: string): string {
    return role.alternateTitles.get(matchingKey(title)) ?? role.title;
  }
}

/**
 * "Database Administrator (DBA)" as its two titles; undefined where the brackets hold no abbreviation of the words before: all their
 * initials, and letters of them in their order.
 */
function abbreviated(given: string): { readonly whole: string; readonly abbreviation: string } | undefined {
  const title = lineText(given);
  const [, whole = '', abbreviation = ''] = /^(.*\S)\s*[([](\p{Lu}[\p{Lu}\p{Nd}&/-]{1,7})[)\]]$/u.exec(title) ?? [];
  if (abbreviation === '' || bracketKeys(whole) !== undefined) return undefined;
  const words = whole.split(/[^\p{L}\p{Nd}]+/u).filter((word) => /^\p{Lu}/u.test(word));
  const initials = words.map((word) => word.charAt(0)).join('');
  const short = matchingKey(abbreviation);
  const isMeant =
    words.length > 1 &&
    short.startsWith(matchingKey(initials.charAt(0))) &&
    hasInOrder(short, matchingKey(initials)) &&
    hasInOrder(matchingKey(whole), short);
  return isMeant ? { whole, abbreviation } : undefined;
}

/** Whether a text has all letters of another one in their order, as "database" has those of "dba". */
function hasInOrder(text: string, letters: string): boolean {
  let from = 0;
  for (const letter of letters) {
    from = text.indexOf(letter, from) + 1;
    if (from === 0) return false;
  }
  return true;
}
