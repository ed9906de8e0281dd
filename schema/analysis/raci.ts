import { raciCheckResults, raciSummary } from '../../src/analysis/raci/raci-advice.ts';
import { lettersOf, shownCellsOf, type RaciCell, type RaciLine } from '../../src/analysis/raci/raci-cells.ts';
import { findingsInOrder, rowsInOrder } from '../../src/analysis/raci/raci-orders.ts';
import { raciTableOf, type RaciColumn, type RaciRow, type RaciTable } from '../../src/analysis/raci/raci-table.ts';
import { ArgumentError } from '../../src/graph/argument-error.ts';
import { rolesByTitle } from '../../src/graph/lists/orders.ts';
import { checkedFirst, pageOf, type Order } from '../../src/graph/lists/page.ts';
import { groupsOf, nodesOf } from '../../src/graph/named-nodes.ts';
import type { Role } from '../../src/graph/nodes/node.ts';
import { filterInSteps, type Steps } from '../../src/scheduling/steps.ts';
import { builder, firstDescription } from '../builder.ts';
import { connectionOf, type ConnectionWith } from '../lists/connection.ts';
import { InvolvementEnum } from '../nodes/involvement.ts';
import { requiredRoles, RoleByInput } from '../nodes/look-up.ts';
import { AppearanceRef, CategoryRef, ResponsibilityRef, RoleGroupRef, RoleRef } from '../refs.ts';
import { RaciCheckEnum, RaciCheckResultRef, RaciFindingConnection, type InTable } from './raci-findings.ts';

const RaciLineRef = builder.objectRef<RaciLine>('RaciLine').implement({
  description: 'A line that involves a role in an activity.',
  fields: (t) => ({
    involvement: t.expose('involvement', {
      type: [InvolvementEnum],
      description: 'What this line says, at least one, in the order R, A, C, I.',
    }),
    appearance: t.expose('appearance', {
      type: AppearanceRef,
      description: 'The line. `appearance { source { line quote url } }` says where it stands, in its own words.',
    }),
  }),
});

const RaciCellConnection = builder.connectionObject<typeof RoleRef, ConnectionWith<Role, { readonly cell: RaciCell }>>(
  { name: 'RaciCellConnection', description: 'A page of the roles that have a letter in a row.', type: RoleRef },
  {
    name: 'RaciCellEdge',
    description: 'A role in a row of a RACI table, with its letters.',
    fields: (t) => ({
      letters: t.string({
        description: 'The letters of the cell, in the order R, A, C, I, e.g. `R` or `R/A`.',
        resolve: ({ cell }) => lettersOf(cell.involvement),
      }),
      involvement: t.field({
        type: [InvolvementEnum],
        description: 'What the lines say together, at least one, in the order R, A, C, I.',
        resolve: ({ cell }) => cell.involvement,
      }),
      lines: t.field({
        type: [RaciLineRef],
        description:
          'The lines of the groups that involve the role in the activity, by source, line and row; at least one.',
        args: { first: t.arg.int({ description: firstDescription }) },
        resolve: ({ cell }, { first }) => cell.lines.slice(0, checkedFirst(first)),
      }),
    }),
  },
);

const cellsByTitle: Order<RaciCell> = { ...rolesByTitle, valuesOf: ({ role }) => rolesByTitle.valuesOf(role) };
const columnsByTitle: Order<RaciColumn> = { ...rolesByTitle, valuesOf: ({ role }) => rolesByTitle.valuesOf(role) };

const RaciRowRef = builder.objectRef<InTable & { readonly row: RaciRow }>('RaciRow').implement({
  description: 'An activity of a RACI table: a responsibility, with the roles that lines of the groups involve in it.',
  fields: (t) => ({
    responsibility: t.field({
      type: ResponsibilityRef,
      description: 'The activity.',
      resolve: ({ row }) => row.responsibility,
    }),
    category: t.field({
      type: CategoryRef,
      nullable: true,
      description: "The category of the activity's first line. Null if no line of the groups names it.",
      resolve: ({ row: { firstLine }, table: { graph } }) =>
        firstLine === -1 ? null : graph.appearance(firstLine).category,
    }),
    roles: t.field({
      type: RaciCellConnection,
      description: 'The cells of the row that are not empty: the roles with letters, by title.',
      args: {
        ...t.arg.connectionArgs(),
        involvement: t.arg({
          type: [InvolvementEnum],
          description:
            'Only roles that have at least one of these letters, e.g. `[ACCOUNTABLE]`. All if it is not given; an empty list is an error.',
        }),
      },
      resolve: async ({ row, table }, args, { rolegraph: { work } }) => {
        const cells = await work.run(shownCellsOf(table, row));
        const shown = await work.run(
          havingOneOf(cells, ({ involvement }) => involvement, args.involvement, 'involvement'),
        );
        return connectionOf(pageOf(shown, cellsByTitle, args), (cell) => ({ node: cell.role, cell }));
      },
    }),
    findings: t.field({
      type: [RaciCheckEnum],
      description: 'What is wrong with the activity. Empty if the checks have found nothing.',
      resolve: ({ row }) => row.findings,
    }),
  }),
});

const RaciRowConnection = builder.connectionObject(
  { name: 'RaciRowConnection', description: 'A page of the activities of a RACI table.', type: RaciRowRef },
  { name: 'RaciRowEdge', description: 'An activity of a RACI table.' },
);

const RaciColumnConnection = builder.connectionObject<
  typeof RoleRef,
  ConnectionWith<Role, { readonly column: RaciColumn }>
