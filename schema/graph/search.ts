import { ArgumentError } from '../../src/graph/argument-error.ts';
import { pageOf } from '../../src/graph/lists/page.ts';
import type { Node } from '../../src/graph/nodes/node.ts';
import { nodeKinds, type NodeKind } from '../../src/graph/nodes/node-kind.ts';
import { hitsByScore, maxQueryLength, type SearchHit } from '../../src/graph/search/search-index.ts';
import { builder, firstDescription } from '../builder.ts';
import { connectionOf, type ConnectionWith } from '../lists/connection.ts';
import { NodeKindEnum } from '../nodes/node.ts';

const nodeInterface = builder.nodeInterfaceRef();

const SearchConnection = builder.connectionObject<
  typeof nodeInterface,
  ConnectionWith<Node, { readonly hit: SearchHit }>
>(
  {
    name: 'SearchConnection',
    description:
      'Matches of a text in titles, alternate titles, names and summaries, best match first. Words may be misspelled or ' +
      'incomplete.',
    type: nodeInterface,
  },
  {
    name: 'SearchEdge',
    description: 'A node that a search found, with the text that matched.',
    nodeField: { description: 'The node. Select fields of its type, e.g. `... on Role { pillars { name } }`.' },
    fields: (t) => ({
      kind: t.field({ type: NodeKindEnum, description: 'The kind of the node.', resolve: ({ node }) => node.kind }),
      label: t.string({
        description:
          'The title or name of the node. If several categories have the name of a category, it is followed by the owners, ' +
          'e.g. `Architecture & Engineering (Sustainability)`. The label of an appearance is the title of its role with ' +
          'source and line.',
        resolve: ({ node }) => node.label,
      }),
      score: t.float({
        description: 'How well the node matches: higher is better. Scores are comparable only within one search.',
        resolve: ({ hit }) => hit.score,
      }),
      matched: t.string({
        description: 'The text that matched, e.g. an alternate title.',
        resolve: ({ hit }) => hit.matched,
      }),
    }),
  },
);

builder.queryField('search', (t) =>
  t.field({
    type: SearchConnection,
    description:
      'Finds nodes by words in their titles, names and summaries: `search(query: "disaster recvery")`. One text must ' +
      'match all words; if no text does, texts that match any word are returned.',
    args: {
      query: t.arg.string({
        required: true,
        description: `The text to search for: 1 to ${maxQueryLength} characters, with at least one letter or digit.`,
      }),
      kinds: t.arg({ type: [NodeKindEnum], description: 'Only nodes of these kinds; all kinds if it is not given.' }),
      first: t.arg.int({ description: firstDescription }),
      after: t.arg.string({ description: 'Only matches after this cursor, which must come from the same search.' }),
    },
    resolve: async (_root, { query, kinds, first, after }, { rolegraph: { texts, work } }) => {
      const wanted = new Set<NodeKind>(kinds ?? nodeKinds);
      if (wanted.size === 0) {
        throw new ArgumentError('kinds', 'kinds is an empty list; name at least one kind or leave it out.');
      }
      const index = await texts.catalog.searchIndex();
      const page = pageOf(await work.run(index.search(query, wanted)), hitsByScore(query), { first, after });
      return connectionOf(page, (hit) => ({ node: hit.node, hit }));
    },
  }),
);
