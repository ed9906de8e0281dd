import { compareText } from '../../catalog/compare-text.ts';
import { itemAt } from '../../graph/item-at.ts';
import { listAt } from '../../graph/lists.ts';
import type { CountedLists } from '../../membership/counted-lists.ts';
import type { NodeEntry } from '../../membership/entries.ts';
import { exclusiveRoles, jaccard, overlapCoefficient, overlapsOf } from '../../membership/group-overlap.ts';
import type { Membership } from '../../membership/membership.ts';
import type { Properties, RelationshipRow, RelationshipSection } from './section.ts';

/** What the catalog states. */
export function statedSections(membership: Membership): RelationshipSection[] {
  const { structure, entries, appearanceCount } = membership;
  const { roles, categories, sources, responsibilities, topics } = entries;
  const { appearances } = structure;

  /** One relationship from each appearance. */
  function fromEach(type: string, targetOf: (place: number) => NodeEntry, propertiesOf: (place: number) => Properties) {
    return {
      type,
      from: 'Appearance',
      count: appearanceCount,
      *rows() {
        for (let place = 0; place < appearanceCount; place += 1) {
          yield { start: membership.appearance(place).id, end: targetOf(place).id, properties: propertiesOf(place) };
        }
      },
    };
  }

  const none = () => ({});
  return [
    fromEach('OF', (place) => itemAt(roles, itemAt(appearances.role, place)), none),
    fromEach('UNDER', (place) => itemAt(categories, itemAt(appearances.category, place)), none),
    fromEach(
      'STATED_IN',
      (place) => itemAt(sources, itemAt(appearances.source, place)),
      (place) => ({
        line: BigInt(itemAt(appearances.line, place)),
      }),
    ),
    {
      type: 'NAMES',
      from: 'Appearance',
      count: appearances.responsibilities.values.length,
      *rows() {
        for (let place = 0; place < appearanceCount; place += 1) {
          const named = listAt(appearances.responsibilities, place);
          yield* inOrder(
            membership.appearance(place),
            Array.from(named, (at) => itemAt(responsibilities, at)),
          );
        }
      },
    },
    listed(
      'PART_OF',
      'Category',
      structure.categories.flatMap(({ pillar, organizationTypes }, place) => {
        // In the catalog's order and not in that of membership: the first of them gives the category its id.
        const owners = organizationTypes.map((at) => itemAt(entries.organizationTypes, at));
        return [...inOrder(itemAt(categories, place), pillar === null ? owners : [itemAt(entries.pillars, pillar)])];
      }),
    ),
    listed(
      'ABOUT',
      'Responsibility',
      structure.responsibilities.flatMap((responsibility, place) => [
        ...inOrder(
          itemAt(responsibilities, place),
          responsibility.topics.map((at) => itemAt(topics, at)),
        ),
      ]),
    ),
  ];
}

/** What follows from it: one relationship a pair. */
export function derivedSections(membership: Membership): RelationshipSection[] {
  const { entries, relations } = membership;
  const { roles } = entries;

  /** What each role has by its appearances, weighed by their number. */
  function counted(type: string, targets: readonly NodeEntry[], lists: CountedLists): RelationshipSection {
    return {
      type,
      from: 'Role',
      count: lists.values.length,
      *rows() {
        for (const role of roles) {
          const first = itemAt(lists.offsets, role.place);
          for (const [index, place] of listAt(lists, role.place).entries()) {
            const weight = BigInt(itemAt(lists.counts, first + index));
            yield { start: role.id, end: itemAt(targets, place).id, properties: { weight } };
          }
        }
      },
    };
  }

  return [
    counted('APPEARS_IN', entries.pillars, relations.pillarsOfRole),
    counted('WORKS_IN', entries.organizationTypes, relations.organizationTypesOfRole),
    counted('IN_CATEGORY', entries.categories, relations.categoriesOfRole),
    counted('PERFORMS', entries.responsibilities, relations.responsibilitiesOfRole),
    roleOverlaps(membership),
    listed('OVERLAPS_WITH', null, [...pillarOverlaps(membership)]),
  ];
}

function roleOverlaps({ structure, entries }: Membership): RelationshipSection {
  const { first, second, score, sharedWeight, totalWeight } = structure.overlaps;
  return {
    type: 'OVERLAPS_WITH',
    from: null,
    count: first.length,
    *rows() {
      for (const [pair, weight] of score.entries()) {
        yield undirected(itemAt(entries.roles, itemAt(first, pair)), itemAt(entries.roles, itemAt(second, pair)), {
          weight,
          score: weight,
          sharedWeight: itemAt(sharedWeight, pair),
          totalWeight: itemAt(totalWeight, pair),
        });
      }
    },
  };
}

function* pillarOverlaps(membership: Membership): Generator<RelationshipRow> {
  for (const pillar of membership.entries.pillars) {
    for (const overlap of overlapsOf(membership, pillar)) {
      const other = itemAt(overlap.groups, 1);
      // Each pair comes twice, once from either pillar.
      if (compareText(other.id, pillar.id) < 0) continue;
      yield undirected(pillar, other, {
        weight: jaccard(overlap),
        jaccard: jaccard(overlap),
        overlapCoefficient: overlapCoefficient(membership, overlap),
        sharedRoleCount: BigInt(overlap.sharedRoleCount),
        exclusiveRoleCount: BigInt(exclusiveRoles(membership, overlap).length),
        unionRoleCount: BigInt(overlap.unionRoleCount),
      });
    }
  }
}

/** A relationship without a direction goes from the smaller id to the other, as in the GraphQL schema. */
function undirected(node: NodeEntry, other: NodeEntry, properties: Properties): RelationshipRow {
  const [start, end] = compareText(node.id, other.id) < 0 ? [node, other] : [other, node];
  return { start: start.id, end: end.id, properties };
}

/** Relationships to nodes of which the order matters. */
function* inOrder(from: NodeEntry, targets: readonly NodeEntry[]): Generator<RelationshipRow> {
  for (const [position, { id }] of targets.entries()) {
    yield { start: from.id, end: id, properties: { position: BigInt(position + 1) } };
  }
}

function listed(type: string, from: string | null, rows: readonly RelationshipRow[]): RelationshipSection {
  return { type, from, count: rows.length, rows: () => rows };
}
