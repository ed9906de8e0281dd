import { int } from 'neo4j-driver';
import type { GraphTexts } from '../../../graph/structure/graph-data.ts';
import { itemAt } from '../../../collections/item-at.ts';
import type { Node } from '../../../graph/nodes/node.ts';
import type { CatalogGraph } from '../../../graph/catalog-graph.ts';
import type { NodeProperties, NodeSection, Properties } from './section.ts';

/** Every node of a graph, kind by kind, with its id, its index among its kind, and the name that tools draw it with. */
export function nodeSections(graph: CatalogGraph, texts: GraphTexts): NodeSection[] {
  const { sources, pillars, organizationTypes, categories, topics, responsibilities, roles } = graph;
  return [
    sectionOf('Source', sources, ({ slug, title, document, summary }) => ({ slug, title, document, summary })),
    sectionOf('Pillar', pillars, ({ slug, summary }) => ({ slug, summary })),
    sectionOf('OrganizationType', organizationTypes, ({ slug, summary }) => ({ slug, summary })),
    sectionOf('Category', categories, ({ slug, relation }) => ({ slug, relation })),
    sectionOf('Topic', topics, ({ slug }) => ({ slug })),
    sectionOf('Responsibility', responsibilities, ({ slug }) => ({ slug })),
    sectionOf('Role', roles, ({ slug, title, alternateTitles, index }) => ({
      slug,
      title,
      alternateTitles,
      summary: itemAt(texts.roleSummaries, index),
    })),
    {
      label: 'Appearance',
      count: graph.appearanceCount,
      *rows() {
        for (let index = 0; index < graph.appearanceCount; index += 1) {
          const { titles, summary, note } = itemAt(texts.appearances, index);
          yield nodeOf(graph.appearance(index), { titles, summary, note });
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

function nodeOf({ id, index, label }: Node, properties: Properties): NodeProperties {
  return { id, place: int(index), name: label, ...properties };
}
