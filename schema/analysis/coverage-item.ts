import { linesOfRoles } from '../../src/analysis/coverage/coverage.ts';
import {
  itemCount,
  itemsByName,
  type CoverageItem,
  type CoverageItems,
  type CoverageUnit,
} from '../../src/analysis/coverage/coverage-item.ts';
import { RoleSet } from '../../src/collections/role-set.ts';
import type { CatalogGraph } from '../../src/graph/catalog-graph.ts';
import { checkedFirst, pageOf, type PageArguments } from '../../src/graph/lists/page.ts';
import type { Appearance, Node, Role } from '../../src/graph/nodes/node.ts';
import type { Steps } from '../../src/scheduling/steps.ts';
import { builder, firstDescription } from '../builder.ts';
import { connectionOf, type ConnectionWith } from '../lists/connection.ts';
import { RoleConnection, rolePage } from '../lists/connections.ts';
import { NodeKindEnum } from '../nodes/node.ts';
import { AppearanceRef } from '../refs.ts';

export const CoverageUnitEnum = builder.enumType('CoverageUnit', {
  description: 'The unit in which coverage is counted.',
  values: {
    CATEGORY: { description: 'Categories. A role covers the categories that list it.' },
    RESPONSIBILITY: { description: 'Responsibilities. A role covers the responsibilities that any line gives to it.' },
    TOPIC: { description: 'Topics. A role covers the topics of its responsibilities.' },
  } as const,
});

const nodeInterface = builder.nodeInterfaceRef();

interface CoverageItemDetails {
  readonly item: CoverageItem;
  /** At most as many lines as given. */
  readonly lines: (most: number) => Steps<readonly Appearance[]>;
}

export const CoverageItemConnection = builder.connectionObject<
  typeof nodeInterface,
  ConnectionWith<Node, CoverageItemDetails>
>(
  {
    name: 'CoverageItemConnection',
    description: 'A page of items to cover: categories, responsibilities or topics.',
    type: nodeInterface,
  },
  {
    name: 'CoverageItemEdge',
    description: 'An item to cover.',
    nodeField: {
      description: 'The category, responsibility or topic. Select fields of its type, e.g. `... on Topic { name }`.',
    },
    fields: (t) => ({
      kind: t.field({ type: NodeKindEnum, description: 'The kind of the item.', resolve: ({ item }) => item.kind }),
      label: t.string({
        description:
          'The name of the item. If several categories have the name of a category, it is followed by the owners, e.g. ' +
          '`Architecture & Engineering (Sustainability)`.',
        resolve: ({ item }) => item.label,
      }),
      carrierCount: t.int({
        description:
          'The number of roles in the whole catalog that cover the item, inside or outside the team or plan.',
        resolve: ({ item }) => item.roleCount,
      }),
      carriers: t.field({
        type: RoleConnection,
        description:
          'The roles in the whole catalog that cover the item, by title, inside or outside the team or plan.',
        args: t.arg.connectionArgs(),
        resolve: ({ item }, args) => rolePage(item.roles, args),
      }),
      appearances: t.field({
        type: [AppearanceRef],
        description:
          'The lines by which the requested roles cover the item, by source, line, row and role. Empty if none of them covers it.',
        args: { first: t.arg.int({ description: firstDescription }) },
        resolve: ({ lines }, { first }, { rolegraph: { work } }) => work.run(lines(checkedFirst(first))),
      }),
    }),
  },
);

/**
 * @param items in the order of their names.
 * @param roles whose lines are shown with each item.
 */
export function coveragePage(
  graph: CatalogGraph,
  items: readonly CoverageItem[],
  given: PageArguments,
  roles: RoleSet,
) {
  return connectionOf(pageOf(items, itemsByName, given), (item) => ({
    node: item,
    item,
    lines: (most: number) => linesOfRoles(graph, roles, item, most),
  }));
}

/** The set of the roles whose lines are shown; empty for items that no role covers. */
export function setOfRoles(graph: CatalogGraph, roles: readonly Role[] = []): RoleSet {
  return new RoleSet(
    graph.roles.length,
    roles.map(({ index }) => index),
  );
}

/** Items, and the roles whose lines are shown with each. */
interface ItemsOfRoles {
  readonly items: CoverageItems;
  readonly roles: RoleSet;
}

export const CoverageItemsRef = builder.objectRef<ItemsOfRoles>('CoverageItems').implement({
  description: 'Items that roles cover: categories, responsibilities and topics.',
  fields: (t) => {
    const connection = (unit: CoverageUnit, description: string) =>
      t.field({
        type: CoverageItemConnection,
        description,
        args: t.arg.connectionArgs(),
        resolve: ({ items, roles }, args, { rolegraph: { graph } }) => coveragePage(graph, items[unit], args, roles),
      });
    return {
      itemCount: t.int({
        description: 'The number of items of all three kinds together.',
        resolve: ({ items }) => itemCount(items),
      }),
      categories: connection('CATEGORY', 'The categories, by name.'),
      responsibilities: connection('RESPONSIBILITY', 'The responsibilities, by name.'),
      topics: connection('TOPIC', 'The topics, by name.'),
    };
  },
});
