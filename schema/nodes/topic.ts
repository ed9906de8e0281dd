import { builder, externalIdDescription, idDescription, sameAsDescription } from '../builder.ts';
import { ResponsibilityConnection, responsibilityPage, RoleConnection, rolePage } from '../lists/connections.ts';
import { TopicRef } from '../refs.ts';
import { lookUpField } from './look-up.ts';

builder.objectType(TopicRef, {
  description: 'A subject of responsibilities, e.g. backup.',
  interfaces: [builder.nodeInterfaceRef()],
  fields: (t) => ({
    id: t.exposeID('id', { description: idDescription }),
    slug: t.exposeString('slug', { description: 'The id without its kind, e.g. `backup`.' }),
    name: t.exposeString('name', { description: 'The name of the topic.' }),
    externalId: t.exposeString('externalId', { nullable: true, description: externalIdDescription }),
    sameAs: t.exposeStringList('sameAs', { description: sameAsDescription }),
    roleCount: t.exposeInt('roleCount', {
      description: 'The number of roles that have a responsibility about the topic.',
    }),
    responsibilities: t.field({
      type: ResponsibilityConnection,
      description: 'The responsibilities about the topic, by name.',
      args: t.arg.connectionArgs(),
      resolve: (topic, args) => responsibilityPage(topic.responsibilities, args),
    }),
    roles: t.field({
      type: RoleConnection,
      description: 'The roles that have a responsibility about the topic, by title.',
      args: t.arg.connectionArgs(),
      resolve: (topic, args) => rolePage(topic.roles, args),
    }),
  }),
});

builder.queryFields((t) => ({
  topic: t.field({
    type: TopicRef,
    ...lookUpField('TOPIC', 'The topic with an id or name. Null if there is none.'),
  }),
  topics: t.field({
    type: [TopicRef],
    description: "All topics, in the catalog's order.",
    resolve: (_root, _args, { rolegraph }) => rolegraph.graph.topics,
  }),
}));
