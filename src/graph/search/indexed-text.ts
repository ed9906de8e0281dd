import { forEachInSteps, repeatInSteps, type Steps } from '../../scheduling/steps.ts';
import type { CatalogGraph } from '../catalog-graph.ts';
import type { NodeKind } from '../nodes/node-kind.ts';
import type { Responsibility, Topic } from '../nodes/node.ts';
import type { Summaries } from '../summaries.ts';

/** A text by which a node is found. */
export interface IndexedText {
  readonly kind: NodeKind;
  /** That of the node among those of its kind. */
  readonly index: number;
  readonly text: string;
  /** How much its matches count, above 0. */
  readonly boost: number;
  readonly isHidden: boolean;
  /** Whether it is a title, name or external id, hidden ones included, and not one that describes. */
  readonly isName: boolean;
}

/** How much the matches of a text count, by which part of its node it is. */
const boosts = { label: 2, alternateTitle: 1.5, externalId: 1.4, hidden: 1.3, summary: 0.5, note: 0.4, quote: 0.3 };

/** Every text of a catalog with its node, kind by kind and node by node. */
export function* indexedTextsOf(graph: CatalogGraph, summaries: Summaries): Steps<readonly IndexedText[]> {
  const { roles, responsibilities, topics, pillars, categories, organizationTypes, sources } = graph;
  const texts: IndexedText[] = [];
  const add = (
    { kind, index }: Pick<IndexedText, 'kind' | 'index'>,
    text: string | null,
    part: keyof typeof boosts,
  ) => {
    if (text === null) return;
    const isName = part !== 'summary' && part !== 'note' && part !== 'quote';
    texts.push({ kind, index, text, boost: boosts[part], isHidden: part === 'hidden', isName });
  };
  yield* forEachInSteps(roles, (role) => {
    add(role, role.label, 'label');
    for (const title of role.alternateTitles) add(role, title, 'alternateTitle');
    for (const title of role.hiddenTitles) add(role, title, 'hidden');
    add(role, role.externalId, 'externalId');
    add(role, summaries.ofRole(role.index), 'summary');
  });
  const addNames = (node: Responsibility | Topic) => {
    add(node, node.name, 'label');
    for (const name of node.hiddenNames) add(node, name, 'hidden');
    add(node, node.externalId, 'externalId');
  };
  yield* forEachInSteps(responsibilities, (responsibility) => {
    addNames(responsibility);
    add(responsibility, summaries.ofResponsibility(responsibility.index), 'summary');
  });
  yield* forEachInSteps(topics, addNames);
  yield* forEachInSteps(categories, (category) => {
    add(category, category.label, 'label');
    add(category, category.externalId, 'externalId');
  });
  for (const nodes of [pillars, organizationTypes, sources]) {
    for (const node of nodes) {
      add(node, node.label, 'label');
      if (node.kind !== 'SOURCE') add(node, node.externalId, 'externalId');
      add(node, node.summary, 'summary');
    }
  }
  yield* repeatInSteps(graph.appearanceCount, (index) => {
    const appearance = { kind: 'APPEARANCE', index } as const;
    add(appearance, summaries.ofAppearance(index), 'summary');
    add(appearance, summaries.noteOfAppearance(index), 'note');
    add(appearance, summaries.quoteOfAppearance(index), 'quote');
  });
  return texts;
}
