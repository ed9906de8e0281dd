import { graphNodeOf } from '../../src/analysis/graph-nodes.ts';
import { expectedInBoth, type Counts } from '../../src/analysis/related/association.ts';
import { mostClosest } from '../../src/analysis/related/direct-relations.ts';
import { reasonOf } from '../../src/analysis/related/related-reason.ts';
import { appearancesBehind, relatedByScore, relatedTo, type Related } from '../../src/analysis/related/related.ts';
import { pageOf } from '../../src/graph/lists/page.ts';
import type { Node } from '../../src/graph/nodes/node.ts';
import { roundScore } from '../../src/graph/structure/overlap-arithmetic.ts';
import { builder, firstDescription } from '../builder.ts';
import { connectionOf, evidenceField, type ConnectionWith, type Evidence } from '../lists/connection.ts';
import { NodeKindEnum } from '../nodes/node.ts';

const nodeInterface = builder.nodeInterfaceRef();

const RelationEnum = builder.enumType('Relation', {
  description: 'How a node is related to the given node. Relations are listed in the order of these values.',
  values: {
    PERFORMS: { description: 'The given node is a responsibility or topic; the node is a role that has it.' },
    MEMBER: { description: 'The given node is a pillar, category or organization type; the node is one of its roles.' },
    TOPIC: { description: 'The given node is a role; the node is a topic of its responsibilities.' },
    SHARES_DUTIES: {
      description:
        'The given node is a role; the node is one of the roles that share responsibilities with it, at most ' +
        `${mostClosest} with the strongest overlap.`,
    },
    SHARES_CATEGORIES: {
      description:
        'The given node is a role; the node is a role listed under the same categories that shares no responsibility ' +
        `with it. There are at most ${mostClosest} roles of SHARES_DUTIES and SHARES_CATEGORIES together.`,
    },
    ASSOCIATION: {
      description:
        'The catalog does not connect the two itself, but they have at least 1.5 times as many roles in common as expected by ' +
        'chance.',
    },
  } as const,
});

const RelatedConnection = builder.connectionObject<
  typeof nodeInterface,
  ConnectionWith<Node, Evidence & { readonly related: Related }>
