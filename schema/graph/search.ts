import { nodeKinds, type NodeKind } from '../../src/graph/nodes/node-kind.ts';
import { ArgumentError } from '../../src/graph/argument-error.ts';
import { defaultPageSize, maxPageSize, pageOf } from '../../src/graph/lists/page.ts';
import { hitsByScore, maxQueryLength, type SearchHit } from '../../src/graph/search/search-index.ts';
import { builder, cursorDescription } from '../builder.ts';
import { connectionOf } from '../lists/connection.ts';
import { NodeKindEnum } from '../nodes/node-kind.ts';

const SearchEdge = builder
  .objectRef<{ readonly cursor: string; readonly node: SearchHit['node']; readonly hit: SearchHit }>('SearchEdge')
  .implement({
    description: 'A node that a search found, and why.',
    fields: (t) => ({
      cursor: t.exposeString('cursor', { description: cursorDescription }),
      node: t.field({
        type: builder.nodeInterfaceRef(),
        description: 'The node; ask for more by its type, e.g. `... on Role { pillars { name } }`.',
        resolve: ({ node }) => node,
      }),
      kind: t.field({ type: NodeKindEnum, description: 'What the node is.', resolve: ({ node }) => node.kind }),
      label: t.string({
        description: "The node's title or name; an appearance's is its role's title with source and line.",
        resolve: ({ node }) => node.label,
      }),
      score: t.float({
        description: 'How well it matched: more is better. Comparable within one search only.',
        resolve: ({ hit }) => hit.score,
      }),
      matched: t.string({
        description: 'The text that matched, e.g. the alternate title.',
        resolve: ({ hit }) => hit.matched,
      }),
    }),
  });

const SearchConnection = builder.connectionObject(
  {
    name: 'SearchConnection',
    description:
      'Matches of a text over titles, alternate titles, names and summaries, best first; a typo still finds, a prefix too.',
    type: builder.nodeInterfaceRef(),
  },
  SearchEdge,
);

builder.queryField('search', (t) =>
  t.field({
    type: SearchConnection,
    description:
      'Finds nodes by the words of their titles, names and summaries: `search(query: "disaster recvery")`. All words must ' +
      'match one text; where none has all, any word counts.',
    args: {
      query: t.arg.string({
        required: true,
        description: `What to look for: 1 to ${maxQueryLength} characters with at least one letter or digit.`,
      }),
      kinds: t.arg({
        type: [NodeKindEnum],
        description: 'Only nodes of these kinds; all kinds where it is not given.',
      }),
      first: t.arg.int({ description: `How many, 1 to ${maxPageSize}; ${defaultPageSize} where it is not given.` }),
      after: t.arg.string({ description: 'Only what follows this cursor, which the same search gave.' }),
    },
    resolve: async (_root, { query, kinds, first, after }, { rolegraph: { texts } }) => {
      const wanted = new Set<NodeKind>(kinds ?? nodeKinds);
      if (wanted.size === 0) {
        throw new ArgumentError('kinds', 'kinds is an empty list; name at least one kind or leave it out.');
      }
      const index = await texts.catalog.searchIndex();
      return connectionOf(pageOf(index.search(query, wanted), hitsByScore(query), { first, after }), (hit) => ({
        node: hit.node,
        hit,
      }));
    },
  }),
);
