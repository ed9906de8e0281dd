import { ArgumentError } from '../../src/graph/argument-error.ts';
import { pageOf } from '../../src/graph/lists/page.ts';
import type { Node } from '../../src/graph/nodes/node.ts';
import { nodeKinds, type NodeKind } from '../../src/graph/nodes/node-kind.ts';
import { hitsByScore, type SearchHit, type SearchRelaxation } from '../../src/graph/search/search-index.ts';
import { maxQueryLength } from '../../src/graph/search/searchable-text.ts';
import { builder, firstDescription } from '../builder.ts';
import { connectionOf, type ConnectionWith } from '../lists/connection.ts';
import { NodeKindEnum } from '../nodes/node.ts';

const nodeInterface = builder.nodeInterfaceRef();

const SearchRelaxationEnum = builder.enumType('SearchRelaxation', {
  description: 'What a search allowed, because it would have found nothing otherwise.',
  values: {
    WORDS_LEFT_OUT: {
      description:
        'No node has all words of the query, or few have: some of the matches have only a part of the words.',
    },
    MORE_TYPOS: {
      description:
        'Nothing has the words with as few typos as are always allowed, so more were: one in words of 4 and 5 letters, ' +
        'two in longer ones.',
    },
  } satisfies Record<SearchRelaxation, object>,
});

const SearchConnection = builder.connectionObject<
  typeof nodeInterface,
  ConnectionWith<Node, { readonly hit: SearchHit }> & { readonly relaxed: readonly SearchRelaxation[] }
>(
  {
    name: 'SearchConnection',
    description:
      'Matches of a text in titles, names, summaries, notes and quotes, best match first. Words may be misspelled, incomplete or ' +
      'in another form, and roles are also found by what they do.',
    type: nodeInterface,
    fields: (t) => ({
      relaxed: t.expose('relaxed', {
        type: [SearchRelaxationEnum],
        description:
          'What the search allowed, because it would have found nothing otherwise. Empty if the matches have every word ' +
          'of the query; words such as "who" and "the" do not count.',
      }),
    }),
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
        description:
          'The text that matched best: a title or name, a summary, a note or a quote, or, for a role, what it does or a line that names it. If it was a ' +
          'hidden title or name, this is the visible title or name of its node.',
        resolve: ({ hit }) => hit.matched,
      }),
      hidden: t.boolean({
        description:
          'True if a hidden title or name matched: one that people search for and the catalog does not show, e.g. `CISO`.',
        resolve: ({ hit }) => hit.isHidden,
      }),
    }),
  },
);

builder.queryField('search', (t) =>
  t.field({
    type: SearchConnection,
    description:
      'Finds nodes by words in their titles, names, summaries, notes and quotes, and roles by what they do: `search(query: "who ' +
      'restores backups")`. A node must match all words; if none does, or only a text that describes it, nodes that ' +
      'match any word are returned, too, and `relaxed` says so.',
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
      const { hits, relaxed } = await work.run(index.search(query, wanted));
      const page = pageOf(hits, hitsByScore(query), { first, after });
      return { ...connectionOf(page, (hit) => ({ node: hit.node, hit })), relaxed };
    },
  }),
);
