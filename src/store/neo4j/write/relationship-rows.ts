import { int, type Integer } from 'neo4j-driver';
import { itemAt } from '../../../collections/item-at.ts';
import { listAt } from '../../../collections/lists.ts';
import type { CountedLists } from '../../../collections/counted-lists.ts';
import type { Node } from '../../../graph/nodes/node.ts';
import type { CatalogGraph } from '../../../graph/catalog-graph.ts';
import type { RelationshipRow, RelationshipSection } from './section.ts';

/** What the catalog states. */
export function statedSections(graph: CatalogGraph): RelationshipSection[] {
  const { structure, appearanceCount, roles, categories, sources, responsibilities, topics } = graph;
  const { appearances } = structure;

  /** One relationship from each appearance. */
  function fromEach(
    type: string,
    targetOf: (place: number) => Node,
    key: string | null = null,
    valueOf: (index: number) => Integer | null = () => null,
  ): RelationshipSection {
    return {
      type,
      from: 'Appearance',
      key,
      count: appearanceCount,
      *rows() {
        for (let place = 0; place < appearanceCount; place += 1) {
          yield { start: graph.appearance(place).id, end: targetOf(place).id, value: valueOf(place) };
        }
      },
    };
  }

  return [
    fromEach('OF', (index) => itemAt(roles, itemAt(appearances.role, index))),
    fromEach('UNDER', (index) => itemAt(categories, itemAt(appearances.category, index))),
    fromEach(
      'STATED_IN',
      (index) => itemAt(sources, itemAt(appearances.source, index)),
      'line',
      (index) => int(itemAt(appearances.line, index)),
    ),
    {
      type: 'NAMES',
      from: 'Appearance',
      key: 'position',
      count: appearances.responsibilities.values.length,
      *rows() {
        for (let index = 0; index < appearanceCount; index += 1) {
          const named = listAt(appearances.responsibilities, index);
          yield* inOrder(
            graph.appearance(place),
            Array.from(named, (at) => itemAt(responsibilities, at)),
          );
        }
      },
    },
    listed(
      'PART_OF',
      'Category',
      structure.categories.flatMap(({ pillar, organizationTypes }, place) => {
        // In the catalog's order and not in that of graph: the first of them gives the category its id.
        const owners = organizationTypes.map((at) => itemAt(graph.organizationTypes, at));
        return [...inOrder(itemAt(categories, place), pillar === null ? owners : [itemAt(graph.pillars, pillar)])];
      }),
    ),
    listed(
      'ABOUT',
      'Responsibility',
      structure.responsibilities.flatMap((responsibility, index) => [
        ...inOrder(
          itemAt(responsibilities, index),
          responsibility.topics.map((at) => itemAt(topics, at)),
        ),
      ]),
    ),
  ];
}

/** What follows from it: one relationship a pair. */
export function derivedSections(graph: CatalogGraph): RelationshipSection[] {
  const { relations, roles } = graph;

  /** What each role has by its appearances, weighed by their number. */
  function counted(type: string, targets: readonly Node[], lists: CountedLists): RelationshipSection {
    return {
      type,
      from: 'Role',
      key: 'weight',
      count: lists.values.length,
      *rows() {
        for (const role of roles) {
          const first = itemAt(lists.offsets, role.index);
          for (const [index, place] of listAt(lists, role.index).entries()) {
            const weight = int(itemAt(lists.counts, first + index));
            yield { start: role.id, end: itemAt(targets, place).id, value: weight };
          }
        }
      },
    };
  }

  return [
    counted('APPEARS_IN', graph.pillars, relations.pillarsOfRole),
    counted('WORKS_IN', graph.organizationTypes, relations.organizationTypesOfRole),
    counted('IN_CATEGORY', graph.categories, relations.categoriesOfRole),
    counted('PERFORMS', graph.responsibilities, relations.responsibilitiesOfRole),
  ];
}

/** Relationships to nodes of which the order matters. */
function* inOrder(from: Node, targets: readonly Node[]): Generator<RelationshipRow> {
  for (const [position, { id }] of targets.entries()) yield { start: from.id, end: id, value: int(position + 1) };
}

function listed(type: string, from: string, rows: readonly RelationshipRow[]): RelationshipSection {
  return { type, from, key: 'position', count: rows.length, rows: () => rows };
}
