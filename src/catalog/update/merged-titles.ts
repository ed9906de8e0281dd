import type { Catalog, CatalogAppearance, CatalogRole } from '../catalog.ts';

/** Which titles of a role stand for which: old ones of each version for the one that the merged role has. */
type TitleOf = (appearance: CatalogAppearance) => CatalogAppearance;

/**
 * Three versions of a catalog in which appearances name roles by the titles that the roles will have. A person who changed a title,
 * and a source that did, both changed every appearance of the role with it; that is one change and not many.
 */
export function withMergedTitles(before: Catalog, now: Catalog, edited: Catalog): readonly [Catalog, Catalog, Catalog] {
  const versions = [before, now, edited].map((catalog) => new Map(catalog.roles.map((role) => [role.slug, role])));
  const [ofBefore, ofNow, ofEdited] = versions;
  const retitled: TitleOf = (appearance) => {
    const [old, given, kept] = [ofBefore, ofNow, ofEdited].map((roles) => roles?.get(appearance.role));
    const title = mergedTitle(old, given, kept);
    if (title === undefined) return appearance;
    const former = new Set([old?.title, given?.title, kept?.title]);
    const others = new Set([...(given?.alternateTitles ?? []), ...(kept?.alternateTitles ?? [])]);
    const titles = appearance.titles.map((each) => (former.has(each) && !others.has(each) ? title : each));
    return titles.every((each, index) => each === appearance.titles[index])
      ? appearance
      : { ...appearance, titles: [...new Set(titles)] };
  };
  const withTitles = (catalog: Catalog): Catalog => ({ ...catalog, appearances: catalog.appearances.map(retitled) });
  return [withTitles(before), withTitles(now), withTitles(edited)];
}

/** The title that the merged role has: the edit, if there is one. */
function mergedTitle(
  before: CatalogRole | undefined,
  now: CatalogRole | undefined,
  edited: CatalogRole | undefined,
): string | undefined {
  if (edited === undefined || now === undefined) return (edited ?? now)?.title;
  return edited.title === before?.title ? now.title : edited.title;
}
