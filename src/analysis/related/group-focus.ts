import { itemAt } from '../../collections/item-at.ts';
import { listAt } from '../../collections/lists.ts';
import type { CatalogGraph } from '../../graph/catalog-graph.ts';
import type { Responsibility, Role, RoleGroup, Topic } from '../../graph/nodes/node.ts';
import { roundScore } from '../../graph/structure/overlap-arithmetic.ts';
import { repeatInSteps, type Steps } from '../../scheduling/steps.ts';

/** What a duty is about, and how much of that is found in a group. */
export interface Subject {
  /** One of the topics of the duty; the duty itself if it has none. */
  readonly node: Topic | Responsibility;
  /** How many of the statements about the node stand in the group, as a part of all of them, 0 to 1. */
  readonly share: number;
}

/**
 * How specific duties and roles are to a group.
 *
 * A statement is a place where a source gives a role a duty. The share of a topic is the part of all statements about it
 * that stands under a heading of the group, the maximum likelihood estimate of P(group | topic). A duty counts as its most
 * specific topic. A role has the sum over its statements, wherever they stand, divided by one more than their number: the
 * mean, less for roles of which little is said (the discount for small counts of Pantel and Lin, Discovering Word Senses
 * from Text, 2002). So a role of many groups counts as specific where most of what it does belongs to this one.
 */
export class GroupFocus {
  readonly #graph: CatalogGraph;
  /** By the index of the duty. */
  readonly #subjects: readonly Subject[];

  constructor(graph: CatalogGraph, subjects: readonly Subject[]) {
    this.#graph = graph;
    this.#subjects = subjects;
  }

  /** 0 to below 1, rounded to 6 decimals; 0 for a role without duties. */
  specificityOf(role: Role): number {
    let [sum, count] = [0, 0];
    this.#forEachStatement(role, ({ share }) => {
      sum += share;
      count++;
    });
    return roundScore(sum / (count + 1));
  }

  /** What a role does that is most specific to the group: those that add most to its specificity first; none of 0. */
  subjectsOf(role: Role): readonly Subject[] {
    const added = new Map<Topic | Responsibility, Subject & { readonly sum: number }>();
    this.#forEachStatement(role, (subject) => {
      const sum = (added.get(subject.node)?.sum ?? 0) + subject.share;
      if (sum > 0) added.set(subject.node, { ...subject, sum });
    });
    return [...added.values()].sort((a, b) => b.sum - a.sum || a.node.index - b.node.index);
  }

  #forEachStatement({ index }: Role, visit: (subject: Subject) => void): void {
    const { responsibilities } = this.#graph.structure.appearances;
    for (const appearance of listAt(this.#graph.relations.appearancesOfRole, index)) {
      for (const duty of listAt(responsibilities, appearance)) visit(itemAt(this.#subjects, duty));
    }
  }
}

/** How many places are looked at between two yields. */
const appearancesPerStep = 1024;

export function* groupFocusOf(graph: CatalogGraph, group: RoleGroup): Steps<GroupFocus> {
  const { category, responsibilities } = graph.structure.appearances;
  const isInGroup = graph.categories.map((each) => group.contains(each));
  const ofDuties = countsOf(graph.responsibilities.length);
  const count = (appearance: number) => {
    const isCounted = isInGroup[itemAt(category, appearance)] === true;
    for (const duty of listAt(responsibilities, appearance)) addTo(ofDuties, duty, 1, isCounted ? 1 : 0);
  };
  yield* repeatInSteps(category.length, count, appearancesPerStep);
  const ofTopics = countsOf(graph.topics.length);
  const { topicsOfResponsibility } = graph.relations;
  yield* repeatInSteps(graph.responsibilities.length, (duty) => {
    const [all, inGroup] = [itemAt(ofDuties.all, duty), itemAt(ofDuties.inGroup, duty)];
    for (const topic of listAt(topicsOfResponsibility, duty)) addTo(ofTopics, topic, all, inGroup);
  });
  const subjects: Subject[] = [];
  yield* repeatInSteps(graph.responsibilities.length, (duty) => {
    let best: Subject | undefined;
    for (const topic of listAt(topicsOfResponsibility, duty)) {
      const share = shareOf(ofTopics, topic);
      if (best === undefined || share > best.share) best = { node: itemAt(graph.topics, topic), share };
    }
    subjects.push(best ?? { node: itemAt(graph.responsibilities, duty), share: shareOf(ofDuties, duty) });
  });
  return new GroupFocus(graph, subjects);
}

/** How many statements there are about each of some things, and how many of these stand in the group. */
interface StatementCounts {
  readonly all: Int32Array;
  readonly inGroup: Int32Array;
}

function countsOf(length: number): StatementCounts {
  return { all: new Int32Array(length), inGroup: new Int32Array(length) };
}

function addTo({ all, inGroup }: StatementCounts, index: number, more: number, moreInGroup: number): void {
  all[index] = itemAt(all, index) + more;
  inGroup[index] = itemAt(inGroup, index) + moreInGroup;
}

function shareOf({ all, inGroup }: StatementCounts, index: number): number {
  return itemAt(inGroup, index) / Math.max(1, itemAt(all, index));
}
