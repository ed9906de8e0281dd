import { int } from 'neo4j-driver';
import type { CountedLists } from '../../../collections/counted-lists.ts';
import { itemAt } from '../../../collections/item-at.ts';
import { listAt } from '../../../collections/lists.ts';
import type { CatalogGraph } from '../../../graph/catalog-graph.ts';
import { ownNameOf, type Appearance, type Node, type Role } from '../../../graph/nodes/node.ts';
import type { GraphStructure, GraphTexts } from '../../../graph/structure/graph-data.ts';
import {
  areDoing,
  involvementOfKinds,
  involvementsAt,
  responsibleOnly,
} from '../../../graph/structure/kinds-of-involvement.ts';
import { placesIn } from '../../../graph/layout/node-drawing.ts';
import { isLaidOut } from '../../../graph/layout/laid-out-nodes.ts';
import { countsOf } from '../generation-counts.ts';
import type { NodeSection, Properties, RelationshipValues } from './graph-rows.ts';

/** The relationships of one type that lead from nodes of the kind N. */
interface Relationships<N> {
  readonly type: string;
  /** How many lead from all nodes together. */
  readonly count: number;
  readonly from: (node: N) => readonly (readonly [end: Node, ...values: RelationshipValues])[];
}

/**
 * Every node of a graph, kind by kind, with its id, its index among its kind, and the name that tools draw it with; with
 * the relationships that the catalog states, and for each role those that follow from its appearances.
 */
export function nodeSections(graph: CatalogGraph, texts: GraphTexts): NodeSection[] {
  const { structure, relations, sources, pillars, organizationTypes, categories, topics, responsibilities } = graph;
  const { names, about, partOf, statedIn } = countsOf(structure);
  const placeOf = placePropertiesIn(graph);
  const appearances = Array.from({ length: graph.appearanceCount }, (_, index) => graph.appearance(index));
  return [
    sectionOf(placeOf, 'Source', sources, ({ slug, title, document, url, summary }) => ({
      slug,
      title,
      document,
      url,
      summary,
    })),
    sectionOf(placeOf, 'Pillar', pillars, ({ slug, externalId, sameAs, summary }) => ({
      slug,
      externalId,
      sameAs,
      summary,
    })),
    sectionOf(placeOf, 'OrganizationType', organizationTypes, ({ slug, externalId, sameAs, summary }) => ({
      slug,
      externalId,
      sameAs,
      summary,
    })),
    sectionOf(
      placeOf,
      'Category',
      categories,
      ({ slug, externalId, sameAs, relation }) => ({ slug, externalId, sameAs, relation }),
      [
        ordered('PART_OF', partOf, ({ pillar, index }) => {
          // The first organization type gives the category its id, so the catalog's order matters here.
          const indexes = itemAt(structure.categories, index).organizationTypes;
          return pillar === null ? indexes.map((type) => itemAt(organizationTypes, type)) : [pillar];
        }),
      ],
    ),
    sectionOf(placeOf, 'Topic', topics, ({ slug, hiddenNames, externalId, sameAs }) => ({
      slug,
      hiddenNames,
      externalId,
      sameAs,
    })),
    sectionOf(
      placeOf,
      'Responsibility',
      responsibilities,
      ({ slug, hiddenNames, externalId, sameAs, index }) => {
        return { slug, hiddenNames, externalId, sameAs, summary: itemAt(texts.responsibilitySummaries, index) };
      },
      [
        ordered('ABOUT', about, ({ index }) =>
          itemAt(structure.responsibilities, index).topics.map((topic) => itemAt(topics, topic)),
        ),
      ],
    ),
    sectionOf(
      placeOf,
      'Role',
      graph.roles,
      ({ slug, title, qualifier, alternateTitles, hiddenTitles, externalId, sameAs, index }) => {
        const summary = itemAt(texts.roleSummaries, index);
        return { slug, title, qualifier, alternateTitles, hiddenTitles, externalId, sameAs, summary };
      },
      [
        counted('APPEARS_IN', pillars, relations.pillarsOfRole),
        counted('WORKS_IN', organizationTypes, relations.organizationTypesOfRole),
        counted('IN_CATEGORY', categories, relations.categoriesOfRole),
        counted('PERFORMS', responsibilities, relations.responsibilitiesOfRole),
        counted('CONSULTED_ON', responsibilities, relations.involvedOfRole.CONSULTED),
        counted('INFORMED_ABOUT', responsibilities, relations.involvedOfRole.INFORMED),
      ],
    ),
    sectionOf(
      placeOf,
      'Appearance',
      appearances,
      (appearance) => propertiesOfAppearance(appearance, texts, structure),
      [
        single('OF', appearances, ({ role }) => role),
        single('UNDER', appearances, ({ category }) => category),
        statedInSource(statedIn),
        involving('NAMES', names, areDoing, graph),
        involving('INVOLVES', countOfInvolves(structure), (kinds) => !areDoing(kinds), graph),
      ],
    ),
  ];
}

