import { matchingKey } from '../../text/matching-key.ts';
import type { GraphStructure } from '../structure/graph-data.ts';
import type { Lists } from '../../collections/lists.ts';
import { traitsOf, type Traits } from '../structure/overlap-arithmetic.ts';
import { sortKey } from '../../text/sort-key.ts';
import { specificitiesOf } from './specificity.ts';
import { relationsOf, type Relations } from './relations.ts';
import { once } from '../../collections/memoize.ts';
import { roleOrders, type RoleOrders } from './role-orders.ts';
import { strongestFirst } from './strongest-first.ts';

/**
 * What a graph is made from beside the structure itself: numbers and keys that take a second or two to compute for a
 * catalog of 50,000 roles, and that can be computed in another thread.
 */
export interface Indexes {
  readonly relations: Relations;
  /** What the score of any two roles is made of. */
  readonly traits: Traits;
  /** How special each role is, 0..1. */
  readonly specificities: Float64Array;
  /** The places of the listed overlaps of each role, strongest first, then by the other role's title. */
  readonly listedPairs: Lists;
  readonly roleOrders: RoleOrders;
  /** One a role, of its title. */
  readonly titleSortKeys: readonly string[];
  /** One a responsibility, of its name. */
  readonly nameSortKeys: readonly string[];
  /** Matching keys of a role's title and then of its alternate titles, one list a role. */
  readonly titleKeys: readonly (readonly string[])[];
  /** The matching key of each responsibility's name. */
  readonly nameKeys: readonly string[];
}

/** Computes each part when it is asked for, once: few who read a small catalog need all. */
export function indexesOf(structure: GraphStructure): Indexes {
  const { responsibilities, roles } = structure;
  const relations = once(() => relationsOf(structure));
  const traits = once(() => traitsOf(structure, relations()));
  const specificities = once(() => specificitiesOf(traits()));
  const listedPairs = once(() => strongestFirst(structure.overlaps, roles.length));
  const titleSortKeys = once(() => roles.map(({ title }) => sortKey(title)));
  const nameSortKeys = once(() => responsibilities.map(({ name }) => sortKey(name)));
  const orders = once(() => roleOrders(relations(), titleSortKeys(), specificities()));
  const titleKeys = once(() =>
    roles.map(({ title, alternateTitles }) => [title, ...alternateTitles].map((each) => matchingKey(each))),
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
