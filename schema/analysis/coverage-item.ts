import {
  itemCount,
  itemsByName,
  type CoverageItem,
  type CoverageItems,
  type CoverageUnit,
  type Shares,
} from '../../src/analysis/coverage/coverage-item.ts';
import { linesOfRoles } from '../../src/analysis/coverage/coverage.ts';
import { peopleCovering, type TeamCover } from '../../src/analysis/coverage/team.ts';
import { requirementsInCatalog, type Requirements } from '../../src/analysis/coverage/requirements.ts';
import { once } from '../../src/collections/memoize.ts';
import { RoleSet } from '../../src/collections/role-set.ts';
import type { CatalogGraph } from '../../src/graph/catalog-graph.ts';
import { checkedFirst, pageOf, type PageArguments } from '../../src/graph/lists/page.ts';
import type { Node, Role } from '../../src/graph/nodes/node.ts';
import { builder, firstDescription } from '../builder.ts';
import type { RequestGraph } from '../context.ts';
import { connectionOf, type ConnectionWith } from '../lists/connection.ts';
import { RoleConnection, rolePage } from '../lists/connections.ts';
import { NodeKindEnum } from '../nodes/node.ts';
import { AppearanceRef, RoleGroupRef } from '../refs.ts';
import { TeamMemberRef } from './staff.ts';

export const CoverageUnitEnum = builder.enumType('CoverageUnit', {
  description: 'The unit in which coverage is counted.',
  values: {
    CATEGORY: {
      description:
        'Categories. A role covers the categories that list it, unless it is only consulted or informed there.',
    },
    RESPONSIBILITY: {
      description:
        'Responsibilities. A role covers those that a line makes it responsible or accountable for, and not those on which it is ' +
        'consulted or informed.',
    },
    TOPIC: { description: 'Topics. A role covers the topics of its responsibilities.' },
  } as const,
});

export const CarrierScopeEnum = builder.enumType('CarrierScope', {
  description:
    'Which roles carry the items of a group. The items of a group are its categories, the responsibilities that its lines ' +
    'name, and the topics of these.',
  values: {
    MEMBERS: {
      description:
        'Roles of the group, by lines of the group: a role that verifies backups under Reliability does not carry the same ' +
        'duty of Security. An item of two groups counts in each.',
    },
    CATALOG: {
      description:
        'Any role of the catalog, by any line. An item of two groups counts once, because a role that carries it carries it for both.',
    },
  } as const,
});

/** The description of the argument `from`, the same everywhere. */
export const fromDescription =
  'Which roles carry the items of the groups: MEMBERS if groups are given, which is the default then, or CATALOG, which ' +
  'is the only one without groups.';

/** What an answer counts. */
export interface Counted {
  readonly requirements: Requirements;
  /** By which any role of the catalog carries these items; found when it is first needed. */
  readonly inCatalog: () => Requirements | Promise<Requirements>;
}

export function countedItems(requirements: Requirements, { graph, work }: RequestGraph): Counted {
  return { requirements, inCatalog: once(() => work.run(requirementsInCatalog(graph, requirements))) };
}

const nodeInterface = builder.nodeInterfaceRef();

interface CoverageItemDetails {
  readonly item: CoverageItem;
  readonly counted: Counted;
  /** Whose lines are shown. */
  readonly roles: RoleSet;
  /** Whose people are shown. */
  readonly cover: TeamCover | undefined;
}

export const CoverageItemConnection = builder.connectionObject<
  typeof nodeInterface,
  ConnectionWith<Node, CoverageItemDetails>