function sectionOf<N extends Node>(
  placeOf: (node: Node) => Properties,
  label: string,
  nodes: readonly N[],
  propertiesOf: (node: N) => Properties,
  relationships: readonly Relationships<N>[] = [],
): NodeSection {
  return {
    label,
    types: relationships.map(({ type }) => type),
    count: relationships.reduce((sum, { count }) => sum + count, nodes.length),
    *rows() {
      for (const node of nodes) {
        yield {
          properties: {
            id: node.id,
            place: int(node.index),
            name: ownNameOf(node),
            ...propertiesOf(node),
            ...placeOf(node),
          },
          relationships: relationships.map(({ from }) =>
            from(node).map(([end, ...values]) => [end.id, ...values] as const),
          ),
        };
      }
    },
  };
}

/** Where a drawing has a node, if the catalog is stored with its layout and the node is of a kind that has a place in it. */
function placePropertiesIn(graph: CatalogGraph): (node: Node) => Properties {
  const { layout } = graph.structure;
  if (layout === null) return () => ({});
  const placeOf = placesIn(graph, layout);
  return (node) => {
    if (!isLaidOut(node)) return {};
    const { x, y, community } = placeOf(node);
    return { x: int(x), y: int(y), community: int(community) };
  };
}

/** One relationship from each appearance. */
function single(
  type: string,
  { length }: readonly Appearance[],
  endOf: (appearance: Appearance) => Node,
): Relationships<Appearance> {
  return { type, count: length, from: (appearance) => [[endOf(appearance), null]] };
}

/** The source and line of each appearance that has them. */
function statedInSource(count: number): Relationships<Appearance> {
  return {
    type: 'STATED_IN',
    count,
    from: ({ reference }) =>
      reference === null ? [] : [[reference.source, reference.line === null ? null : int(reference.line)]],
  };
}

/** What an appearance has besides its relationships; the hash only where its id has one. */
function propertiesOfAppearance(
  { index, reference }: Appearance,
  texts: GraphTexts,
  { appearances }: GraphStructure,
): Properties {
  const row = reference?.row ?? null;
  const hash = itemAt(appearances.hash, index);
  return {
    ...itemAt(texts.appearances, index),
    row: row === null ? null : int(row),
    anchor: reference?.anchor ?? null,
    hash: hash === 0 ? null : int(hash),
  };
}

/** Relationships whose order matters: each has its position, counted from 1. */
function ordered<N>(type: string, count: number, endsOf: (node: N) => readonly Node[]): Relationships<N> {
  return {
    type,
    count,
    from: (node) => endsOf(node).map((end, index) => [end, int(index + 1)]),
  };
}

/**
 * The responsibilities that appearances name, of those kinds of involvement that are wanted. Positions are those among all
 * responsibilities of the appearance. A role that is just responsible has no involvement there.
 */
function involving(
  type: string,
  count: number,
  isWanted: (kinds: number) => boolean,
  { structure, responsibilities }: CatalogGraph,
): Relationships<Appearance> {
  return {
    type,
    count,
    from: ({ index }) =>
      involvementsAt(structure.appearances, index).flatMap(({ responsibility, kinds }, offset) => {
        if (!isWanted(kinds)) return [];
        const end = itemAt(responsibilities, responsibility);
        const position = int(offset + 1);
        return [kinds === responsibleOnly ? [end, position] : [end, position, involvementOfKinds(kinds)]] as const;
      }),
  };
}

function countOfInvolves({ appearances }: GraphStructure): number {
  return appearances.involvements.kinds.reduce((count, kinds) => (areDoing(kinds) ? count : count + 1), 0);
}

/** What each role has by its appearances, weighted by their number. */
function counted(type: string, ends: readonly Node[], lists: CountedLists): Relationships<Role> {
  return {
    type,
    count: lists.values.length,
    from: ({ index }) => {
      const start = lists.offsets[index] ?? 0;
      return Array.from(listAt(lists, index), (end, offset) => {
        return [itemAt(ends, end), int(itemAt(lists.counts, start + offset))] as const;
      });
    },
  };
}
