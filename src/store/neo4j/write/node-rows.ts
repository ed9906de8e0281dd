import { int } from 'neo4j-driver';
import type { GraphTexts } from '../../../graph/structure/graph.ts';
import { itemAt } from '../../../collections/item-at.ts';
import type { NodeEntry } from '../../../graph/nodes/entries.ts';
import type { Membership } from '../../../graph/catalog-graph.ts';
import type { NodeProperties, NodeSection, Properties } from './section.ts';

/** Every node of a graph, kind by kind, with its id, its index among its kind, and the name that tools draw it with. */
export function nodeSections(membership: Membership, texts: GraphTexts): NodeSection[] {
  const { sources, pillars, organizationTypes, categories, topics, responsibilities, roles } = membership.entries;
  return [
    sectionOf('Source', sources, ({ slug, label, document, summary }) => ({ slug, title: label, document, summary })),
    sectionOf('Pillar', pillars, ({ slug, summary }) => ({ slug, summary })),
    sectionOf('OrganizationType', organizationTypes, ({ slug, summary }) => ({ slug, summary })),
    sectionOf('Category', categories, ({ slug, relation }) => ({ slug, relation })),
    sectionOf('Topic', topics, ({ slug }) => ({ slug })),
    sectionOf('Responsibility', responsibilities, ({ slug }) => ({ slug })),
    sectionOf('Role', roles, ({ slug, label, alternateTitles, place }) => ({
      slug,
      title: label,
      alternateTitles,
      summary: itemAt(texts.roleSummaries, place),
    })),
    {
      label: 'Appearance',
      count: membership.appearanceCount,
      *rows() {
        for (let index = 0; index < membership.appearanceCount; index += 1) {
          const { titles, summary, note } = itemAt(texts.appearances, index);
          yield nodeOf(membership.appearance(index), { titles, summary, note });
        }
      },
    },
  ];
}

function sectionOf<T extends NodeEntry>(
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

function nodeOf({ id, place, label }: NodeEntry, properties: Properties): NodeProperties {
  return { id, place: int(place), name: label, ...properties };
}
