import type { GraphQLSchema } from 'graphql';
import './appearance.ts';
import { builder } from './builder.ts';
import './catalog.ts';
import './category.ts';
import './date-time.ts';
import './graph.ts';
import './group-overlap.ts';
import './node.ts';
import './organization-type.ts';
import './pillar.ts';
import './query.ts';
import './responsibility.ts';
import './role.ts';
import './role-group.ts';
import './role-overlap.ts';
import './search.ts';
import './source.ts';
import './topic.ts';

/** The whole schema, built of the modules beside this one. */
export const schema: GraphQLSchema = builder.toSchema();
