import { itemCount, type CoverageItems, type CoverageUnit } from '../../src/analysis/coverage/coverage-item.ts';
import type { RoleSet } from '../../src/collections/role-set.ts';
import { builder } from '../builder.ts';
import { CoverageItemConnection, coveragePage } from './coverage-item.ts';

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