>(
  {
    name: 'CoverageItemConnection',
    description:
      'A page of items to cover: categories, responsibilities or topics of groups. With `from: MEMBERS`, what several of the ' +
      'requested groups have is an item of each.',
    type: nodeInterface,
  },
  {
    name: 'CoverageItemEdge',
    description: 'An item to cover: a category, responsibility or topic that a group has.',
    nodeField: {
      description: 'The category, responsibility or topic. Select fields of its type, e.g. `... on Topic { name }`.',
    },
    fields: (t) => ({
      kind: t.field({
        type: NodeKindEnum,
        description: 'The kind of the item.',
        resolve: ({ item }) => item.node.kind,
      }),
      label: t.string({
        description:
          'The name of the item. If several categories have the name of a category, it is followed by the owners, e.g. ' +
          '`Architecture & Engineering (Sustainability)`.',
        resolve: ({ item }) => item.node.label,
      }),
      group: t.field({
        type: RoleGroupRef,
        nullable: true,
        description:
          'The requested group that has the item. Null with `from: CATALOG`, where one item stands for all groups.',
        resolve: ({ item }) => item.group,
      }),
      carrierCount: t.int({
        description:
          'The number of roles that carry the item, in the team or plan or not: with `from: MEMBERS` roles of the group. 0: nobody.',
        resolve: ({ item, counted: { requirements } }) => requirements.carriersOf(item).length,
      }),
      carriers: t.field({
        type: RoleConnection,
        description:
          'The roles that carry the item, by title, in the team or plan or not: with `from: MEMBERS` roles of the group.',
        args: t.arg.connectionArgs(),
        resolve: ({ item, counted: { requirements } }, args, { rolegraph: { graph } }) =>
          rolePage(graph.rolesIn(requirements.carriersOf(item)), args),
      }),
      carriersElsewhere: t.field({
        type: RoleConnection,
        description:
          'The roles that `from: CATALOG` would add, by title: those that carry the item only by lines outside the group. ' +
          'They do the same elsewhere, so they are the next to ask. Empty with `from: CATALOG`.',
        args: t.arg.connectionArgs(),
        resolve: async ({ item, counted: { requirements, inCatalog } }, args, { rolegraph: { graph } }) => {
          const carriers = new RoleSet(graph.roles.length, requirements.carriersOf(item));
          const all = (await inCatalog()).carriersOf(item);
          return rolePage(graph.rolesIn(all.filter((role) => !carriers.has(role))), args);
        },
      }),
      people: t.field({
        type: [TeamMemberRef],
        description:
          'The people of the team who carry the item, by name; in a list about people who are absent or leave, these. Empty ' +
          'if the team is not given as `staff`, and for items that nobody of the team carries.',
        resolve: ({ item, cover }) => (cover === undefined ? [] : peopleCovering(cover, item)),
      }),
      fullTimeEquivalent: t.float({
        nullable: true,
        description:
          'The sum of the shares of `people`, rounded to 6 decimals. It is an upper bound: they have other duties, too. ' +
          'Null if `people` is empty.',
        resolve: ({ item, cover }) =>
          cover === undefined || peopleCovering(cover, item).length === 0 ? null : cover.fullTimeOf(item),
      }),
      appearances: t.field({
        type: [AppearanceRef],
        description:
          'The lines by which the requested roles carry the item, by source, line, row and role; with `from: MEMBERS` lines ' +
          'of the group. Empty if none of them carries it.',
        args: { first: t.arg.int({ description: firstDescription }) },
        resolve: ({ item, roles, counted: { requirements } }, { first }, { rolegraph: { graph, work } }) =>
          work.run(linesOfRoles(graph, roles, requirements, item, checkedFirst(first))),
      }),
    }),
  },
);

/**
 * @param items in the order of their names.
 * @param roles whose lines are shown with each item.
 * @param cover whose people are shown with each item.
 */
export function coveragePage(
  items: readonly CoverageItem[],
  given: PageArguments,
  roles: RoleSet,
  counted: Counted,
  cover?: TeamCover,
) {
  return connectionOf(pageOf(items, itemsByName, given), (item) => ({ node: item.node, item, counted, roles, cover }));
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
  readonly counted: Counted;
  /** Whose people are shown with each; nobody's where it is not given. */
  readonly cover?: TeamCover;
}

export const CoverageItemsRef = builder.objectRef<ItemsOfRoles>('CoverageItems').implement({
  description: 'Items to cover: categories, responsibilities and topics of groups.',
  fields: (t) => {
    const connection = (unit: CoverageUnit, description: string) =>
      t.field({
        type: CoverageItemConnection,
        description,
        args: t.arg.connectionArgs(),
        resolve: ({ items, roles, counted, cover }, args) => coveragePage(items[unit], args, roles, counted, cover),
      });
    return {
      itemCount: t.int({
        description:
          'The number of items of all three kinds together. With `from: MEMBERS`, what several groups have counts for each.',
        resolve: ({ items }) => itemCount(items),
      }),
      categories: connection('CATEGORY', 'The categories, by name.'),
      responsibilities: connection('RESPONSIBILITY', 'The responsibilities, by name.'),
      topics: connection('TOPIC', 'The topics, by name.'),
    };
  },
});

export const SharesRef = builder.objectRef<Shares>('CoverageShares').implement({
  description:
    'The shares of the items that are covered, one for each kind. There is no mean of them: a category, a duty and a topic ' +
    'are not worth the same.',
  fields: (t) => {
    const share = (unit: CoverageUnit, what: string) =>
      t.float({
        nullable: true,
        description: `The covered share of the ${what}, 0 to 1, rounded to 6 decimals. Null if there are none to cover.`,
        resolve: (shares) => shares[unit],
      });
    return {
      categories: share('CATEGORY', 'categories'),
      responsibilities: share('RESPONSIBILITY', 'responsibilities'),
      topics: share('TOPIC', 'topics'),
    };
  },
});
