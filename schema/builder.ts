import SchemaBuilder from '@pothos/core';
import RelayPlugin from '@pothos/plugin-relay';
import ScopeAuthPlugin from '@pothos/plugin-scope-auth';
import { GraphQLError } from 'graphql';
import type { Right } from '../src/access/caller.ts';
import { defaultPageSize, maxPageSize } from '../src/graph/lists/page.ts';
import type { Context } from './context.ts';
import { typeNameOf } from './nodes/type-names.ts';

const sizes = `1 to ${maxPageSize}, or to the lower limit of the server; ${defaultPageSize} if neither first nor last is given. Cannot be combined with`;

/** Of the argument of lists that have no `last`. */
export const firstDescription = `The number of items to return, 1 to ${maxPageSize}, or to the lower limit of the server; ${defaultPageSize} if it is not given.`;

export const idDescription =
  'A readable id that stays the same across imports: `<kind>:<slug>`, e.g. `role:devops-engineer`, `pillar:security`, ' +
  '`category:security/infrastructure-and-network`.';

/** Of summaries and notes. */
export const proseDescription =
  'Up to 10,000 characters, and may have paragraphs. The text is returned as the catalog has it, often Markdown: escape it, or ' +
  'remove HTML after rendering, before you put it into a page.';

/** Of the fields externalId and sameAs. */
export const externalIdDescription =
  'What another system calls it, e.g. the code of a job in an HR system or framework. Not necessarily unique. Null if the ' +
  'catalog does not say.';
export const sameAsDescription =
  "URLs that stand for the same elsewhere, e.g. an occupation of ESCO or a page of a wiki, in the catalog's order. They begin " +
  'with `https://` or `http://`. Empty if the catalog has none.';

/** The builder of the schema. Each type is defined in a module of its own. */
export const builder = new SchemaBuilder<{
  Context: Context;
  AuthScopes: Record<Right, boolean>;
  DefaultFieldNullability: false;
  DefaultEdgesNullability: { list: false; items: false };
  DefaultNodeNullability: false;
  Connection: { totalCount: number; items: readonly unknown[] };
  Scalars: {
    ID: { Input: string; Output: string };
    DateTime: { Input: Date; Output: Date };
  };
}>({
  // Rights are checked first. The server has refused most callers before (src/server/access); what only some may do is refused here.
  plugins: [ScopeAuthPlugin, RelayPlugin],
  defaultFieldNullability: false,
  scopeAuth: {
    // Otherwise, somebody without the right could listen until the first event.
    authorizeOnSubscribe: true,
    authScopes: ({ rolegraph: { caller } }) => ({
      read: caller.rights.has('read'),
      import: caller.rights.has('import'),
      admin: caller.rights.has('admin'),
    }),
    unauthorizedError: (_root, { rolegraph: { forbidden } }, { parentType, fieldName }) =>
      new GraphQLError(forbidden(`${parentType.name}.${fieldName}`), { extensions: { code: 'FORBIDDEN' } }),
  },
  relay: {
    // Our ids contain their kind ("role:devops-engineer"), so they need no encoding, and types expose them as they are.
    nodeQueryOptions: false,
    nodesQueryOptions: false,
    nodeTypeOptions: {
      description: 'An object of the graph with an id, e.g. `role:devops-engineer` or `pillar:security`.',
      resolveType: (node) => typeNameOf(node),
    },
    idFieldOptions: { description: idDescription },
    pageInfoTypeOptions: {
      description: 'The position of a page in its list, as in the Relay cursor connections specification.',
    },
    hasNextPageFieldOptions: { description: 'Whether the list has items after this page. Always exact.' },
    hasPreviousPageFieldOptions: { description: 'Whether the list has items before this page. Always exact.' },
    startCursorFieldOptions: { description: 'The cursor of the first edge. Null if the page is empty.' },
    endCursorFieldOptions: { description: 'The cursor of the last edge. Null if the page is empty.' },
    pageInfoFieldOptions: { description: 'The position of this page in the list.' },
    edgesFieldOptions: {
      nullable: { list: false, items: false },
      description: 'The items of the page, each with its cursor and the details that this list has about it.',
    },
    nodesOnConnection: { description: 'The items of the page without cursors: the nodes of its edges.' },
    nodeFieldOptions: { nullable: false, description: 'The item itself.' },
    cursorFieldOptions: {
      description:
        'A marker of this position in the list, for `after` and `before`. It stays valid when items are added or removed.',
    },
    firstArgOptions: { description: `The number of items from the start, or after \`after\`: ${sizes} last.` },
    lastArgOptions: { description: `The number of items from the end, or before \`before\`: ${sizes} first.` },
    afterArgOptions: { description: 'Only items after this cursor, which must come from this list in the same order.' },
    beforeArgOptions: {
      description: 'Only items before this cursor, which must come from this list in the same order.',
    },
  },
});

builder.globalConnectionField('totalCount', (t) =>
  t.int({
    description: 'The number of items in the whole list, not only on this page.',
    resolve: (connection) => connection.totalCount,
  }),
);

builder.scalarType('DateTime', {
  description: 'A point in time in UTC, in ISO 8601 format, e.g. `2026-11-21T12:00:00.000Z`.',
  specifiedByURL: 'https://scalars.graphql.org/andimarek/date-time.html',
  serialize: (instant) => instant.toISOString(),
});

/** Each module adds the fields of Query that return its type. */
builder.queryType({
  authScopes: { read: true },
  description:
    'Questions about roles: what they do, where they appear, and what roles, pillars and organizations have in common. ' +
    'Every answer comes from one catalog as a whole, even while another one is being imported.',
});

builder.mutationType({
  description:
    'Changes of what the server serves. They need a token with the right `import`, and are sent by POST. Fields are executed one after the ' +
    'other.',
});

/** Each module adds its fields. */
builder.subscriptionType({
  authScopes: { read: true },
  description:
    'What this server tells you as it happens, as server-sent events: send the header `Accept: text/event-stream`.',
});
