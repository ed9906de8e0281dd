import { itemAt } from '../../collections/item-at.ts';
import { listAt } from '../../collections/lists.ts';
import type { RoleSet } from '../../collections/role-set.ts';
import { groupsOfRole } from '../indexes/relations.ts';
import type { GraphNamed } from '../structure/graph-data.ts';
import type { Category, Responsibility, Role } from './node.ts';
import { NamedObject } from './named-object.ts';
import type { GroupKind } from './node-kind.ts';

/** A set of roles that can be compared with others. Groups are in the catalog's order. */
export abstract class GroupOfRoles<R extends GraphNamed> extends NamedObject<R> {
  abstract override readonly kind: GroupKind;
  /** The categories whose lines put roles into the group: those of a pillar or organization type, a category itself. */
  abstract readonly categories: readonly Category[];
  #roleSet: RoleSet | undefined;
  #roleCount: number | undefined;
  #sharedRoleCounts: Int32Array | undefined;
  #responsibilities: readonly Responsibility[] | undefined;

  /** Callers must not change it. */
  get roleSet(): RoleSet {
    return (this.#roleSet ??= itemAt(this.graph.roleSetsOfKind(this.kind), this.index));
  }

  /** By title. */
  get roles(): readonly Role[] {
    return this.graph.rolesIn(this.roleSet);
  }

  get roleCount(): number {
    return (this.#roleCount ??= this.roleSet.size);
  }

  /** Whether a category is the group or part of it. */
  abstract contains(category: Category): boolean;

  /** How many of the group's roles each group of its kind has, by index. Computed once; callers must not change it. */
  get sharedRoleCounts(): Int32Array {
    if (this.#sharedRoleCounts === undefined) {
      const groups = groupsOfRole(this.graph.relations, this.kind);
      const counts = new Int32Array(this.graph.groupsOfKind(this.kind).length);
      for (const role of this.roleSet) {
        for (const other of listAt(groups, role)) counts[other] = itemAt(counts, other) + 1;
      }
      this.#sharedRoleCounts = counts;
    }
    return this.#sharedRoleCounts;
  }

  /** What the lines of the group say that its roles do, by name. Computed once. */
  get responsibilities(): readonly Responsibility[] {
    if (this.#responsibilities === undefined) {
      const { responsibilities } = this.graph.structure.appearances;
      // Very many lines may name them: a mark takes less than an entry of a set.
      const isNamed = new Uint8Array(this.graph.responsibilities.length);
      for (const category of this.categories) {
        for (const appearance of listAt(this.graph.appearancesOfCategory, category.index)) {
          for (const responsibility of listAt(responsibilities, appearance)) isNamed[responsibility] = 1;
        }
      }
      this.#responsibilities = this.graph.responsibilities.filter(({ index }) => isNamed[index] === 1);
    }
    return this.#responsibilities;
  }
}
