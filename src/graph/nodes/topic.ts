import { itemsAt, listAt, listLength } from '../../collections/lists.ts';
import { RoleSet } from '../../collections/role-set.ts';
import type { GraphTopic } from '../structure/graph-data.ts';
import { NamedObject } from './named-object.ts';
import type { Responsibility, Role } from './node.ts';

/** What responsibilities are about, e.g. backup. Topics are in the catalog's order. */
export class Topic extends NamedObject<GraphTopic> {
  readonly kind = 'TOPIC';
  #roleSet: RoleSet | undefined;

  /** Words that people search for the topic by, which are never shown. */
  get hiddenNames(): readonly string[] {
    return this.record.hiddenNames;
  }

  /** By name. */
  get responsibilities(): readonly Responsibility[] {
    return itemsAt(this.graph.responsibilities, this.graph.relations.responsibilitiesOfTopic, this.index);
  }

  get responsibilityCount(): number {
    return listLength(this.graph.relations.responsibilitiesOfTopic, this.index);
  }

  /** The roles that have a responsibility about the topic. Computed once; callers must not change it. */
  get roleSet(): RoleSet {
    if (this.#roleSet === undefined) {
      const { responsibilitiesOfTopic, rolesOfResponsibility } = this.graph.relations;
      this.#roleSet = new RoleSet(this.graph.roles.length);
      for (const responsibility of listAt(responsibilitiesOfTopic, this.index)) {
        for (const role of listAt(rolesOfResponsibility, responsibility)) this.#roleSet.add(role);
      }
    }
    return this.#roleSet;
  }

  /** By title. */
  get roles(): readonly Role[] {
    return this.graph.rolesIn(this.roleSet);
  }

  get roleCount(): number {
    return this.roleSet.size;
  }
}
