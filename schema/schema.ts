import { GraphQLSchema } from 'graphql';
import './analysis/compare-groups.ts';
import './analysis/compare-roles.ts';
import './analysis/coverage.ts';
import './analysis/hats.ts';
import './analysis/intersections.ts';
import './analysis/invite-plan.ts';
import './analysis/paths.ts';
import './analysis/related.ts';
import './analysis/single-points.ts';
import './analysis/what-if.ts';
import './nodes/appearance.ts';
import { builder } from './builder.ts';
import './catalog.ts';
import './nodes/category.ts';
import './date-time.ts';
import './graph/graph.ts';
import './graph/group-overlap.ts';
import './nodes/node.ts';
import './nodes/organization-type.ts';
import './nodes/pillar.ts';
import './query.ts';
import './nodes/responsibility.ts';
import './nodes/role.ts';
import './nodes/role-group.ts';
import './graph/role-overlap.ts';
import './graph/search.ts';
import './nodes/source.ts';
import './nodes/topic.ts';
import { makeResolversCooperative } from './execution/cooperative-resolvers.ts';

/** The whole schema, built of the modules beside this one; its description is what GraphiQL's documentation opens with. */
export const schema = new GraphQLSchema({
  ...builder.toSchema().toConfig(),
  description:
    'Roles, what they do and where, and what they share: begin at `Query`. Every answer leads back, by `appearances`, to ' +
    'the line of the source that says so. Titles and names are found whatever their case, spaces and punctuation; ids are ' +
    'readable and stable, e.g. `role:devops-engineer`, `pillar:security`.',
});

makeResolversCooperative(schema);
