import { memoize } from '../../collections/memoize.ts';
import { reachableFrom } from '../../collections/reachable-from.ts';
import { nodeId, parseAppearanceId } from '../nodes/node-id.ts';
import type { GraphRetired } from '../structure/graph-data.ts';

/** Ids that are no longer used, and those that replace them. */
export class RetiredIds {
  readonly #replacements: ReadonlyMap<string, readonly string[]>;
  /** What is at the ends of all chains of replacements that begin with a retired id, which never lead back. */
  readonly #endsOf = memoize((id: string): readonly string[] => {
    const reached = reachableFrom(id, (each) => this.#replacements.get(each) ?? []);
    return [...reached].filter((each) => !this.#replacements.has(each));
  });

  constructor(retired: readonly GraphRetired[]) {
    this.#replacements = new Map(retired.map(({ id, replacedBy }) => [id, replacedBy]));
  }

  /**
   * The ids that replace one which is no longer used, as its entry says or because it contains an id that is no longer used: a
   * category of a retired pillar, or a line that names a retired role. None if nothing replaces it; undefined if it was not
   * retired. Of an id that contains others, they need not be ids of nodes.
   */
  replacementsOf(id: string): readonly string[] | undefined {
    if (this.#replacements.has(id)) return this.#endsOf(id);
    if (id.startsWith(categoryPrefix)) return this.#ofCategory(id.slice(categoryPrefix.length));
    const { categoryKey, roleSlug, place } = parseAppearanceId(id) ?? {};
    if (categoryKey === undefined || roleSlug === undefined || place === undefined) return undefined;
    const [role, category] = [nodeId('ROLE', roleSlug), nodeId('CATEGORY', categoryKey)];
    const roles = this.replacementsOf(role);
    const categories = this.replacementsOf(category);
    if (roles === undefined && categories === undefined) return undefined;
    return (roles ?? [role]).flatMap((newRole) =>
      (categories ?? [category]).map((newCategory) =>
        nodeId('APPEARANCE', `${keyIn(newCategory)}/${keyIn(newRole)}/${place}`),
      ),
    );
  }

  /** The category of the same slug in what replaces its owner. */
  #ofCategory(key: string): readonly string[] | undefined {
    const [owner = '', slug = ''] = key.split('/');
    const retired = [nodeId('PILLAR', owner), nodeId('ORGANIZATION_TYPE', owner)].find((id) =>
      this.#replacements.has(id),
    );
    if (retired === undefined) return undefined;
    return this.#endsOf(retired).flatMap((id) => {
      const category = nodeId('CATEGORY', `${keyIn(id)}/${slug}`);
      return this.#replacements.has(category) ? this.#endsOf(category) : [category];
    });
  }
}

const categoryPrefix = nodeId('CATEGORY', '');

/** What follows the kind in an id. */
function keyIn(id: string): string {
  return id.slice(id.indexOf(':') + 1);
}