>(
  {
    name: 'RelatedConnection',
    description:
      'A page of nodes related to a node, by relation in the order of `Relation`, then the highest score first. Of equal ' +
      'scores, more evidence comes first: for PERFORMS the greater part that the duties are of all duties of the role (0 for a role that is ' +
      'only accountable for the given responsibility), for ' +
      'MEMBER more appearances in the group, for TOPIC fewer roles with the topic, for SHARES_DUTIES more ' +
      'shared responsibilities, for SHARES_CATEGORIES more shared categories, for ASSOCIATION more shared roles. Then by title or name, then by id.',
    type: nodeInterface,
  },
  {
    name: 'RelatedEdge',
    description: 'A node related to the given node, with the reason.',
    nodeField: { description: 'The node. Select fields of its type, e.g. `... on Role { pillars { name } }`.' },
    fields: (t) => ({
      relation: t.field({
        type: RelationEnum,
        description: 'How the node is related to the given node.',
        resolve: ({ related }) => related.relation,
      }),
      kind: t.field({ type: NodeKindEnum, description: 'The kind of the node.', resolve: ({ node }) => node.kind }),
      label: t.string({
        description:
          'The title or name of the node. If several categories have the name of a category, it is followed by the ' +
          'owners, e.g. `Architecture & Engineering (Sustainability)`.',
        resolve: ({ node }) => node.label,
      }),
      score: t.float({
        description:
          'The strength of the relation, 0 to 1, rounded to 6 decimals. Compare scores of one relation only.\n\n' +
          '- PERFORMS: s / S. A statement is a line that gives a role a responsibility. Of the S statements about the given ' +
          'responsibility or topic, summed over all roles, s name the role.\n' +
          '- MEMBER: the specificity of the role to the group: the sum of p over all appearances of the role and their ' +
          'responsibilities, divided by 1 + the number of its terms. p is the greatest share, over the topics of the ' +
          'responsibility, of the pairs of an appearance and a responsibility about the topic whose appearance is in the ' +
          'group (the share of the responsibility itself if it has no topic). The 1 is a discount for roles with few ' +
          'responsibilities (Pantel and Lin 2002). 0 for a role without responsibilities. Example: Security Engineer is ' +
          'more specific to Security than Communication Officer, though it appears in other pillars, too.\n' +
          '- TOPIC: s / S. Of all S statements about the given role, s are about the topic.\n' +
          '- SHARES_DUTIES, SHARES_CATEGORIES: the score of the overlap of the two roles.\n' +
          '- ASSOCIATION: let A and B be the sets of roles of the two nodes. The score is ln(P(A and B) / (P(A) P(B))) / ' +
          '-ln P(A and B), the normalized pointwise mutual information (Bouma 2009), times c / (c + 1) and m / (m + 1), ' +
          'where c is the count of roles in both sets and m the count in the smaller set (Pantel and Lin 2002), so that ' +
          'rare observations count less. In all of these, a role that appears in p pillars counts as 1 / p, and a role in ' +
          'no pillar as 1, so that roles that appear everywhere say little. A node is listed only if this score is above ' +
          '0, which excludes sets that both have all roles, if the sets share at least 1.5 times as many whole roles as ' +
          'expected by chance, and ' +
          'if they share at least 2 roles or the given node has only 1.',
        resolve: ({ related }) => related.score,
      }),
      reason: t.string({
        description:
          'The reason in a sentence, with at most 3 names of each list. E.g. `Both duties of Backup Administrator are about ' +
          'Backup: "Manage backups" and "Verify backups".` The roles closest to a role are the role itself and the ' +
          `${mostClosest} others with the strongest overlap.`,
        resolve: ({ related }) => reasonOf(related),
      }),
      appearances: t.field(
        evidenceField(
          'The lines that say so, by source and line: for PERFORMS and TOPIC those that give the role the responsibilities, ' +
            'for MEMBER those that put the role into the group. Empty for the others, which no line states.',
        ),
      ),
      sharedRoleCount: t.int({
        nullable: true,
        description: 'The number of roles that belong to both nodes, at least 1. Null unless it is an ASSOCIATION.',
        resolve: ({ related }) => countsOf(related)?.inBoth ?? null,
      }),
      expectedRoleCount: t.float({
        nullable: true,
        description:
          'The number of roles that would belong to both nodes by chance: the product of their numbers of roles, divided ' +
          'by the number of all roles, rounded to 6 decimals. Null unless it is an ASSOCIATION.',
        resolve: ({ related }) => {
          const counts = countsOf(related);
          return counts && roundScore(expectedInBoth(counts));
        },
      }),
      roleCount: t.int({
        nullable: true,
        description: 'The number of roles that belong to this node. Null unless it is an ASSOCIATION.',
        resolve: ({ related }) => countsOf(related)?.inSecond ?? null,
      }),
    }),
  },
);

function countsOf(related: Related): Counts | null {
  return related.relation === 'ASSOCIATION' ? related.counts : null;
}

builder.queryField('related', (t) =>
  t.field({
    type: RelatedConnection,
    description:
      'The nodes most closely related to a node, each with the reason: `related(to: "topic:backup")`. First come those that ' +
      'the catalog connects with it: for a responsibility or topic the roles that have it, for a group its roles, the most ' +
      'specific first, for a role its topics and the roles with the strongest overlap. Then come nodes that co-occur with ' +
      'it at least 1.5 times as often as expected by chance. Each node has a set of roles there: a group has its roles; a responsibility ' +
      `or topic has the roles with it; a role has itself and the ${mostClosest} others with the strongest overlap. Other ` +
      'pairs that the catalog itself connects are left out: a responsibility and its topics, a category and its owners, a ' +
      'role and its responsibilities and groups.',
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
      return connectionOf(page, (related) => ({
        node: related.node,
        related,
        appearances: () => appearancesBehind(related),
      }));
    },
  }),
);
