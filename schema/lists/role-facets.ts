import { groupFacets, topicFacets, type Facet } from '../../src/graph/lists/role-facets.ts';
import type { GroupKind } from '../../src/graph/nodes/node-kind.ts';
import type { Role, RoleGroup, Topic } from '../../src/graph/nodes/node.ts';
import { builder } from '../builder.ts';
import { RoleGroupRef, TopicRef } from '../refs.ts';

/** The list of which a connection of roles is a page. */
export interface RoleList {
  readonly items: readonly Role[];
}

const roleCountDescription = 'The number of roles on all pages of the list that have it, at least 1.';

const GroupFacetRef = builder.objectRef<Facet<RoleGroup>>('GroupFacet').implement({
  description: 'A group with the number of roles of a list that are in it.',
  fields: (t) => ({
    group: t.expose('node', { type: RoleGroupRef, description: 'The group.' }),
    roleCount: t.exposeInt('roleCount', { description: roleCountDescription }),
  }),
});

const TopicFacetRef = builder.objectRef<Facet<Topic>>('TopicFacet').implement({
  description: 'A topic with the number of roles of a list that have a responsibility about it.',
  fields: (t) => ({
    topic: t.expose('node', { type: TopicRef, description: 'The topic.' }),
    roleCount: t.exposeInt('roleCount', { description: roleCountDescription }),
  }),
});

const order = "most roles first, then in the catalog's order";

const RoleFacetsRef = builder.objectRef<RoleList>('RoleFacets').implement({
  description:
    'The number of roles of a list in each group and with each topic: how many roles would remain if it were added to the ' +
    'filter. Groups and topics without any role of the list are left out.',
  fields: (t) => {
    const groups = (kind: GroupKind, description: string) =>
      t.field({
        type: [GroupFacetRef],
        description,
        resolve: ({ items }, _args, { rolegraph: { graph, work } }) => work.run(groupFacets(graph, items, kind)),
      });
    return {
      pillars: groups('PILLAR', `The pillars in which the roles appear, ${order}.`),
      organizationTypes: groups(
        'ORGANIZATION_TYPE',
        `The kinds of organization in which or for which the roles work, ${order}.`,
      ),
      categories: groups('CATEGORY', `The categories that list the roles, ${order}.`),
      topics: t.field({
        type: [TopicFacetRef],
        description: `The topics of the roles' responsibilities, ${order}.`,
        resolve: ({ items }, _args, { rolegraph: { graph, work } }) => work.run(topicFacets(graph, items)),
      }),
    };
  },
});

/** The field of every connection of roles; each of its lists is computed only if it is selected. */
export const facetsField = {
  type: RoleFacetsRef,
  description:
    'The number of roles of the whole filtered list in each group and with each topic. For example, the kinds of ' +
    'organization that have roles for backups: `roles(filter: { performsAny: ["topic:backup"] }) { facets { ' +
    'organizationTypes { group { name } roleCount } } }`.',
  resolve: ({ items }: RoleList) => ({ items }),
};
