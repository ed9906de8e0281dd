import { itemAt } from '../../collections/item-at.ts';
import { listAt } from '../../collections/lists.ts';
import { memoize } from '../../collections/memoize.ts';
import type { CatalogGraph } from '../../graph/catalog-graph.ts';
import { notDoing } from '../../graph/nodes/involvement.ts';
import type { Responsibility, Role } from '../../graph/nodes/node.ts';
import { overlapOfTraits, roundScore } from '../../graph/structure/overlap-arithmetic.ts';
import { filterInSteps, type Steps } from '../../scheduling/steps.ts';
import { inWords, numberOf } from '../../text/in-words.ts';
import type { Uncovered } from './coverage.ts';
import { eachUnit, type CoverageItem } from './coverage-item.ts';
import { traitsOfPosition } from './position-overlaps.ts';
import { fullTimeText } from './staff.ts';
import { positionsCovering, positionsHaving, type Position } from './team.ts';
import type { WhatIf } from './what-if.ts';

/**
 * How near somebody is to a duty that they do not carry: they do the same elsewhere, they are consulted or informed on it, or they
 * do something else about one of its topics. Nearest first.
 */
export const nearnesses = ['ELSEWHERE', 'INVOLVED', 'TOPIC'] as const;
export type Nearness = (typeof nearnesses)[number];

/** Somebody who could take over a duty. */
export interface Successor {
  readonly position: Position;
  readonly nearness: Nearness;
  /** How much the position overlaps with those who did the duty before: the greatest score, 0..1. */
  readonly overlap: number;
  /** How many other duties about the topics of this one it has. */
  readonly dutyCount: number;
  /** In a sentence. */
  readonly reason: string;
}

/** A duty that a change leaves to nobody, and who could take it over. */
export interface Handover {
  readonly item: CoverageItem;
  readonly responsibility: Responsibility;
  /** Who did it before. */
  readonly before: readonly Position[];
  /**
   * Nearest first, see nearnesses; then by overlap with those who did it before, by the number of duties about its topics, and
   * by title or name. Empty if nobody is near.
   */
  readonly successors: readonly Successor[];
}

/** The most successors that are listed for a duty. */
export const mostSuccessors = 5;

/** How many roles are looked at between two yields, about. */
const rolesPerStep = 4_096;

/**
 * Finds who of a changed team could take over what it has lost. What somebody does elsewhere counts, whichever roles carry the
 * items of groups.
 */
export class Handovers {
  readonly #graph: CatalogGraph;
  readonly #changed: WhatIf;
  /** The overlap of a position of the changed team with one of the team before. */
  readonly #overlapWith: (position: Position) => (before: Position) => number;

