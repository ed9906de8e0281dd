import { graphNodeOf } from '../../src/analysis/graph-nodes.ts';
import { expectedInBoth } from '../../src/analysis/related/association.ts';
import { reasonOf } from '../../src/analysis/related/related-reason.ts';
import { mostAround, relatedByScore, relatedTo, type Related } from '../../src/analysis/related/related.ts';
import { pageOf } from '../../src/graph/lists/page.ts';
import type { Node } from '../../src/graph/nodes/node.ts';
import { roundScore } from '../../src/graph/structure/overlap-arithmetic.ts';
import { builder, firstDescription } from '../builder.ts';
import { connectionOf, type ConnectionWith } from '../lists/connection.ts';
import { NodeKindEnum } from '../nodes/node.ts';

const nodeInterface = builder.nodeInterfaceRef();

const RelatedConnection = builder.connectionObject<
  typeof nodeInterface,
  ConnectionWith<Node, { readonly related: Related }>
>(
  {
    name: 'RelatedConnection',
    description: 'A page of nodes related to a node, highest score first, then by title or name, then by id.',
    type: nodeInterface,
  },
  {
    name: 'RelatedEdge',
    description: 'A node that co-occurs with the given node more often than expected by chance, with the reason.',
    nodeField: { description: 'The node. Select fields of its type, e.g. `... on Role { pillars { name } }`.' },
    fields: (t) => ({
      kind: t.field({ type: NodeKindEnum, description: 'The kind of the node.', resolve: ({ node }) => node.kind }),
      label: t.string({
        description:
          'The title or name of the node. If several categories have the name of a category, it is followed by the ' +
          'owners, e.g. `Architecture & Engineering (Sustainability)`.',
        resolve: ({ node }) => node.label,
      }),
      score: t.float({
        description:
          'The strength of the relation, above 0 and below 1, rounded to 6 decimals. Let A and B be the sets of roles of ' +
          'the two nodes. The score is ln(P(A and B) / (P(A) P(B))) / -ln P(A and B), the normalized pointwise mutual ' +
          'information (Bouma 2009), times c / (c + 1) and m / (m + 1), where c is the count of roles in both sets and m ' +
          'the count in the smaller set (Pantel and Lin 2002), so that rare observations count less. A role that appears ' +
          'in p pillars counts as 1 / p, so that roles that appear everywhere say little.',
        resolve: ({ related }) => related.score,
      }),
      reason: t.string({
        description:
          'The reason in words, in numbers of whole roles, e.g. `4 of the 6 roles with duties about Backup are listed ' +
          'under Backup & Disaster Recovery, as 8 of all 138 roles are: 12 times as many as chance would give.` The roles ' +
          `around a role are the role itself and the ${mostAround} others with the strongest overlap.`,
        resolve: ({ related }) => reasonOf(related),
      }),
      sharedRoleCount: t.int({
        description: 'The number of roles that belong to both nodes, at least 1.',
        resolve: ({ related }) => related.counts.inBoth,
      }),
      expectedRoleCount: t.float({
        description:
          'The number of roles that would belong to both nodes by chance: the product of their numbers of roles, divided ' +
          'by the number of all roles, rounded to 6 decimals.',
        resolve: ({ related }) => roundScore(expectedInBoth(related.counts)),
      }),
      roleCount: t.int({
        description: 'The number of roles that belong to this node.',
        resolve: ({ related }) => related.counts.inSecond,
      }),
    }),
  },
);

builder.queryField('related', (t) =>
  t.field({
    type: RelatedConnection,
    description:
      'The nodes most closely related to a node, each with the reason: `related(to: "responsibility:verify-backups")`. ' +
      'Each node has a set of roles: a pillar, category or organization type has its roles; a responsibility or topic has ' +
      `the roles with it; a role has itself and the ${mostAround} others with the strongest overlap. Nodes are related ` +
      'if their sets share more roles than expected by chance. Pairs that the catalog itself connects are left out: a ' +
      'responsibility and its topics, a category and its owners.',
    args: {
      to: t.arg.id({
        required: true,
        description:
          'A role, responsibility, topic, pillar, category or organization type, by id, title or name. E.g. ' +
          '`responsibility:verify-backups` or `Verify backups`.',
      }),
      kinds: t.arg({
        type: [NodeKindEnum],
        description:
          'Only nodes of these kinds, which cannot be SOURCE or APPEARANCE; all other kinds if it is not given.',
      }),
      first: t.arg.int({ description: firstDescription }),
      after: t.arg.string({ description: 'Only nodes after this cursor, which must come from the same request.' }),
    },
    resolve: async (_root, { to, kinds, first, after }, { rolegraph: { graph, work } }) => {
      // Cursors are those of the node, however it was given.
      const { id } = graphNodeOf(graph, to, 'to');
      const all = await work.run(relatedTo(graph, id, kinds));
      const page = pageOf(all, relatedByScore(id), { first, after });
      return connectionOf(page, (related) => ({ node: related.node, related }));
    },
  }),
);
