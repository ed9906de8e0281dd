import { itemAt } from '../../collections/item-at.ts';
import { itemsAt, listAt, listLength } from '../../collections/lists.ts';
import { RoleSet } from '../../collections/role-set.ts';
import type { GraphResponsibility } from '../structure/graph-data.ts';
import { type Involvement, involvements } from './involvement.ts';
import { NamedObject } from './named-object.ts';
import type { Role, RoleGroup, Topic } from './node.ts';

/** Something that roles do. Responsibilities are in the order of name, then id. */
export class Responsibility extends NamedObject<GraphResponsibility> {
  readonly kind = 'RESPONSIBILITY';

  /** Words that people search for the responsibility by, which are never shown. */
  get hiddenNames(): readonly string[] {
    return this.record.hiddenNames;
  }

  get sortKey(): string {
    return itemAt(this.graph.indexes.nameSortKeys, this.index);
  }

  /** In the catalog's order. */
  get topics(): readonly Topic[] {
    return itemsAt(this.graph.topics, this.graph.relations.topicsOfResponsibility, this.index);
  }

  /** The roles that have the responsibility, by title. */
  get roles(): readonly Role[] {
    return itemsAt(this.graph.roles, this.graph.relations.rolesOfResponsibility, this.index);
  }

  get roleCount(): number {
    return listLength(this.graph.relations.rolesOfResponsibility, this.index);
  }

  get roleSet(): RoleSet {
    return new RoleSet(this.graph.roles.length, listAt(this.graph.relations.rolesOfResponsibility, this.index));
  }

  /** The roles that are involved in one of some ways. A role that is only consulted or informed does not have the responsibility. */
  rolesInvolved(involvement: readonly Involvement[] = involvements): RoleSet {
    const involved = new RoleSet(this.graph.roles.length);
    for (const kind of involvement) {
      for (const role of listAt(this.graph.relations.rolesInvolvedIn[kind], this.index)) involved.add(role);
    }
    return involved;
  }

  /** The roles that have the responsibility in a group, by title; all that have it where no group is given. */
  rolesIn(group: RoleGroup | undefined): readonly Role[] {
    if (group === undefined) return this.roles;
    return this.roles.filter((role) => role.performs(this, group));
  }
}