  constructor(graph: CatalogGraph, changed: WhatIf) {
    this.#graph = graph;
    this.#changed = changed;
    const { traits } = graph.indexes;
    const traitsOf = memoize((position: Position) => traitsOfPosition(graph, position));
    this.#overlapWith = memoize((position) =>
      memoize((before) => overlapOfTraits(traits, traitsOf(position), traitsOf(before)).score),
    );
  }

  /** The responsibilities among what is lost, by name. */
  get duties(): readonly CoverageItem[] {
    return this.#changed.lost.RESPONSIBILITY;
  }

  /** The duties that nobody is near to, who are left to new people. */
  *unplaced(): Steps<Uncovered> {
    const { requirements } = this.#changed;
    const duties = yield* filterInSteps(this.duties, (item) => !this.#hasSuccessor(dutyOf(item)));
    const uncovered = { ...eachUnit(() => []), RESPONSIBILITY: duties };
    return { requirements, items: requirements.items, uncovered };
  }

  *of(item: CoverageItem): Steps<Handover> {
    const responsibility = dutyOf(item);
    const before = positionsCovering(this.#changed.before, item);
    const dutyCounts = yield* this.#dutiesOnTopicsOf(responsibility);
    const { team } = this.#changed.after;
    const involved = positionsHaving(team, responsibility.rolesInvolved(notDoing));
    const elsewhere = positionsHaving(team, this.#rolesOf(responsibility));
    const near = new Map<number, Nearness>();
    for (const index of dutyCounts.keys()) near.set(index, 'TOPIC');
    for (const index of involved) near.set(index, 'INVOLVED');
    for (const index of elsewhere) near.set(index, 'ELSEWHERE');
    const rated: Omit<Successor, 'reason'>[] = [];
    // Positions are in the order of their titles, and sorting keeps equals in their order.
    for (const [index, nearness] of [...near].sort(([a], [b]) => a - b)) {
      const position = itemAt(team.positions, index);
      const overlap = Math.max(0, ...before.map(this.#overlapWith(position)));
      rated.push({ position, nearness, overlap, dutyCount: dutyCounts.get(index) ?? 0 });
      if (rated.length % 64 === 0) yield;
    }
    rated.sort(nearestFirst);
    const successors = rated
      .slice(0, mostSuccessors)
      .map((each) => ({ ...each, reason: this.#reasonFor(each, responsibility) }));
    return { item, responsibility, before, successors };
  }

  #hasSuccessor(duty: Responsibility): boolean {
    const { team } = this.#changed.after;
    const isInTeam = (role: number) => team.roles.has(role);
    return (
      duty.roles.some(({ index }) => isInTeam(index)) ||
      [...duty.rolesInvolved()].some(isInTeam) ||
      duty.topics.some(({ roleSet }) => roleSet.intersectionSize([team.roles]) > 0)
    );
  }

  /** By position of the changed team, how many other duties about the topics of a duty it has. */
  *#dutiesOnTopicsOf(duty: Responsibility): Steps<ReadonlyMap<number, number>> {
    const counts = new Map<number, number>();
    const others = new Set(duty.topics.flatMap(({ responsibilities }) => responsibilities));
    others.delete(duty);
    let seen = 0;
    for (const other of others) {
      for (const position of positionsHaving(this.#changed.after.team, this.#rolesOf(other))) {
        counts.set(position, (counts.get(position) ?? 0) + 1);
      }
      seen += 1 + other.roleCount;
      if (seen < rolesPerStep) continue;
      seen = 0;
      yield;
    }
    return counts;
  }

  /** The indexes of the roles that have a duty by any line of the catalog. */
  #rolesOf(duty: Responsibility): Int32Array {
    return listAt(this.#graph.relations.rolesOfResponsibility, duty.index);
  }

  #reasonFor({ position, nearness, dutyCount }: Omit<Successor, 'reason'>, duty: Responsibility): string {
    const who = position.person?.name ?? rolesText(position.roles);
    const person = position.person;
    const time = person !== undefined && person.share < 1 ? ` Works ${fullTimeText(person.share)} of full time.` : '';
    if (nearness === 'ELSEWHERE') {
      const carrying = position.roles.filter((role) => role.responsibilities.includes(duty));
      return `${who} does it elsewhere${asRoles(position, carrying)}.${time}`;
    }
    if (nearness === 'INVOLVED') {
      const kind = position.roles.some((role) => role.involvementIn(duty, ['CONSULTED']).includes('CONSULTED'))
        ? 'consulted'
        : 'informed';
      const involved = position.roles.filter((role) => role.involvementIn(duty, notDoing).length > 0);
      return `${who} is ${kind} on it${asRoles(position, involved)}.${time}`;
    }
    const shared = duty.topics.filter(({ responsibilities }) =>
      responsibilities.some((other) => other !== duty && position.roles.some((role) => role.performs(other))),
    );
    const example = shared
      .flatMap(({ responsibilities }) => responsibilities)
      .find((other) => other !== duty && position.roles.some((role) => role.responsibilities.includes(other)));
    const duties = numberOf(dutyCount, 'other duty', 'other duties');
    const about = inWords(shared.map(({ name }) => name));
    return `${who} has ${duties} about ${about}${example === undefined ? '' : `, e.g. "${example.name}"`}.${time}`;
  }
}

function nearestFirst(a: Omit<Successor, 'reason'>, b: Omit<Successor, 'reason'>): number {
  return (
    nearnesses.indexOf(a.nearness) - nearnesses.indexOf(b.nearness) ||
    roundScore(b.overlap) - roundScore(a.overlap) ||
    b.dutyCount - a.dutyCount
  );
}

function dutyOf({ node }: CoverageItem): Responsibility {
  if (node.kind !== 'RESPONSIBILITY') throw new TypeError(`${node.id} is not a responsibility.`);
  return node;
}

function rolesText(roles: readonly Role[]): string {
  return roles.map(({ label }) => label).join(' + ');
}

/** As which of a person's roles; a position that is one of roles says nothing. */
function asRoles({ person }: Position, roles: readonly Role[]): string {
  return person === undefined || roles.length === 0 ? '' : `, as ${inWords(roles.map(({ label }) => label))}`;
}
