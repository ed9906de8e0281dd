import { int } from 'neo4j-driver';
import type { GraphTexts } from '../../../graph/structure/graph.ts';
import { itemAt } from '../../../collections/item-at.ts';
import type { Node } from '../../../graph/nodes/node.ts';
import type { CatalogGraph } from '../../../graph/catalog-graph.ts';
import type { NodeProperties, NodeSection, Properties } from './section.ts';

/** Every node of a graph, kind by kind, with its id and its place among its kind. */
export function nodeSections(graph: CatalogGraph, texts: GraphTexts): NodeSection[] {
  const { sources, pillars, organizationTypes, categories, topics, responsibilities, roles } = graph;
  return [
    sectionOf('Source', sources, ({ slug, title: label, document, summary }) => ({
      slug,
      title: label,
      document,
      summary,
    })),
    sectionOf('Pillar', pillars, ({ slug, name: label, summary }) => ({ slug, name: label, summary })),
    sectionOf('OrganizationType', organizationTypes, ({ slug, name: label, summary }) => ({
      slug,
      name: label,
      summary,
    })),
    sectionOf('Category', categories, ({ slug, name: label, relation }) => ({ slug, name: label, relation })),
    sectionOf('Topic', topics, ({ slug, name: label }) => ({ slug, name: label })),
    sectionOf('Responsibility', responsibilities, ({ slug, name: label }) => ({ slug, name: label })),
    sectionOf('Role', roles, ({ slug, title: label, alternateTitles, index }) => ({
      slug,
      title: label,
      alternateTitles,
      summary: itemAt(texts.roleSummaries, index),
    })),
    {
      label: 'Appearance',
      count: graph.appearanceCount,
      *rows() {
        for (let place = 0; place < graph.appearanceCount; place += 1) {
          const { titles, summary, note } = itemAt(texts.appearances, place);
          yield nodeOf(graph.appearance(place), { titles, summary, note });
        }
      },
    },
  ];
}

function sectionOf<T extends Node>(
  label: string,
  entries: readonly T[],
  propertiesOf: (entry: T) => Properties,
): NodeSection {
  return {
    label,
    count: entries.length,
    *rows() {
      for (const entry of entries) yield nodeOf(entry, propertiesOf(entry));
    },
  };
}

function nodeOf({ id, index }: Node, properties: Properties): NodeProperties {
  return { id, place: int(index), ...properties };
}