>(
  { name: 'RaciColumnConnection', description: 'A page of the roles of a RACI table.', type: RoleRef },
  {
    name: 'RaciColumnEdge',
    description: 'A role of a RACI table, with the numbers of its letters in all rows.',
    fields: (t) => ({
      responsibleCount: t.int({
        description: 'The number of activities for which the role is responsible.',
        resolve: ({ column }) => column.responsible,
      }),
      accountableCount: t.int({
        description: 'The number of activities for which the role is accountable.',
        resolve: ({ column }) => column.accountable,
      }),
      consultedCount: t.int({
        description: 'The number of activities on which the role is consulted.',
        resolve: ({ column }) => column.consulted,
      }),
      informedCount: t.int({
        description: 'The number of activities about which the role is informed.',
        resolve: ({ column }) => column.informed,
      }),
    }),
  },
);

const RaciRef = builder.objectRef<RaciTable>('Raci').implement({
  description:
    'A RACI table (responsibility assignment matrix): activities as rows, roles as columns, and who is responsible (does it), ' +
    'accountable (answers for it), consulted (before) and informed (after). Letters come only from lines of the groups that ' +
    'were asked for.',
  fields: (t) => ({
    summary: t.string({
      description:
        'The size of the table and the number of activities with findings, in complete sentences. For a table of one activity, ' +
        'who is accountable for it, with the place of the line.',
      resolve: (table, _args, { rolegraph: { work } }) => work.run(raciSummary(table)),
    }),
    checks: t.field({
      type: [RaciCheckResultRef],
      description: 'The result of each of the four checks for all rows: is anything wrong, and what to do.',
      resolve: (table) => [...raciCheckResults(table)],
    }),
    groups: t.field({
      type: [RoleGroupRef],
      nullable: true,
      description: 'The groups whose lines give letters, in the order of the request. Null for the whole catalog.',
      resolve: ({ request }) => request.groups ?? null,
    }),
    roles: t.field({
      type: RaciColumnConnection,
      description: 'The columns: the roles that have a letter in some row, or the requested roles, by title.',
      args: t.arg.connectionArgs(),
      resolve: ({ columns }, args) =>
        connectionOf(pageOf(columns, columnsByTitle, args), (column) => ({ node: column.role, column })),
    }),
    rows: t.field({
      type: RaciRowConnection,
      description:
        "The rows, in the order of the sources: by the category of an activity's first line, in the catalog's order, then " +
        'by source, line and row, then by name. Activities without lines come last.',
      args: {
        ...t.arg.connectionArgs(),
        findings: t.arg({
          type: [RaciCheckEnum],
          description:
            'Only activities with at least one of these findings. All activities if it is not given; an empty list is an error.',
        }),
      },
      resolve: async (table, args, { rolegraph: { work } }) => {
        const rows = await work.run(havingOneOf(table.rows, ({ findings }) => findings, args.findings, 'findings'));
        return connectionOf(pageOf(rows, rowsInOrder(table.graph), args), (row) => ({ node: { row, table } }));
      },
    }),
    findings: t.field({
      type: RaciFindingConnection,
      description: 'What is wrong with which activities, in the order of the rows.',
      args: t.arg.connectionArgs(),
      resolve: (table, args) =>
        connectionOf(pageOf(table.findings, findingsInOrder(table.graph), args), (finding) => ({
          node: { finding, table },
        })),
    }),
  }),
});

/** The items that have at least one of the values that an argument lists; all where it is not given. */
function* havingOneOf<Item, Value>(
  items: readonly Item[],
  valuesOf: (item: Item) => readonly Value[],
  given: readonly Value[] | null | undefined,
  argument: string,
): Steps<readonly Item[]> {
  if (given == null) return items;
  if (given.length === 0) {
    throw new ArgumentError(argument, `${argument} is an empty list; give at least one value, or leave it out.`);
  }
  return yield* filterInSteps(items, (item) => valuesOf(item).some((each) => given.includes(each)));
}

builder.queryField('raci', (t) =>
  t.field({
    type: RaciRef,
    description:
      'The RACI table of some groups, or of the whole catalog, and what is wrong with it: who is responsible, accountable, ' +
      'consulted and informed, with the lines that say so. E.g. who is accountable for restoring backups: `raci(about: ' +
      '["Restore backups"]) { rows { nodes { roles(involvement: [ACCOUNTABLE]) { edges { node { title } lines { appearance ' +
      '{ source { line quote } } } } } } } }`.',
    args: {
      of: t.arg.idList({
        description:
          'Only lines of these pillars, categories and organization types give letters, by id or name: `["Security"]`. All ' +
          'lines of the catalog if it is not given. An empty list is an error.',
      }),
      about: t.arg.idList({
        description:
          'The activities: responsibilities, and topics for all of theirs that lines of the groups name, by id or name: ' +
          '`["Restore backups", "topic:backup"]`. A responsibility has a row even if no line names it. All that lines of the ' +
          'groups name if it is not given. Without `of`, also activities that no line names. An empty list is an error.',
      }),
      roles: t.arg({
        type: [RoleByInput],
        description:
          'Only the columns of these roles, and the activities in which they have a letter. The checks still consider all ' +
          'roles. An empty list is an error.',
      }),
    },
    resolve: (_root, args, { rolegraph: { graph, work } }) =>
      work.run(
        raciTableOf(graph, {
          groups: args.of == null ? undefined : groupsOf(graph, args.of, 'of'),
          about: args.about == null ? undefined : nodesOf(graph, args.about, 'about', ['RESPONSIBILITY', 'TOPIC']),
          roles: args.roles == null ? undefined : requiredRoles(graph, args.roles, 'roles'),
        }),
      ),
  }),
);
