import { itemAt } from '../../collections/item-at.ts';
import type { CatalogGraph } from '../../graph/catalog-graph.ts';
import type { Responsibility, Role, RoleGroup, Topic } from '../../graph/nodes/node.ts';
import { listedOverlapsOf, type RoleOverlap } from '../../graph/overlaps/role-overlaps.ts';
import { ratio } from '../../graph/structure/overlap-arithmetic.ts';
import { forEachInSteps, mapInSteps, type Steps } from '../../scheduling/steps.ts';
import { groupFocusOf, type GroupFocus } from './group-focus.ts';

/** How many roles with the strongest overlap are close to a role. */
export const mostClosest = 10;

/** What relations of all kinds have. */
interface DirectRelation {
  /** The strength, 0 to 1, rounded to 6 decimals; what it measures depends on the kind. */
  readonly score: number;
  /** What decides between relations of equal score: more comes first. */
  readonly evidence: number;
}

/**
 * A role that has a duty, or duties about a topic.
 *
 * score: its statements about this, as a part of those of all roles. A statement is a line that gives the role a duty.
 * evidence: the duties, as a part of all duties of the role; 0 for a role that is only accountable for the duty.
 */
export interface PerformsRelation extends DirectRelation {
  readonly relation: 'PERFORMS';
  readonly node: Role;
  readonly to: Responsibility | Topic;
}

/** A role of a group. score: GroupFocus.specificityOf; evidence: the number of places that put the role into the group. */
export interface MemberRelation extends DirectRelation {
  readonly relation: 'MEMBER';
  readonly node: Role;
  readonly to: RoleGroup;
  readonly focus: GroupFocus;
}

/**
 * A topic of a role's duties.
 *
 * score: the role's statements about it, as a part of all statements about the role.
 * evidence: 1 / the number of roles with duties about it.
 */
export interface TopicRelation extends DirectRelation {
  readonly relation: 'TOPIC';
  readonly node: Topic;
  readonly to: Role;
}

/**
 * One of the roles with the strongest overlap: SHARES_DUTIES if the two have a duty in common, else SHARES_CATEGORIES. Of roles
 * that are merely listed together nobody can say what one could do for the other.
 *
 * score: that of the overlap; evidence: the number of shared duties, or of shared categories.
 */
export interface OverlapRelation extends DirectRelation {
  readonly relation: 'SHARES_DUTIES' | 'SHARES_CATEGORIES';
  readonly node: Role;
  readonly to: Role;
  readonly overlap: RoleOverlap;
}

/** How many roles are looked at between two yields: all lines of each are read. */
const rolesPerStep = 32;

/** The roles that have a duty, or duties about a topic, in no order. */
export function* performersOf(to: Responsibility | Topic): Steps<readonly PerformsRelation[]> {
  const counted: { readonly role: Role; readonly statements: number; readonly evidence: number }[] = [];
  let all = 0;
  for (const [index, role] of to.roles.entries()) {
    const duties = dutiesAbout(role, to);
    const statements = statementsOf(role, duties);
    const evidence = isOnlyAccountable(role, to) ? 0 : ratio(duties.length, role.responsibilityCount);
    counted.push({ role, statements, evidence });
    all += statements;
    if (index % rolesPerStep === rolesPerStep - 1) yield;
  }
  return yield* mapInSteps(counted, ({ role, statements, evidence }) => {
    return { relation: 'PERFORMS' as const, node: role, to, score: ratio(statements, all), evidence };
  });
}

/** The roles of a group, in no order. */
export function* membersOf(graph: CatalogGraph, to: RoleGroup): Steps<readonly MemberRelation[]> {
  const focus = yield* groupFocusOf(graph, to);
  const members: MemberRelation[] = [];
  for (const [index, role] of to.roles.entries()) {
    const evidence = role.appearancesIn(to).length;
    members.push({ relation: 'MEMBER', node: role, to, focus, score: focus.specificityOf(role), evidence });
    if (index % rolesPerStep === rolesPerStep - 1) yield;
  }
  return members;
}

/** The topics of a role's duties, in no order. */
export function* topicsOf(to: Role): Steps<readonly TopicRelation[]> {
  const statements = new Map<Topic, number>();
  let all = 0;
  yield* forEachInSteps(to.responsibilities, (duty) => {
    const count = statementsOf(to, [duty]);
    all += count;
    for (const topic of duty.topics) statements.set(topic, (statements.get(topic) ?? 0) + count);
  });
  return Array.from(statements, ([node, count]) => {
    return { relation: 'TOPIC' as const, node, to, score: ratio(count, all), evidence: ratio(1, node.roleCount) };
  });
}

/** Of the roles with which a role overlaps, at most 10: those with shared duties first, of each the strongest first. */
export function* closestOf(graph: CatalogGraph, to: Role): Steps<readonly OverlapRelation[]> {
  const relations = yield* mapInSteps(listedOverlapsOf(graph, to, {}), (overlap): OverlapRelation => {
    const { roles, score, sharedResponsibilities, sharedCategories } = overlap;
    const shared = { node: itemAt(roles, 1), to, overlap, score };
    return sharedResponsibilities.length > 0
      ? { ...shared, relation: 'SHARES_DUTIES', evidence: sharedResponsibilities.length }
      : { ...shared, relation: 'SHARES_CATEGORIES', evidence: sharedCategories.length };
  });
  const sharesDuties = ({ relation }: OverlapRelation) => relation === 'SHARES_DUTIES';
  return [...relations.filter(sharesDuties), ...relations.filter((each) => !sharesDuties(each))].slice(0, mostClosest);
}

/** The duties of a role that are a duty, or about a topic, by name. */
export function dutiesAbout(role: Role, to: Responsibility | Topic): readonly Responsibility[] {
  if (to.kind === 'RESPONSIBILITY') return [to];
  return role.responsibilities.filter(({ topics }) => topics.includes(to));
}

/** Whether a role answers for a duty, and no line says that it also does it. */
export function isOnlyAccountable(role: Role, to: Responsibility | Topic): boolean {
  return to.kind === 'RESPONSIBILITY' && role.appearancesInvolving(to, ['RESPONSIBLE']).length === 0;
}

function statementsOf(role: Role, duties: readonly Responsibility[]): number {
  return duties.reduce((sum, duty) => sum + role.sourceLinesNaming(duty).length, 0);
}
