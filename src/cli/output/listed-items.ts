import { inWords } from '../../text/in-words.ts';
import { itemsByName, type CoverageItem } from '../../analysis/coverage/coverage-item.ts';
import { pageOf, type Order } from '../../graph/lists/page.ts';
import type { Node } from '../../graph/nodes/node.ts';
import { moreText } from './report.ts';
import type { Table } from './table.ts';

/** Most names of a list in one cell of a table; CSV has them all. */
export const mostInCell = 5;

/**
 * What a GraphQL connection says about a list.
 *
 * @param most how many items at the beginning of the list are shown.
 */
export function pageFields<T>(items: readonly T[], order: Order<T>, most = items.length) {
  const { endCursor } = pageOf(items.slice(0, most), order, { last: 1 });
  return { totalCount: items.length, pageInfo: { hasNextPage: items.length > most, endCursor } };
}

/** A list of categories, responsibilities or topics, as an answer has it. */
export function listedItems(items: readonly CoverageItem[], most?: number) {
  const edges = items
    .slice(0, most)
    .map((item) => ({ label: item.label, node: { id: item.id, ...categoryOwners(item) } }));
  return { ...pageFields(items, itemsByName, most), edges };
}

export type ListedItems = ReturnType<typeof listedItems>;

/** The owners of a category; nodes of other kinds have none. */
export interface CategoryOwners {
  readonly pillar?: { readonly name: string } | null;
  readonly organizationTypes?: readonly { readonly name: string }[];
}

/** The fields of an answer that distinguish categories of one name; none for other nodes. */
export function categoryOwners(node: Node): CategoryOwners {
  if (node.kind !== 'CATEGORY') return {};
  const { pillar, organizationTypes } = node;
  return {
    pillar: pillar && { name: pillar.name },
    organizationTypes: organizationTypes.map(({ name }) => ({ name })),
  };
}

/** The readable name of a node; that of a category includes its owners, e.g. "Security / Infrastructure & Network". */
export function labelWithOwners(name: string, { pillar, organizationTypes = [] }: CategoryOwners): string {
  const owners = pillar == null ? organizationTypes : [pillar];
  return owners.length === 0 ? name : `${inWords(owners.map((owner) => owner.name))} / ${name}`;
}

/** The same for a node of the graph. */
export function labelOfNode(node: Node): string {
  return labelWithOwners(node.label, categoryOwners(node));
}

/** The names of the first items of a list, and how many more there are. */
export function itemLabels({ totalCount, edges }: ListedItems, most = Infinity): readonly string[] {
  const shown = edges.slice(0, most).map(({ label, node }) => labelWithOwners(label, node));
  const more = moreText(totalCount, shown.length);
  return more === '' ? shown : [...shown, more];
}

/** A table of the items of a list, and how many more there are. */
export function itemsParts(heading: string, { totalCount, edges }: ListedItems): readonly (Table | string)[] {
  const rows = edges.map(({ label, node }) => [labelWithOwners(label, node)]);
  return [{ columns: [heading], rows }, moreText(totalCount, edges.length)];
}
