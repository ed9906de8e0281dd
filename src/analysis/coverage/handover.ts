import { unionOf } from '../../collections/ascending-lists.ts';
import { itemAt } from '../../collections/item-at.ts';
import { listAt } from '../../collections/lists.ts';
import type { CatalogGraph } from '../../graph/catalog-graph.ts';
import { notDoing } from '../../graph/nodes/involvement.ts';
import type { Responsibility, Role, Topic } from '../../graph/nodes/node.ts';
import { overlapOfTraits, roundScore } from '../../graph/structure/overlap-arithmetic.ts';
import { filterInSteps, type Steps } from '../../scheduling/steps.ts';
import { compareText } from '../../text/compare-text.ts';
import { inWords, numberOf } from '../../text/in-words.ts';
import { eachUnit, type CoverageItem, type CoverageItems } from './coverage-item.ts';
import type { Requirements } from './requirements.ts';
import { fullTimeText } from './staff.ts';
import { positionsCovering, titleKeyOf, type Position } from './team.ts';
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
 *
 * @param inCatalog by which any role of the catalog carries the items.
 */
export class Handovers {
  readonly #graph: CatalogGraph;
  readonly #changed: WhatIf;
  readonly #inCatalog: Requirements;
  readonly #overlaps = new Map<string, number>();
  /** Whether the changed team does anything about a topic. */
  readonly #isKnown = new Map<Topic, boolean>();

  constructor(graph: CatalogGraph, changed: WhatIf, inCatalog: Requirements) {
    this.#graph = graph;
    this.#changed = changed;
    this.#inCatalog = inCatalog;
  }

  /** The responsibilities among what is lost, by name. */
  get duties(): readonly CoverageItem[] {
    return this.#changed.lost.RESPONSIBILITY;
  }

  /** The duties that nobody is near to, who are left to new people. */
  *unplaced(): Steps<CoverageItems> {
    const duties = yield* filterInSteps(this.duties, (item) => !this.#hasSuccessor(dutyOf(item)));
    return { ...eachUnit(() => []), RESPONSIBILITY: duties };
  }

  *of(item: CoverageItem): Steps<Handover> {
    const responsibility = dutyOf(item);
    const before = positionsCovering(this.#changed.before, item);
    const dutyCounts = yield* this.#dutiesOnTopicsOf(responsibility);
    const involved = this.#positionsOf(responsibility.rolesInvolved(notDoing));
    const elsewhere = this.#positionsOf(this.#inCatalog.carriersOf(item));
    const { positions } = this.#changed.after.team;
    const near = new Map<number, Nearness>();
    for (const index of dutyCounts.keys()) near.set(index, 'TOPIC');
    for (const index of involved) near.set(index, 'INVOLVED');
    for (const index of elsewhere) near.set(index, 'ELSEWHERE');
    const rated: Omit<Successor, 'reason'>[] = [];
    for (const [index, nearness] of near) {
      const position = itemAt(positions, index);
      const overlap = Math.max(0, ...before.map((other) => this.#overlapOf(position, other)));
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
      duty.topics.some((topic) => this.#isKnownTopic(topic))
    );
  }

  #isKnownTopic(topic: Topic): boolean {
    let isKnown = this.#isKnown.get(topic);
    if (isKnown === undefined) {
      const { team } = this.#changed.after;
      isKnown = topic.responsibilities.some(({ roles }) => roles.some(({ index }) => team.roles.has(index)));
      this.#isKnown.set(topic, isKnown);
    }
    return isKnown;
  }

  /** By position of the changed team, how many other duties about the topics of a duty it has. */
  *#dutiesOnTopicsOf(duty: Responsibility): Steps<ReadonlyMap<number, number>> {
    const counts = new Map<number, number>();
    const others = new Set(duty.topics.flatMap(({ responsibilities }) => responsibilities));
    others.delete(duty);
    let seen = 0;
    for (const other of others) {
      for (const position of this.#positionsOf(listAt(this.#graph.relations.rolesOfResponsibility, other.index))) {
        counts.set(position, (counts.get(position) ?? 0) + 1);
      }
      seen += 1 + other.roleCount;
      if (seen < rolesPerStep) continue;
      seen = 0;
      yield;
    }
    return counts;
  }

  /** The indexes of the positions of the changed team that have one of some roles. */
  #positionsOf(roles: Iterable<number>): ReadonlySet<number> {
    const { roles: own, positionsOfRole } = this.#changed.after.team;
    const found = new Set<number>();
    for (const role of roles) {
      if (own.has(role)) for (const position of listAt(positionsOfRole, role)) found.add(position);
    }
    return found;
  }

  #overlapOf(one: Position, other: Position): number {
    const key = `${titleKeyOf(one).join('\n')}\n\n${titleKeyOf(other).join('\n')}`;
    const known = this.#overlaps.get(key);
    if (known !== undefined) return known;
    const { traits } = this.#graph.indexes;
    const traitsOf = ({ roles }: Position) => unionOf(roles.map(({ index }) => listAt(traits.ofRole, index)));
    const { score } = overlapOfTraits(traits, traitsOf(one), traitsOf(other));
    this.#overlaps.set(key, score);
    return score;
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
  const [[keyA, idA], [keyB, idB]] = [titleKeyOf(a.position), titleKeyOf(b.position)];
  return (
    nearnesses.indexOf(a.nearness) - nearnesses.indexOf(b.nearness) ||
    roundScore(b.overlap) - roundScore(a.overlap) ||
    b.dutyCount - a.dutyCount ||
    compareText(keyA, keyB) ||
    compareText(idA, idB)
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
