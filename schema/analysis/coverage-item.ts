import { carrierCount, carriersOf, itemsByName, type CoverageItem } from '../../src/analysis/coverage/coverage-item.ts';
import { itemAt } from '../../src/collections/item-at.ts';
import { linesOfRoles } from '../../src/analysis/coverage/coverage.ts';
import type { Appearance } from '../../src/graph/nodes/appearance.ts';
import type { Role } from '../../src/graph/nodes/role.ts';
import type { CatalogGraph } from '../../src/graph/catalog-graph.ts';
import { RoleSet } from '../../src/collections/role-set.ts';
import { checkedFirst, defaultPageSize, maxPageSize, pageOf, type PageArguments } from '../../src/graph/lists/page.ts';
import type { Steps } from '../../src/scheduling/steps.ts';
import { builder, cursorDescription } from '../builder.ts';
import { connectionOf } from '../lists/connection.ts';
import { RoleConnection, rolePage } from '../lists/connections.ts';
import { NodeKindEnum } from '../nodes/node-kind.ts';
import { AppearanceRef } from '../refs.ts';

export const CoverageUnitEnum = builder.enumType('CoverageUnit', {
  description: 'What coverage is counted in.',
  values: {
    CATEGORY: { description: 'Categories: a role carries those that it is listed in.' },
    RESPONSIBILITY: { description: 'Responsibilities: a role carries those that any line says it has.' },
    TOPIC: { description: 'Topics: a role carries those that it has a responsibility about.' },
  } as const,
});

const CoverageItemEdge = builder
  .objectRef<{
    readonly cursor: string;
    readonly node: CoverageItem;
    readonly lines: (most: number) => Steps<readonly Appearance[]>;
  }>('CoverageItemEdge')
  .implement({
    description: 'Something that roles carry, at its place in the list.',
    fields: (t) => ({
      cursor: t.exposeString('cursor', { description: cursorDescription }),
      node: t.field({
        type: builder.nodeInterfaceRef(),
        description: 'The category, responsibility or topic; ask for more by its type, e.g. `... on Topic { name }`.',
        resolve: ({ node }) => node,
      }),
      kind: t.field({ type: NodeKindEnum, description: 'What it is.', resolve: ({ node }) => node.kind }),
      label: t.string({ description: 'Its name.', resolve: ({ node }) => node.name }),
      carrierCount: t.int({
        description: 'How many roles of the catalog carry it, whoever is asked about here.',
        resolve: ({ node }) => carrierCount(node),
      }),
      carriers: t.field({
        type: RoleConnection,
        description: 'The roles of the catalog that carry it, by title, whoever is asked about here.',
        args: t.arg.connectionArgs(),
        resolve: ({ node }, args, { rolegraph: { graph } }) => {
          const roles = Array.from(carriersOf(graph, node), (place) => itemAt(graph.roles, place));
          return rolePage(roles, args);
        },
      }),
      appearances: t.field({
        type: [AppearanceRef],
        description:
          'The lines by which those who are asked about here carry it, by source, line and role; none where nobody of them ' +
          'does.',
        args: {
          first: t.arg.int({ description: `How many, 1 to ${maxPageSize}; ${defaultPageSize} where it is not given.` }),
        },
        resolve: ({ lines }, { first }, { rolegraph: { work } }) => work.run(lines(checkedFirst(first))),
      }),
    }),
  });

export const CoverageItemConnection = builder.connectionObject(
  {
    name: 'CoverageItemConnection',
    description: 'A page of what is to be covered: categories, responsibilities or topics.',
    type: builder.nodeInterfaceRef(),
  },
  CoverageItemEdge,
);

/**
 * A page of items that stand in the order of their names.
 *
 * @param roles whose lines are shown with each.
 */
export function coveragePage(
  graph: CatalogGraph,
  items: readonly CoverageItem[],
  given: PageArguments,
  roles: RoleSet,
) {
  return connectionOf(pageOf(items, itemsByName, given), (node) => ({
    node,
    lines: (most: number) => linesOfRoles(graph, roles, node, most),
  }));
}

/** A set of roles whose lines are shown; nobody's, where nobody carries what is listed. */
export function setOfRoles(graph: CatalogGraph, roles: readonly Role[] = []): RoleSet {
  return new RoleSet(
    graph.roles.length,
    roles.map(({ index }) => index),
  );
}
