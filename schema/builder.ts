import SchemaBuilder from '@pothos/core';
import RelayPlugin from '@pothos/plugin-relay';
import { defaultPageSize, maxPageSize } from '../src/graph/lists/page.ts';
import type { Context } from './context.ts';
import { typeNameOf } from './nodes/type-names.ts';

const sizes = `1 to ${maxPageSize}; ${defaultPageSize} where neither first nor last is given. Not together with`;

export const idDescription =
  'Readable, and stable across imports: `<kind>:<slug>`, e.g. `role:devops-engineer`, `pillar:security`, ' +
  '`category:security/infrastructure-and-network`.';

export const cursorDescription =
  'Names this place of the list, for `after` and `before`; it keeps its place when items come or go.';

/** What the schema is built with. It defines no types of ours: each has a module of its own beside this one. */
export const builder = new SchemaBuilder<{
  Context: Context;
  DefaultFieldNullability: false;
  DefaultEdgesNullability: { list: false; items: false };
  DefaultNodeNullability: false;
  Connection: { totalCount: number; items: readonly unknown[] };
  Scalars: {
    ID: { Input: string; Output: string };
    DateTime: { Input: Date; Output: Date };
  };
}>({
  plugins: [RelayPlugin],
  defaultFieldNullability: false,
  relay: {
    // Our ids say their kind themselves ("role:devops-engineer"): types give them whole, and nothing is encoded.
    nodeQueryOptions: false,
    nodesQueryOptions: false,
    nodeTypeOptions: {
      description: 'Anything in the graph that has an id, e.g. `role:devops-engineer` or `pillar:security`.',
      resolveType: (node) => typeNameOf(node),
    },
    idFieldOptions: { description: idDescription },
    pageInfoTypeOptions: { description: 'Where a page stands in its list, as the Relay cursor specification has it.' },
    hasNextPageFieldOptions: { description: 'Whether the list goes on behind this page. Always exact.' },
    hasPreviousPageFieldOptions: { description: 'Whether the list has something before this page. Always exact.' },
    startCursorFieldOptions: { description: 'The cursor of the first edge; null on an empty page.' },
    endCursorFieldOptions: { description: 'The cursor of the last edge; null on an empty page.' },
    pageInfoFieldOptions: { description: 'Where this page stands in the list.' },
    edgesFieldOptions: {
      nullable: { list: false, items: false },
      description: 'The page: each item with its cursor, and with what this list knows of it.',
    },
    nodesOnConnection: { description: 'The page without cursors: the nodes of its edges.' },
    nodeFieldOptions: { nullable: false, description: 'The item at this place of the list.' },
    cursorFieldOptions: { description: cursorDescription },
    firstArgOptions: { description: `How many from the start, or from \`after\`: ${sizes} last.` },
    lastArgOptions: { description: `How many from the end, or from before \`before\`: ${sizes} first.` },
    afterArgOptions: { description: 'Only what follows this cursor, which this list gave in the same order.' },
    beforeArgOptions: { description: 'Only what precedes this cursor, which this list gave in the same order.' },
  },
});

builder.globalConnectionField('totalCount', (t) =>
  t.int({
    description: 'How many items the whole list has, beyond this page too.',
    resolve: (connection) => connection.totalCount,
  }),
);
