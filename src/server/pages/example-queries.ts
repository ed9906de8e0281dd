import { shippedExampleNodes, type ExampleNodes } from './example-nodes.ts';
import { pageFile } from './page-file.ts';

/** A question to try, and the query that asks it. */
export interface ExampleQuery {
  readonly question: string;
  readonly query: string;
}

/**
 * Questions about nodes of the catalog that is served. GraphiQL opens with a tab for each. The queries are the files in
 * pages/examples: documents about nodes of the catalog that ships, whose ids and titles are replaced here.
 */
export function exampleQueries(nodes: ExampleNodes): readonly ExampleQuery[] {
  const { role, groups, ends } = nodes;
  const [first, second] = groups;
  const literals = literalsOf(nodes);
  const replacements = new Map(literalsOf(shippedExampleNodes).map((shipped, index) => [shipped, literals[index]]));
  const example = (file: string, question: string): ExampleQuery => ({
    question,
    query: pageFile(`examples/${file}.graphql`).replaceAll(
      /"[^"]*"/g,
      (literal) => replacements.get(literal) ?? literal,
    ),
  });
  return [
    example('role-relations', `${role.label}: what do they do, where, and which roles are similar?`),
    example('what-pillars-share', `Which roles do ${first.label} and ${second.label} share?`),
    example('graph-to-draw', `What does the graph around ${role.label} look like, ready to draw?`),
    example('invite-plan', `Who should be invited to a review of ${second.label}?`),
    example('single-points', 'Which roles are single points of failure, and what is lost without one?'),
    example('paths', `How are ${ends[0].label} and ${ends[1].label} connected?`),
  ];
}

/** The string literals by which the queries name the nodes. A string of JSON is also a string of GraphQL. */
function literalsOf({ role, groups, ends }: ExampleNodes): readonly string[] {
  const ids = [role, ...groups, ...ends].map(({ id }) => id);
  return [role.label, ...ids].map((text) => JSON.stringify(text));
}
