import { builder, idDescription } from '../builder.ts';
import { ResponsibilityConnection, responsibilityPage, RoleConnection, rolePage } from '../lists/connections.ts';
import { NamedByInput, nodeOfKind } from './look-up.ts';
import { TopicRef } from '../refs.ts';

builder.objectType(TopicRef, {
  description: 'What responsibilities are about, e.g. backup.',
  interfaces: [builder.nodeInterfaceRef()],
  fields: (t) => ({
    id: t.exposeID('id', { description: idDescription }),
    slug: t.exposeString('slug', { description: 'The id without its kind, e.g. `backup`.' }),
    name: t.exposeString('name', { description: 'The name of the topic.' }),
    roleCount: t.int({
      description: 'How many roles have a responsibility about it.',
      resolve: ({ roleCount }) => roleCount,
    }),
    responsibilities: t.field({
      type: ResponsibilityConnection,
      description: 'The responsibilities about it, by name.',
      args: t.arg.connectionArgs(),
      resolve: (topic, args) => responsibilityPage(topic.responsibilities, args),
    }),
    roles: t.field({
      type: RoleConnection,
      description: 'The roles with a responsibility about it, by title.',
      args: t.arg.connectionArgs(),
      resolve: (topic, args) => rolePage(topic.roles, args),
    }),
  }),
});

builder.queryFields((t) => ({
  topic: t.field({
    type: TopicRef,
    nullable: true,
    description: 'One topic, by its id or name. Null where there is none.',
    args: { by: t.arg({ type: NamedByInput, required: true, description: 'Which topic.' }) },
    resolve: (_root, { by }, { rolegraph: { graph } }) =>
      by.id === undefined ? graph.names.topic(by.name) : nodeOfKind(graph, by.id, 'TOPIC'),
  }),
  topics: t.field({
    type: [TopicRef],
    description: "All topics, in the catalog's order.",
    resolve: (_root, _args, { rolegraph }) => rolegraph.graph.topics,
  }),
}));
