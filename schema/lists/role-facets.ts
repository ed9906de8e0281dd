import type { RoleGroup } from '../../src/graph/nodes/node.ts';
import type { Role } from '../../src/graph/nodes/role.ts';
import type { Topic } from '../../src/graph/nodes/topic.ts';
import { groupFacets, topicFacets, type Facet } from '../../src/graph/lists/role-facets.ts';
import { builder } from '../builder.ts';
import { RoleGroupRef, TopicRef } from '../refs.ts';

/** What a connection of roles is a page of. */
export interface RoleList {
  readonly items: readonly Role[];
}

const roleCountDescription = 'How many roles of the list have it, on all of its pages: at least 1.';

const GroupFacetRef = builder.objectRef<Facet<RoleGroup>>('GroupFacet').implement({
  description: 'A group that roles of a list are in, and how many of them.',
  fields: (t) => ({
    group: t.field({ type: RoleGroupRef, description: 'The group.', resolve: ({ node }) => node }),
    roleCount: t.exposeInt('roleCount', { description: roleCountDescription }),
  }),
});

const TopicFacetRef = builder.objectRef<Facet<Topic>>('TopicFacet').implement({
  description: 'A topic that roles of a list do something about, and how many of them.',
  fields: (t) => ({
    topic: t.field({ type: TopicRef, description: 'The topic.', resolve: ({ node }) => node }),
    roleCount: t.exposeInt('roleCount', { description: roleCountDescription }),
  }),
});

const order = "most roles first, then in the catalog's order";

const RoleFacetsRef = builder.objectRef<RoleList>('RoleFacets').implement({
  description:
    'How many roles of a list are in each group and have each topic: what a filter by it, beside the one in force, would ' +
    'leave. Those that no role of the list has are left out.',
  fields: (t) => ({
    pillars: t.field({
      type: [GroupFacetRef],
      description: `The pillars that they stand in: ${order}.`,
      resolve: ({ items }, _args, { rolegraph: { graph, work } }) => work.run(groupFacets(graph, items, 'PILLAR')),
    }),
    organizationTypes: t.field({
      type: [GroupFacetRef],
      description: `The kinds of organization that they work in or for: ${order}.`,
      resolve: ({ items }, _args, { rolegraph: { graph, work } }) =>
        work.run(groupFacets(graph, items, 'ORGANIZATION_TYPE')),
    }),
    categories: t.field({
      type: [GroupFacetRef],
      description: `The headings under which they are listed: ${order}.`,
      resolve: ({ items }, _args, { rolegraph: { graph, work } }) => work.run(groupFacets(graph, items, 'CATEGORY')),
    }),
    topics: t.field({
      type: [TopicFacetRef],
      description: `What their responsibilities are about: ${order}.`,
      resolve: ({ items }, _args, { rolegraph: { graph, work } }) => work.run(topicFacets(graph, items)),
    }),
  }),
});

/** The field of every connection of roles; each of its lists is counted only where it is selected. */
export const facetsField = {
  type: RoleFacetsRef,
  description:
    'How many roles of the whole list, as it is filtered, are in each group and have each topic. E.g. where those who do ' +
    'backups work: `roles(filter: { performsAny: ["topic:backup"] }) { facets { organizationTypes { group { name } ' +
    'roleCount } } }`.',
  resolve: ({ items }: RoleList) => ({ items }),
};
