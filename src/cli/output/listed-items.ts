import { itemsByName, type CoverageItem } from '../../analysis/coverage/coverage-item.ts';
import { pageOf, type Order } from '../../graph/lists/page.ts';
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
  const edges = items.slice(0, most).map(({ node: { id, label } }) => ({ label, node: { id } }));
  return { ...pageFields(items, itemsByName, most), edges };
}

export type ListedItems = ReturnType<typeof listedItems>;

/** The names of the first items of a list, and how many more there are. */
export function itemLabels({ totalCount, edges }: ListedItems, most = Infinity): readonly string[] {
  const shown = edges.slice(0, most).map(({ label }) => label);
  const more = moreText(totalCount, shown.length);
  return more === '' ? shown : [...shown, more];
}

/** A table of the items of a list, and how many more there are. */
export function itemsParts(heading: string, { totalCount, edges }: ListedItems): readonly (Table | string)[] {
  const rows = edges.map(({ label }) => [label]);
  return [{ columns: [heading], rows }, moreText(totalCount, edges.length)];
}
