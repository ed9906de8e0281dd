import { GraphQLSchema, lexicographicSortSchema, printSchema } from 'graphql';
import './analysis/compare-groups.ts';
import './analysis/compare-roles.ts';
import './analysis/coverage.ts';
import './analysis/hats.ts';
import './analysis/intersections.ts';
import './analysis/invite-plan.ts';
import './analysis/paths.ts';
import './analysis/raci.ts';
import './analysis/related.ts';
import './analysis/single-points.ts';
import './analysis/what-if.ts';
import './nodes/appearance.ts';
import { builder } from './builder.ts';
import './catalog.ts';
import './catalog-changes.ts';
import './nodes/category.ts';
import './graph/graph.ts';
import './graph/group-overlap.ts';
import './nodes/node.ts';
import './nodes/organization-type.ts';
import './nodes/pillar.ts';
import './nodes/responsibility.ts';
import './nodes/role.ts';
import './nodes/role-group.ts';
import './graph/role-overlap.ts';
import './graph/search.ts';
import './imports/import-catalog.ts';
import './nodes/source.ts';
import './nodes/topic.ts';
import { countResolvers } from './execution/counted-resolvers.ts';

/** The whole schema. GraphiQL opens its documentation with the description. */
export const schema = new GraphQLSchema({
  ...builder.toSchema().toConfig(),
  description:
    'Roles, their responsibilities, and what they have in common: start at `Query`. Follow `appearances` from any answer to ' +
    'the source lines behind it. Titles and names are compared without regard to case, spaces and punctuation. Ids are ' +
    'readable and stay the same across imports, e.g. `role:devops-engineer`, `pillar:security`. Arguments that take ids ' +
    'take titles and names, too: `overlap(of: ["Security", "pillar:reliability"])`. Only `node`, `nodes` and `by: { id }` ' +
    'take nothing but ids. A name that several nodes have is an error with `extensions.candidates`; for one that no node ' +
    'has, `extensions.suggestions` has the ids that were probably meant.',
});

countResolvers(schema);

/** The schema in the GraphQL schema definition language, sorted by name: the content of schema.graphql. */
export function printedSchema(): string {
  return `${printSchema(lexicographicSortSchema(schema))}\n`;
}
