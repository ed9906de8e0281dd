import { expectedInBoth } from '../../src/analysis/related/association.ts';
import { relatedByScore, relatedTo, type Related } from '../../src/analysis/related/related.ts';
import { reasonOf } from '../../src/analysis/related/related-reason.ts';
import { mostAround } from '../../src/analysis/related/roles-beside.ts';
import { roundScore } from '../../src/graph/structure/overlap-arithmetic.ts';
import { defaultPageSize, maxPageSize, pageOf } from '../../src/graph/lists/page.ts';
import { builder, cursorDescription } from '../builder.ts';
import { connectionOf } from '../lists/connection.ts';
import { NodeKindEnum } from '../nodes/node-kind.ts';

const RelatedEdge = builder
  .objectRef<{ readonly cursor: string; readonly node: Related['node']; readonly related: Related }>('RelatedEdge')
  .implement({
    description: 'A node that is beside the one asked for more often than chance would have it, and why.',
    fields: (t) => ({
      cursor: t.exposeString('cursor', { description: cursorDescription }),
      node: t.field({
        type: builder.nodeInterfaceRef(),
        description: 'The node; ask for more by its type, e.g. `... on Role { pillars { name } }`.',
        resolve: ({ node }) => node,
      }),
      kind: t.field({ type: NodeKindEnum, description: 'What the node is.', resolve: ({ node }) => node.kind }),
      label: t.string({ description: "The node's title or name.", resolve: ({ node }) => node.label }),
      score: t.float({
        description:
          'How telling it is, above 0 and below 1, rounded to 6 decimals. Where A and B are the roles that the two nodes ' +
          'stand for: ln(P(A and B) / (P(A) P(B))) / -ln P(A and B), the normalized pointwise mutual information (Bouma ' +
          '2009), times c / (c + 1) and m / (m + 1), where c is what is counted in both and m what is in the smaller of ' +
          'the two (Pantel and Lin 2002), so that what was seen once or twice tells less. A role that stands in p pillars ' +
          'counts as 1 / p of one, so that roles which are beside everything tell little.',
        resolve: ({ related }) => related.score,
      }),
      reason: t.string({
        description:
          'Why, in words and in whole roles, e.g. `3 of the 5 roles with duties about Backup are listed under Backup & ' +
          'Disaster Recovery, as 8 of all 139 roles are: 10 times as many as chance would give.` The roles around a role ' +
          `are itself and the ${mostAround} others that it overlaps with most.`,
        resolve: ({ related }) => reasonOf(related),
      }),
      sharedRoleCount: t.int({
        description: 'How many roles both nodes stand for, at least 1.',
        resolve: ({ related }) => related.counts.inBoth,
      }),
      expectedRoleCount: t.float({
        description:
          'How many roles both would stand for by chance: their two numbers of roles multiplied, then divided by the ' +
          'number of all roles; rounded to 6 decimals.',
        resolve: ({ related }) => roundScore(expectedInBoth(related.counts)),
      }),
      roleCount: t.int({
        description: 'How many roles the node stands for.',
        resolve: ({ related }) => related.counts.inSecond,
      }),
    }),
  });

const RelatedConnection = builder.connectionObject(
  {
    name: 'RelatedConnection',
    description: 'A page of what is beside a node, most telling first, equals by title or name, then by id.',
    type: builder.nodeInterfaceRef(),
  },
  RelatedEdge,
);

builder.queryField('related', (t) =>
  t.field({
    type: RelatedConnection,
    description:
      'What is most telling beside a node, each with its reason: `related(to: "responsibility:verify-backups")`. Every ' +
      'node stands for roles: a pillar, category or organization type for those in it, a responsibility or a topic for ' +
      `those that have it, a role for itself and the ${mostAround} others that it overlaps with most. Related is what ` +
      'shares more of them than chance would give. Left out is what the catalog joins by its own build: a responsibility ' +
      'and its topics, a category and what it is part of.',
    args: {
      to: t.arg.id({
        required: true,
        description: 'The id of a role, responsibility, topic, pillar, category or organization type.',
      }),
      kinds: t.arg({
        type: [NodeKindEnum],
        description: 'Only nodes of these kinds; neither SOURCE nor APPEARANCE; the other six where it is not given.',
      }),
      first: t.arg.int({ description: `How many, 1 to ${maxPageSize}; ${defaultPageSize} where it is not given.` }),
      after: t.arg.string({ description: 'Only what follows this cursor, which the same question gave.' }),
    },
    resolve: async (_root, { to, kinds, first, after }, { rolegraph: { graph, work } }) => {
      const all = await work.run(relatedTo(graph, to, kinds));
      return connectionOf(pageOf(all, relatedByScore(to), { first, after }), (related) => ({
        node: related.node,
        related,
      }));
    },
  }),
);
