import { roleLabel } from '../../catalog/role-label.ts';
import type { Lists } from '../../collections/lists.ts';
import { once } from '../../collections/memoize.ts';
import { bracketKeys, matchingKey } from '../../text/matching-key.ts';
import { sortKey } from '../../text/sort-key.ts';
import type { GraphStructure } from '../structure/graph-data.ts';
import { traitsOf, type Traits } from '../structure/overlap-arithmetic.ts';
import { relationsOf, type Relations } from './relations.ts';
import { roleOrders, type RoleOrders } from './role-orders.ts';
import { specificitiesOf } from './specificity.ts';
import { strongestFirst } from './strongest-first.ts';

/**
 * What a graph needs in addition to its structure: numbers and keys that take a second or two to compute for a catalog of
 * 50,000 roles, and that can be computed in a worker thread.
 */
export interface Indexes {
  readonly relations: Relations;
  /** What the overlap of any two roles is computed from. */
  readonly traits: Traits;
  /** How specific each role is, 0..1; see specificitiesOf. */
  readonly specificities: Float64Array;
  /** The indexes of the listed overlaps of each role, strongest first, then by the other role's title. */
  readonly listedPairs: Lists;
  readonly roleOrders: RoleOrders;
  /** The sort key of each role's label. */
  readonly titleSortKeys: readonly string[];
  /** The sort key of each responsibility's name. */
  readonly nameSortKeys: readonly string[];
  /**
   * The matching keys of each role's label, its title if that differs, and its alternate titles, in this order; then those of
   * them without brackets.
   */
  readonly titleKeys: readonly (readonly string[])[];
  /** The matching key of each responsibility's name. */
  readonly nameKeys: readonly string[];
}

/** Computes each index once, when it is first read: most commands on a small catalog need only some of them. */
export function indexesOf(structure: GraphStructure): Indexes {
  const { responsibilities, roles } = structure;
  const relations = once(() => relationsOf(structure));
  const traits = once(() => traitsOf(structure, relations()));
  const specificities = once(() => specificitiesOf(traits()));
  const listedPairs = once(() => strongestFirst(structure.overlaps, roles.length));
  const titleSortKeys = once(() => roles.map((role) => sortKey(roleLabel(role))));
  const nameSortKeys = once(() => responsibilities.map(({ name }) => sortKey(name)));
  const orders = once(() => roleOrders(relations(), titleSortKeys(), specificities()));
  const titleKeys = once(() =>
    roles.map((role) => {
      const { title, qualifier, alternateTitles } = role;
      const titles = [roleLabel(role), ...(qualifier === null ? [] : [title]), ...alternateTitles];
      const outside = titles.map((each) => bracketKeys(each)?.outside ?? '').filter((key) => key !== '');
      return [...titles.map((each) => matchingKey(each)), ...outside];
    }),
  );
  const nameKeys = once(() => responsibilities.map(({ name }) => matchingKey(name)));
  return {
    get relations() {
      return relations();
    },
    get traits() {
      return traits();
    },
    get specificities() {
      return specificities();
    },
    get listedPairs() {
      return listedPairs();
    },
    get roleOrders() {
      return orders();
    },
    get titleSortKeys() {
      return titleSortKeys();
    },
    get nameSortKeys() {
      return nameSortKeys();
    },
    get titleKeys() {
      return titleKeys();
    },
    get nameKeys() {
      return nameKeys();
    },
  };
}
