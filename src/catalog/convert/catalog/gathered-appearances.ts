import { canonicalInvolvement, type Involvement, involvements } from '../../involvement.ts';
import { mostNestedEntries, type CatalogAppearance } from '../../catalog.ts';
import { placeHash } from '../../place.ts';
import type { FactPlace, Statement } from '../facts.ts';
import { proseText } from './catalog-text.ts';

/** What a statement says, by the slugs of the catalog. */
export interface PlacedStatement {
  readonly role: string;
  readonly category: string;
  readonly titles: readonly string[];
  readonly duties: readonly { readonly slug: string; readonly involvement: readonly Involvement[] }[];
  /** The slug of the source. */
  readonly source: string;
  readonly statement: Statement;
}

interface Gathered {
  readonly first: PlacedStatement;
  readonly titles: Set<string>;
  readonly duties: Map<string, Set<Involvement>>;
  readonly texts: Readonly<Record<'quote' | 'note' | 'summary', Set<string>>>;
}

/** The appearances of a catalog: what the same place says of the same role is one. */
export class GatheredAppearances {
  readonly #byPlace = new Map<string, Gathered>();

  /** @returns how many duties had no room, because a place says more of a role than an appearance can hold. */
  add(placed: PlacedStatement): number {
    const { role, category, source, statement } = placed;
    const { line, row, anchor, quote } = statement.place;
    const key = JSON.stringify([role, category, source, line, row, anchor]);
    let gathered = this.#byPlace.get(key);
    if (gathered === undefined) {
      const texts = { quote: new Set<string>(), note: new Set<string>(), summary: new Set<string>() };
      gathered = { first: placed, titles: new Set(), duties: new Map(), texts };
      this.#byPlace.set(key, gathered);
    }
    for (const title of placed.titles) gathered.titles.add(title);
    addText(gathered.texts.quote, quote);
    addText(gathered.texts.note, statement.note);
    addText(gathered.texts.summary, statement.summary);
    let refused = 0;
    for (const { slug, involvement } of placed.duties) {
      const known = gathered.duties.get(slug);
      if (known !== undefined) for (const each of involvement) known.add(each);
      else if (gathered.duties.size < mostNestedEntries.responsibilities)
        gathered.duties.set(slug, new Set(involvement));
      else refused++;
    }
    return refused;
  }

  /** In the order in which they were added. */
  entries(): CatalogAppearance[] {
    const hashes = new Set<string>();
    return [...this.#byPlace.values()].map(({ first, titles, duties, texts }) => {
      const summary = proseText([...texts.summary].join('\n\n'));
      const note = proseText([...texts.note].join('\n\n'));
      return {
        role: first.role,
        category: first.category,
        titles: [...titles],
        responsibilities: [...duties].map(([slug, kinds]) =>
          canonicalInvolvement(
            slug,
            involvements.filter((each) => kinds.has(each)),
          ),
        ),
        ...(summary !== undefined && { summary }),
        ...(note !== undefined && { note }),
        source: sourceEntry(first.source, apart(first, hashes), proseText([...texts.quote].join('\n'))),
      };
    });
  }
}

/**
 * The place of a statement, told apart from those of its role and category with the same hash, by which catalogs know places without
 * lines: of 100,000 rows, a few have the hash of another.
 */
function apart(
  { role, category, source, titles, statement: { place } }: PlacedStatement,
  hashes: Set<string>,
): FactPlace {
  if (place.line !== undefined) return place;
  const keyOf = (given: FactPlace) =>
    `${source} ${role} ${category} ${placeHash({ role, category, titles, source: { ...given, source } })}`;
  let unique = place;
  for (let number = 2; hashes.has(keyOf(unique)); number++)
    unique = { ...place, anchor: `${place.anchor ?? 'place'}-${number}` };
  hashes.add(keyOf(unique));
  return unique;
}

function sourceEntry(source: string, { line, row, anchor }: FactPlace, quote: string | undefined) {
  return {
    source,
    ...(line !== undefined && { line }),
    ...(row !== undefined && { row }),
    ...(anchor !== undefined && { anchor }),
    ...(quote !== undefined && { quote }),
  };
}

function addText(texts: Set<string>, text: string | undefined): void {
  if (text !== undefined && text !== '') texts.add(text);
}
